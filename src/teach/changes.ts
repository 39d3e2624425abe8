import { repairs } from '../authoring';
import type { EventSlice, SigmaEvent } from '../event';
import { Evaluator, explainWith, type Trace } from '../match';
import { allItemsOf, asYamlScalar, type Plan, type PlanGroup, type PlanItem, type PlanNode } from '../rule';
import { code, prose, say, type Words } from '../text';
import { blockChanges } from './block-changes';
import { conditionChanges } from './condition-changes';
import type { Change } from './hint';
import { type Ready, ready } from './judge';

/** Small changes of all rules of a text, of the kinds that lessons are about. They hold nothing but the text's own words. */
export function smallChanges({ collection: { plans } }: Ready): Change[] {
  const own = plans.flatMap(({ plan }) => [
    ...plan.selections.flatMap(({ body }) => groupChanges(body)),
    ...conditionChanges(plan),
    ...blockChanges(plan),
    ...plan.selections.flatMap(({ body }) =>
      allItemsOf<PlanNode>(body).flatMap((item) => itemChanges(plan, item)),
    ),
  ]);
  return own.slice(0, MAX_CHANGES);
}

const MAX_CHANGES = 60;

/** The engine's repairs for an event that a rule misses. */
export function repairsFor(
  { collection, settings, match }: Ready,
  plan: Plan,
  event: SigmaEvent,
  slices: readonly EventSlice[],
): Change[] {
  const trace = explainWith(new Evaluator(plan), event, match);
  const index = collection.plans.findIndex((one) => one.plan === plan);
  const recompile = (text: string) => ready(text, settings).collection.plans[index]?.plan ?? null;
  return repairs(plan, trace, slices, { ...match, recompile });
}

/** The event's own value in place of the only value that the rule asks for. */
export function otherValue(plan: Plan, { causes: [cause] }: Trace): Change[] {
  const items = plan.selections[cause?.selection ?? -1]?.body;
  const item = items && allItemsOf<PlanNode>(items).find(({ range }) => range.start === cause!.item.start);
  const [value, ...more] = item?.values ?? [];
  if (!value || more.length > 0 || cause?.actual === undefined || item?.modifiers.length !== 0) return [];
  const text = NUMBER.test(cause.actual) ? cause.actual : asYamlScalar(cause.actual);
  const title = say`Write ${code(text)} instead of ${code(plan.text.slice(value.scalar.range.start, value.scalar.range.end))}`;
  return [{ title, edits: [{ range: value.scalar.range, text }] }];
}

const NUMBER = /^(?:0|[1-9]\d{0,14})$/;

const PLACES = [
  ['contains', 'anywhere'],
  ['startswith', 'at the start'],
  ['endswith', 'at the end'],
] as const;
const OTHER_READING = new Set([
  're',
  'cidr',
  'exists',
  'fieldref',
  'base64',
  'base64offset',
  'lt',
  'lte',
  'gt',
  'gte',
]);

function itemChanges(plan: Plan, item: PlanItem): Change[] {
  const { modifiers, values, field } = item;
  // A list of keywords has no key that a modifier could follow.
  if (field === null && modifiers.length === 0) return keywordChanges(plan, item);
  const isText = field !== null && !modifiers.some((name) => OTHER_READING.has(name));
  return [
    ...quoteChanges(item),
    ...(modifiers.includes('re') ? expressionChanges(plan, item) : []),
    ...(values.length > 1 && !modifiers.includes('all')
      ? [adds(item, 'all', say`Ask for all of the values (\`all\`)`, plan)]
      : []),
    ...(modifiers.includes('all')
      ? removes(plan, item, 'all', prose('Let one of the values be enough (without `all`)'))
      : []),
    ...(isText && !modifiers.includes('cased')
      ? [adds(item, 'cased', prose('Let case matter (`cased`)'), plan)]
      : []),
    ...(modifiers.includes('cased')
      ? removes(plan, item, 'cased', prose('Do not let case matter (without `cased`)'))
      : []),
    ...(isText && !modifiers.includes('windash') && values.some(({ scalar }) => /[-/]\w/.test(scalar.text))
      ? [adds(item, 'windash', prose('Accept any dash before an option (`windash`)'), plan)]
      : []),
    ...(isText ? placeChanges(plan, item) : []),
  ];
}

function keywordChanges({ text }: Plan, { values }: PlanItem): Change[] {
  const [first] = values;
  const dash =
    first &&
    /^( *)- *$/m.exec(text.slice(lineStart(text, first.scalar.range.start), first.scalar.range.start));
  if (!first || !dash || values.length < 2) return [];
  const at = lineStart(text, first.scalar.range.start) + dash[1]!.length;
  const edits = [{ range: { start: at, end: at }, text: `'|all':\n${dash[1]}` }];
  return [{ title: say`Ask for all of the words: put them under \`'|all'\``, edits }];
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

function placeChanges(plan: Plan, item: PlanItem): Change[] {
  const { modifiers, values } = item;
  const position = PLACES.map(([name]) => name).find((name) => modifiers.includes(name));
  const found: Change[] = [];
  const whole = position
    ? removes(plan, item, position, say`Compare the whole value (without \`${position}\`)`)
    : [];
  // A part of a number says little.
  if (values.every(({ scalar }) => /^\d+$/.test(scalar.text))) return whole;
  for (const [name, where] of PLACES) {
    if (name === position) continue;
    const title = say`Look for the value ${where} (\`${name}\`)`;
    const change = position ? swaps(plan, item, position, `|${name}`, title) : adds(item, name, title, plan);
    if (change) found.push(change);
  }
  found.push(...whole);
  if (values.every(({ scalar }) => FILE.test(scalar.text)) && (position ?? 'endswith') === 'endswith') {
    const edits = values.flatMap(({ scalar: { range, style } }) => {
      if (style === 'literal' || style === 'folded') return [];
      const at = range.start + (style === 'plain' ? 0 : 1);
      return [{ range: { start: at, end: at }, text: style === 'double' ? '\\\\' : '\\' }];
    });
    found.push({ title: prose('Begin the value with a backslash'), edits });
    if (position === undefined) {
      const title = prose('Begin the value with a backslash, and look for it at the end (`endswith`)');
      const atEnd = adds(item, 'endswith', title, plan);
      found.push({ title, edits: [...atEnd.edits, ...edits] });
    }
  }
  return found;
}

/** What YAML takes for a number, although its characters may be meant. */
const ODD_NUMBER = /^(?:0x[\da-f]+|0o[0-7]+|[-+]?\d[\d.]*e[-+]?\d+)$/i;

function quoteChanges({ values }: PlanItem): Change[] {
  const edits = values.flatMap(({ scalar: { range, style, text } }) =>
    style === 'plain' && ODD_NUMBER.test(text)
      ? [
          { range: { start: range.start, end: range.start }, text: "'" },
          { range: { start: range.end, end: range.end }, text: "'" },
        ]
      : [],
  );
  return edits.length > 0 ? [{ title: prose('Put the value between single quotes'), edits }] : [];
}

/** The name of a program without a folder. */
const FILE = /^\w[\w.-]*\.(?:exe|dll|com|scr|ps1|bat|cmd|sys)$/i;

function expressionChanges(plan: Plan, item: PlanItem): Change[] {
  const quoted = ({ style }: { readonly style: string }) =>
    style === 'single' || style === 'double' ? 1 : 0;
  const starts = item.values.flatMap(({ scalar: { range, style, text } }) => {
    const at = range.start + quoted({ style });
    return text.startsWith('^') ? [] : [{ range: { start: at, end: at }, text: '^' }];
  });
  const ends = item.values.flatMap(({ scalar: { range, style, text } }) => {
    const at = range.end - quoted({ style });
    return text.endsWith('$') ? [] : [{ range: { start: at, end: at }, text: '$' }];
  });
  const names = starts.filter((_, i) => /\\\.\w{2,4}\)?\$?$/.test(item.values[i]!.scalar.text));
  const borders = names.map(({ range }) => ({ range, text: '\\\\' }));
  return [
    ...(borders.length > 0 && item.values.every(({ scalar }) => /^[\w[(]/.test(scalar.text))
      ? [{ title: say`Let the name begin behind a backslash: ${code('\\\\')} at the start`, edits: borders }]
      : []),
    ...(starts.length > 0 ? [{ title: prose('Let the expression begin with `^`'), edits: starts }] : []),
    ...(ends.length > 0 ? [{ title: prose('Let the expression end with `$`'), edits: ends }] : []),
    ...(starts.length > 0 && ends.length > 0
      ? [{ title: prose('Put the expression between `^` and `$`'), edits: [...starts, ...ends] }]
      : []),
    ...(item.modifiers.includes('i')
      ? removes(plan, item, 'i', prose('Let case matter in the expression (without `i`)'))
      : [adds(item, 'i', prose('Ignore case in the expression (`re|i`)'), plan)]),
  ];
}

/** Adds a modifier behind the others of a key. */
function adds(item: PlanItem, name: string, title: Words, plan: Plan): Change {
  const at = keyEnd(plan, item);
  return { title, edits: [{ range: { start: at, end: at }, text: `|${name}` }] };
}

/** Takes a modifier out of a key. */
function removes(plan: Plan, item: PlanItem, name: string, title: Words): Change[] {
  const change = swaps(plan, item, name, '', title);
  return change ? [change] : [];
}

function swaps(plan: Plan, item: PlanItem, name: string, text: string, title: Words): Change | null {
  const key = plan.text.slice(item.range.start, keyEnd(plan, item));
  const found = new RegExp(`\\|${name}(?=\\||$)`).exec(key);
  if (!found) return null;
  const start = item.range.start + found.index;
  return { title, edits: [{ range: { start, end: start + found[0].length }, text }] };
}

/** Where the key of an item ends, without its colon and quotes. */
function keyEnd(plan: Plan, item: PlanItem): number {
  const first = item.values[0]?.scalar.range.start ?? item.range.end;
  const key = plan.text.slice(item.range.start, first);
  const found = /^['"]?[^\s'":]+/.exec(key);
  return item.range.start + (found ? found[0].length : item.fieldRange.end - item.range.start);
}

/** A list of maps as one map, and the other way round. */
function groupChanges(body: PlanNode): Change[] {
  if (body.kind === 'item') return [];
  // The map of a plain body cannot be a list; a selection of an extended one can.
  if (body.kind === 'members')
    return body.extended ? body.selections.flatMap((selection) => groupChanges(selection.body)) : [];
  const { children } = body;
  const inside = children.flatMap((child) => (child.kind === 'members' ? groupChanges(child) : []));
  return [...ofGroup(body), ...inside];
}

function ofGroup({ kind, children }: PlanGroup): Change[] {
  if (children.length < 2) return [];
  if (kind === 'every') {
    const edits = children.map(({ range: { start } }) => ({ range: { start, end: start }, text: '- ' }));
    return [{ title: prose('Let one of the lines be enough: write a dash before each'), edits }];
  }
  if (children.some((child) => child.kind === 'item' && child.field === null)) return [];
  const edits = children.map(({ range: { start } }) => ({
    range: { start: start - 2, end: start },
    text: '  ',
  }));
  return [{ title: prose('Ask for all of the lines: take the dashes away'), edits }];
}

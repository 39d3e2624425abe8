import { treeOf, verdictParagraphs } from '../describe';
import { type EventSlice, faultWords, readEvents } from '../event';
import { EXPORTED } from '../limits';
import { describeRule, Evaluator, explainWith, posted, type Trace, type Verdict } from '../match';
import type { Collection, CompiledRule } from '../rule';
import { count } from '../text';
import { collectionOf, type PaperAsk, ruleAt } from './ask';
import { correlationBlocks } from './correlation-blocks';
import type { Block, Line, Paper } from './paper';
import { lineOf, lineOfParagraph } from './pieces';
import { codeBlock, eventBlock, ruleBlock } from './texts';
import { explanationTree } from './tree';
import { versionFact } from './version-fact';

/** The result of a rule over events: the rule, the events that are asked for with what matched, and why. Yields between events. */
export function* resultSteps(ask: PaperAsk): Generator<void, Paper> {
  const collection = collectionOf(ask);
  const one = ruleAt(collection, ask.document);
  const { slices } = readEvents(ask.events, ask.format);
  yield;
  if (!one) return notCompiled(ask.rule);
  const { ignoreLogsource = false } = ask;
  const evaluator = new Evaluator(one.plan);
  const verdicts: Verdict[] = [];
  for (const { event } of slices) {
    verdicts.push(event ? evaluator.verdict(event, { ignoreLogsource }) : 'error');
    yield;
  }
  const wanted = wantedOf(ask, verdicts);
  const shown = wanted.slice(0, EXPORTED.events.value);
  const traces = new Map<number, Trace>();
  for (const index of shown) {
    const { event } = slices[index]!;
    if (event) traces.set(index, explainWith(evaluator, event, { ignoreLogsource }));
    yield;
  }
  const sections = shown.flatMap((index) =>
    eventSection(ask, one, slices[index]!, { index, trace: traces.get(index) ?? null }),
  );
  return {
    title: titleOf(one),
    blocks: [
      { kind: 'facts', rows: factsOf(ask, one, verdicts) },
      ...leftOut(ask, wanted.length, shown.length),
      { kind: 'heading', level: 2, words: ['Rule'] },
      ruleBlock(ask.rule, one.plan, [...traces.values()]),
      ...sections,
      ...(yield* togetherOf(ask, collection, slices)),
    ],
  };
}

function titleOf({ title }: CompiledRule): string {
  return title === '' ? 'A rule without a title' : title;
}

/** The paper of a text in which no rule compiles. */
export function notCompiled(rule: string): Paper {
  return {
    title: 'No rule compiles',
    blocks: [
      codeBlock(
        rule,
        { start: 0, end: rule.length },
        { name: 'Rule', language: 'yaml', selections: [], marks: [] },
      ),
    ],
  };
}

function wantedOf({ which, chosen }: PaperAsk, verdicts: readonly Verdict[]): number[] {
  const all = verdicts.map((_, i) => i);
  if (which === 'chosen') return all.filter((i) => i === chosen);
  return which === 'all' ? all : all.filter((i) => verdicts[i] === 'match');
}

function leftOut({ which, events }: PaperAsk, wanted: number, shown: number): Block[] {
  if (events.trim() === '') return [];
  const words =
    wanted === 0
      ? which === 'matching'
        ? 'No event matches.'
        : 'There are no events.'
      : wanted > shown
        ? `The first ${count(shown, 'event')} of ${wanted.toLocaleString('en')} are shown.`
        : '';
  return words === '' ? [] : [{ kind: 'paragraph', words: [words] }];
}

const SAYS: Readonly<Record<Verdict, (n: number) => string>> = {
  match: (n) => (n === 1 ? 'matches' : 'match'),
  'no match': (n) => (n === 1 ? 'does not match' : 'do not match'),
  'not applicable': (n) => (n === 1 ? 'has another log source' : 'have another log source'),
  error: () => 'cannot be read',
};

function factsOf(
  { ignoreLogsource }: PaperAsk,
  { plan }: CompiledRule,
  verdicts: readonly Verdict[],
): (readonly [string, Line])[] {
  const { id, level, status } = plan.rule.meta;
  const { logsource } = describeRule(plan);
  const counts = (['match', 'no match', 'not applicable', 'error'] as const).flatMap((verdict) => {
    const n = verdicts.filter((one) => one === verdict).length;
    return n === 0 ? [] : [`${n.toLocaleString('en')} ${SAYS[verdict](n)}`];
  });
  const source = logsource === '' ? 'any' : logsource;
  return [
    ['Log source', [ignoreLogsource ? `${source} (ignored)` : source]],
    ...versionFact(plan.rule.spec),
    ...(level ? [['Level', [level.value]] as const] : []),
    ...(status ? [['Status', [status.value]] as const] : []),
    ...(id ? [['Id', [id.value]] as const] : []),
    ...(verdicts.length === 0
      ? []
      : [['Events', [`${count(verdicts.length, 'event')}: ${counts.join(', ')}`]] as const]),
  ];
}

const HEADINGS: Readonly<Record<Verdict, string>> = {
  match: 'match',
  'no match': 'no match',
  'not applicable': 'not applicable',
  error: 'cannot be read',
};

/** One event: its verdict in words, its text with what matched, and the condition as a tree. */
function eventSection(
  { rule, events, first }: PaperAsk,
  { filters, conditionText }: CompiledRule,
  slice: EventSlice,
  { index, trace }: { readonly index: number; readonly trace: Trace | null },
): Block[] {
  const number = first + index;
  const verdict = trace?.verdict ?? 'error';
  const heading: Block = {
    kind: 'heading',
    level: 2,
    words: [`Event ${number.toLocaleString('en')}: ${HEADINGS[verdict]}`],
    verdict,
  };
  const text = eventBlock(events, slice.range, trace);
  if (!trace) {
    const words = slice.event ? [] : lineOf(faultWords(slice));
    return [heading, { kind: 'paragraph', words }, text];
  }
  const short = posted(trace);
  return [
    heading,
    ...verdictParagraphs(short).map((one): Block => ({ kind: 'paragraph', words: lineOfParagraph(one) })),
    text,
    explanationTree(treeOf(short, rule, number, filters.length > 0 ? conditionText : undefined)),
    { kind: 'paragraph', words: [{ soft: 'Source: ' }, ...lineOf(trace.source)] },
  ];
}

function* togetherOf(
  ask: PaperAsk,
  collection: Collection,
  slices: readonly EventSlice[],
): Generator<void, Block[]> {
  if (collection.correlations.length === 0 || slices.length === 0) return [];
  const blocks = yield* correlationBlocks(collection, slices, ask);
  return [{ kind: 'heading', level: 2, words: ['Correlations'] }, ...blocks];
}

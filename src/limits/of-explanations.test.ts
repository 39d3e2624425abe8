import { describe } from 'vitest';
import { briefStages, type ConditionNode, conditionTree, inWords, type Paragraph, stages } from '../describe';
import { readEvents } from '../event';
import { LiveEngine, type LiveMessage } from '../live';
import { explain } from '../match';
import { compile } from '../rule';
import { DRAWN, TOLD } from './of-explanations';
import { holdLimits } from './testing';

const times = (count: number, one: (i: number) => string, separator = '') =>
  Array.from({ length: count }, (_, i) => one(i)).join(separator);
const detection = (body: string, condition = 's') =>
  `title: T\nlogsource: {product: t}\ndetection:\n${body}  condition: ${condition}\n`;
const planOf = (body: string, condition?: string) => compile(detection(body, condition)).plan!;
const list = (field: string, count: number) =>
  `  s:\n    ${field}:\n${times(count, (i) => `      - v${i}\n`)}`;
const fields = (count: number) => `  s:\n${times(count, (i) => `    F${i}: x\n`)}`;
const selections = (count: number) => times(count, (i) => `  s${i}:\n    F: v${i}\n`);

const traceOf = (body: string, event: unknown) =>
  explain(planOf(body), readEvents(JSON.stringify(event)).slices[0]!.event!, { ignoreLogsource: true });
const memberTrace = (body: string, event: unknown) =>
  explain(
    compile(`sigma-version: 3\n${detection(body)}`).plan!,
    readEvents(JSON.stringify(event)).slices[0]!.event!,
    { ignoreLogsource: true },
  );
const valuesOf = (body: string, event: unknown) => {
  const [{ body: found } = { body: null }] = traceOf(body, event).selections;
  if (found?.kind === 'item') return found;
  const [item] = found && 'children' in found ? found.children : [];
  if (item?.kind !== 'item') throw new Error('The selection has no item.');
  return item;
};

/** What the engine posts about one rule and its events. */
async function posted(rule: string, events: string): Promise<LiveMessage[]> {
  const messages: LiveMessage[] = [];
  const engine = new LiveEngine((message) => messages.push(message));
  await engine.run(
    rule,
    events,
    { ignoreLogsource: true, placeholders: {} },
    { event: 0, visible: null, open: ['explain', 'correlations'] },
    async () => true,
  );
  return messages;
}

async function postedTrace(body: string, condition?: string) {
  const messages = await posted(detection(body, condition), '{"other":1}');
  return messages.flatMap((m) => (m.kind === 'trace' && m.trace ? [m.trace] : [])).at(-1)!;
}

/** A correlation over events of as many users, or of one user as often. */
async function firingsOf(count: number, user: (i: number) => string) {
  const rule = `title: R\nname: r\nlogsource: {product: t}\ndetection:\n  s: {k: v}\n  condition: s\n---\ntitle: C\ncorrelation: {type: event_count, rules: [r], group-by: [u], timespan: 1d, condition: {gte: 1}}\n`;
  const events = times(
    count,
    (i) =>
      `${JSON.stringify({ '@timestamp': new Date(1_700_000_000_000 + i).toISOString(), k: 'v', u: user(i) })}\n`,
  );
  const messages = await posted(rule, events);
  return messages.flatMap((m) => (m.kind === 'correlations' ? m.reports : [])).at(-1)!.firings;
}

describe('explanations', () => {
  // The parts of a long rule: app/workers/engine/parcels.test.ts.
  const { messagePart: _, ...told } = TOLD;
  holdLimits(told, {
    hitValues: {
      isBeyond: (n) => valuesOf('  s:\n    F: x\n', { F: Array(n).fill('x') }).values[0]!.hits.length < n,
    },
    hitPlaces: {
      isBeyond: (n) =>
        valuesOf('  s:\n    F|contains: a\n', { F: 'ab'.repeat(n) }).values[0]!.hits[0]!.spans.length < n,
    },
    hitMarks: {
      // A match and three groups, a hundred times in each member of a list.
      isBeyond: (n) =>
        valuesOf("  s:\n    F|re: '(a)(b)(c)'\n", {
          F: Array(n / 400).fill('abc'.repeat(100)),
        }).values[0]!.hits.flatMap(({ spans }) => spans).length < n,
      step: 400,
    },
    hitText: {
      isBeyond: (n) => valuesOf('  s:\n    F: x\n', { F: 'y'.repeat(n) }).eventValue!.endsWith('…'),
    },
    parts: { isBeyond: async (n) => JSON.stringify(await postedTrace(list('F', n))).includes('"more"') },
    whole: {
      // Ninety fields, and the values shared among them: no list is too long by itself.
      isBeyond: async (n) => {
        const valuesIn = (field: number) => Math.floor((n - 90 + field) / 90);
        const body = times(90, (i) => `    F${i}:\n${times(valuesIn(i), (j) => `      - v${j}\n`)}`);
        return JSON.stringify(await postedTrace(`  s:\n${body}`)).includes('"more"');
      },
    },
    causes: { isBeyond: async (n) => ((await postedTrace(fields(n))).moreCauses ?? 0) > 0 },
    blockLooked: {
      // The nearest member stands last.
      isBeyond: (n) => {
        const members = [
          ...times(n - 1, () => '{"a":1,"b":1};', '')
            .split(';')
            .slice(0, -1),
          '{"a":2,"b":1}',
        ];
        const event = JSON.parse(`{"m":[${members}]}`);
        return !JSON.stringify(memberTrace("  s: {'m[any]': {a: 2, b: 2}}\n", event).causes).includes(
          `m[${n - 1}]`,
        );
      },
    },
    allBlocksLooked: {
      // Forty arrays in one; the nearest member stands last.
      isBeyond: (n) => {
        const size = Math.floor(n / 40) - 1;
        const last = n - 40 - 39 * size;
        const inner = (count: number, a: number) => ({
          c: Array.from({ length: count }, (_, i) => ({ a: i === count - 1 ? a : 1, b: 1 })),
        });
        const m = Array.from({ length: 40 }, (_, i) => (i < 39 ? inner(size, 1) : inner(last, 2)));
        const { causes } = memberTrace("  s: {'m[any].c[any]': {a: 2, b: 2}}\n", { m });
        return !JSON.stringify(causes).includes(`m[39].c[${last - 1}]`);
      },
    },
    blockMembers: {
      isBeyond: (n) => {
        const [{ body: found } = { body: null }] = memberTrace("  s: {'m[any].a': 2}\n", {
          m: Array.from({ length: n }, () => ({ a: 1 })),
        }).selections;
        const block = found && 'children' in found ? found.children[0] : found;
        return block?.kind === 'members' && block.members.length < n;
      },
    },
    stages: { isBeyond: (n) => (briefStages(stages(planOf(selections(n), '1 of s*'))).more ?? 0) > 0 },
    stageParts: {
      isBeyond: (n) =>
        JSON.stringify(briefStages(stages(planOf(list('F', n)))).selections).includes('"more"'),
    },
    words: {
      // A thousand characters in each entry of a list, and the rest in the last one.
      isBeyond: (n) => {
        const whole: Paragraph[] = Array.from({ length: Math.floor(n / 1000) }, () => ['x'.repeat(1000)]);
        const rest: Paragraph[] = n % 1000 > 0 ? [['x'.repeat(n % 1000)]] : [];
        const { paragraphs } = inWords([[{ entries: [...whole, ...rest], joint: ', ', last: ' or ' }]]);
        return JSON.stringify(paragraphs).includes('"more"');
      },
    },
    sentence: {
      isBeyond: (n) => {
        const more = Math.floor((n - 1) / 5);
        const name = 'x'.repeat(n - 5 * more);
        const plan = planOf(`  ${name}: {F: a}\n  s: {F: b}\n`, `${name}${' or s'.repeat(more)}`);
        return briefStages(stages(plan)).condition.text.endsWith('…');
      },
    },
    firings: { isBeyond: async (n) => (await firingsOf(n, (i) => `u${i}`)).length < n },
    members: { isBeyond: async (n) => (await firingsOf(n, () => 'u')).at(-1)!.members.length < n },
  });
});

const flat = (node: ConditionNode): ConditionNode[] => [node, ...node.children.flatMap(flat)];
const isCut = (body: string, condition: string) =>
  flat(conditionTree(planOf(body, condition))).some(({ kind }) => kind === 'more');

describe('the picture of a condition', () => {
  holdLimits(DRAWN, {
    quantified: { isBeyond: (n) => isCut(selections(n), '1 of s*') },
    parts: {
      isBeyond: (n) =>
        isCut(
          '  s: {F: a}\n',
          times(n, () => 's', ' or '),
        ),
    },
    leaves: {
      // Gates of a hundred parts.
      isBeyond: (n) =>
        isCut(
          '  s: {F: a}\n',
          times(
            Math.ceil(n / 100),
            (i) => `(${times(Math.min(100, n - 100 * i), () => 's', ' or ')})`,
            ' and ',
          ),
        ),
    },
  });
});

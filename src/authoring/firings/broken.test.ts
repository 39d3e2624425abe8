import { describe, expect, test } from 'vitest';
import { type EventSlice, readEvents } from '../../event';
import { Evaluator, explainWith } from '../../match';
import { type Collection, compileCollection } from '../../rule';
import { applyEdits, type Edit, plain } from '../../text';
import { author, authorSteps } from '../events/author';
import { repairs } from '../repair/repair';
import { variants } from '../variants/variants';
import type { WantedFirings } from './tried';

const BASE = `title: Whoami
name: base
logsource: {product: test}
detection:
    selection:
        CommandLine|contains: ' /all'
    condition: selection
`;
const count = (title: string, gte: number, rules = 'base') => `---
title: ${title}
name: ${title.toLowerCase()}
correlation:
    type: event_count
    rules: [${rules}]
    group-by: [User]
    timespan: 1m
    condition:
        gte: ${gte}
`;
const FILTER = `---
title: Not eve
logsource: {product: test}
filter:
    rules: [base]
    selection:
        User: eve
    condition: not selection
`;
/** The correlations are documents 1 and 2. */
const RULE = BASE + count('Two', 2) + count('Twice', 1, 'two');
const EVENTS = ['ana whoami /all', 'ana whoami -all', 'bob whoami /all', 'eve whoami /all']
  .map((line, second) => {
    const [, User, CommandLine] = /^(\w+) (.+)$/.exec(line)!;
    return JSON.stringify({ '@timestamp': `2026-11-20T00:00:0${second}Z`, User, CommandLine });
  })
  .join('\n');

interface Change {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** A text over the events, with the changes that are offered for its first rule. */
class Work {
  readonly slices: readonly EventSlice[];
  private readonly collection: Collection;

  constructor(
    private readonly rule = RULE,
    events = EVENTS,
  ) {
    this.slices = readEvents(events).slices;
    this.collection = compileCollection(rule);
  }

  private get plan() {
    return this.collection.plans[0]!.plan;
  }

  private readonly recompile = (text: string) => compileCollection(text).plans[0]?.plan ?? null;

  /** The repairs for an event that the first rule misses. */
  repairs(event: number): Change[] {
    const { plan, slices, recompile } = this;
    const trace = explainWith(new Evaluator(plan), slices[event]!.event!);
    return repairs(plan, trace, slices, { recompile }).map((one) => ({ ...one, title: plain(one.title) }));
  }

  /** The changes that catch variants of an event that it matches. */
  fixes(event: number): Change[] {
    const { plan, slices, recompile } = this;
    const found = variants(plan, slices, event, { recompile }) ?? [];
    return found.flatMap(({ change }) => (change ? [{ ...change, title: plain(change.title) }] : []));
  }

  /** The changes with the documents that each would break, as `title !1 !2`; a change that is offered twice once. */
  broken(changes: readonly Change[], wanted: readonly WantedFirings[], twins: [number, number][] = []) {
    const ask = { kind: 'broken', changes: changes.map(({ edits }) => edits), wanted, twins } as const;
    const answer = author(ask, this.context);
    if (answer.kind !== 'broken') return answer;
    const before = this.failing(this.rule, wanted, twins);
    const told = changes.map(({ title, edits }, i) => {
      const breaks = answer.documents[i]!;
      // What Tests lists as failing once the change is made.
      const after = this.failing(applyEdits(this.rule, edits), wanted, twins);
      expect(breaks).toEqual(after.filter((document) => !before.includes(document)));
      return `${title}${breaks.map((document) => ` !${document}`).join('')}`;
    });
    return [...new Set(told)];
  }

  private failing(rule: string, wanted: readonly WantedFirings[], twins: [number, number][]): number[] {
    const collection = compileCollection(rule);
    const answer = author({ kind: 'firings', wanted, twins }, { ...this.context, collection });
    const unmet = answer.kind === 'firings' ? answer.unmet.map(({ document }) => document) : [];
    const gone = wanted.filter(({ document }) => collection.documents[document]?.compiled === null);
    return [...unmet, ...gone.map(({ document }) => document)];
  }

  get context() {
    const { plan, slices, recompile, collection } = this;
    return { plan, slices, recompile, collection };
  }
}

const never = (document: number): WantedFirings => ({ document, count: 0, members: null });
const times = (document: number, often: number): WantedFirings => ({ document, count: often, members: null });
const on = (document: number, ...members: number[][]): WantedFirings => ({
  document,
  count: members.length,
  members,
});

describe('a change of a rule says which tests of correlations it breaks', () => {
  const VALUE = "Add `' -all'` as another value";
  const DASH = 'Accept any dash before an option (`windash`)';
  const SPACES = 'Look for the values without the spaces around them';
  const LOOSE = 'Use an expression that allows for this (`re|i`)';
  test.each<[string, WantedFirings[], string[], string[]]>([
    ['nothing is expected', [], [VALUE, DASH], [DASH, SPACES, LOOSE]],
    ['it must not fire', [never(1)], [`${VALUE} !1`, `${DASH} !1`], [`${DASH} !1`, SPACES, LOOSE]],
    [
      'nor one that counts its firings',
      [never(1), never(2)],
      [`${VALUE} !1 !2`, `${DASH} !1 !2`],
      [`${DASH} !1 !2`, SPACES, LOOSE],
    ],
    ['a test that fails already is not broken', [times(1, 1)], [VALUE, DASH], [DASH, SPACES, LOOSE]],
    ['what is expected is no correlation', [never(0)], [VALUE, DASH], [DASH, SPACES, LOOSE]],
  ])('%s', (_, wanted, ofMiss, ofVariants) => {
    const work = new Work();
    expect(work.broken(work.repairs(1), wanted)).toEqual(ofMiss);
    expect(work.broken(work.fixes(0), wanted)).toEqual(ofVariants);
  });

  test('it fires as often, but on other events', () => {
    const work = new Work(BASE + count('Pair', 1));
    const titles = [`${VALUE} !1`, `${DASH} !1`];
    expect(work.broken(work.repairs(1), [on(1, [0], [2], [3])])).toEqual(titles);
    expect(work.broken(work.repairs(1), [times(1, 3)])).toEqual([VALUE, DASH]);
  });

  test('an event stands for those with the same text', () => {
    const work = new Work(RULE, `${EVENTS.split('\n')[0]}\n${EVENTS}`);
    const wanted = [on(1, [0, 0])];
    expect(work.broken(work.repairs(2), wanted, [[1, 0]])).toEqual([`${VALUE} !1`, `${DASH} !1`]);
    expect(work.broken(work.repairs(2), wanted)).toEqual([VALUE, DASH]);
  });

  test('a change of a filter counts for every rule that it filters', () => {
    const rule = BASE + count('One', 1) + FILTER;
    const start = rule.lastIndexOf('eve\n');
    const edits = [{ range: { start, end: start + 3 }, text: 'bob' }];
    const work = new Work(rule);
    expect(work.broken([{ title: 'bob', edits }], [on(1, [0], [2])])).toEqual(['bob !1']);
    expect(work.broken([{ title: 'bob', edits }], [times(1, 2)])).toEqual(['bob']);
  });

  test('a change with which a correlation does not compile breaks its test', () => {
    const start = RULE.indexOf('name: base');
    const edits = [{ range: { start, end: start + 10 }, text: 'name: other' }];
    expect(new Work().broken([{ title: 'other', edits }], [never(1)])).toEqual(['other !1']);
  });
});

describe('is tried', () => {
  const unused = () => {
    throw new Error('compiled');
  };
  const asked = (wanted: readonly WantedFirings[]) => {
    const work = new Work();
    const changes = work.repairs(1).map(({ edits }) => edits);
    return { context: work.context, ask: { kind: 'broken', changes, wanted, twins: [] } as const };
  };

  test.each<[string, WantedFirings[]]>([
    ['where nothing is expected', []],
    ['where nothing is met that could break', [times(1, 7)]],
  ])('on no text %s', (_, wanted) => {
    const { ask, context } = asked(wanted);
    expect(author(ask, { ...context, compile: unused })).toEqual({ kind: 'broken', documents: [[], []] });
  });

  test('in pieces, so that it can be stopped between any two changes', () => {
    const { ask, context } = asked([never(1)]);
    let compiled = 0;
    const compile = (text: string) => {
      compiled++;
      return compileCollection(text);
    };
    const steps = authorSteps(ask, { ...context, compile });
    const seen: number[] = [];
    for (let step = steps.next(); !step.done; step = steps.next()) seen.push(compiled);
    expect([...new Set(seen)]).toEqual(expect.arrayContaining([0, 1]));
  });

  test('once for the same change, however often it is offered', () => {
    const { ask, context } = asked([never(1)]);
    const texts: string[] = [];
    const compile = (text: string) => {
      texts.push(text);
      return compileCollection(text);
    };
    const twice = { ...ask, changes: [...ask.changes, ...ask.changes] };
    expect(author(twice, { ...context, compile })).toEqual({
      kind: 'broken',
      documents: [[1], [1], [1], [1]],
    });
    expect(texts).toHaveLength(2);
  });

  test('on 5,000 events at most', () => {
    const { ask, context } = asked([never(1)]);
    const slices = Array.from({ length: 5001 }, () => context.slices[0]!);
    expect(author(ask, { ...context, slices })).toMatchObject({ kind: 'refused' });
  });
});

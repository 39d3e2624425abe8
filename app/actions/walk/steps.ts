import fc from 'fast-check';
import { LIVE_PANELS } from '../../../src/live';
import { loadExample } from '../../examples/index';
import { results } from '../../results/results';
import { withSpec } from '../../state/fields';
import { named } from '../../state/names';
import { type Side, session } from '../../state/session';
import { sheetWorkOf } from '../../state/sheet-work';
import { sheets } from '../../state/sheets';
import { chooseAt, chooseEvent } from '../choose-event';
import { openExample } from '../open-example';
import { chooseSheet, closeSheet, duplicateSheet, keepBoth, newSheet } from '../sheets';
import { replaceWork, startNew } from '../work';
import type { PageState } from './page';

/*
 * What a person does, as steps that are drawn at random, and what happens to the engine meanwhile.
 */

const rule = (value: string, more = '') =>
  `title: T\nlogsource: {product: windows}\n${more}detection:\n    s:\n        k: ${value}\n    t: {CommandLine|contains: who}\n    condition: s or t\n`;
const CORRELATION =
  'title: C\ncorrelation: {type: event_count, rules: [a], group-by: [k], timespan: 1m, condition: {gte: 1}}\n';
const BACKTRACKS = 'title: B\ndetection:\n    s: {k|re: "(?=a)a+"}\n    condition: s\n';
export const RULES = [
  rule('a'),
  rule('b'),
  `${rule('a', 'name: a\n')}---\n${CORRELATION}`,
  `${rule('a', 'name: a\n')}---\n${rule('[b, c]')}`,
  BACKTRACKS,
  'title: N',
  '',
];
const line = (k: string, more = {}) => JSON.stringify({ k, ...more });
const PROCESS = line('a', { EventID: 1, Image: 'C:\\whoami.exe', CommandLine: 'whoami /all -x' });
export const EVENTS = [
  [line('a'), line('b'), PROCESS, line('c')].join('\n'),
  line('b'),
  [line('c'), line('a'), '{"k":', line('b'), line('a')].join('\n'),
  'k,l\na,1\nb,2',
  'no known form\na',
  '',
];
const EXAMPLES = ['certificate-export', 'failed-logons'];
const TYPED = ['a', "'", '\n', '# c\n', 'x: [1\n', '{"k":"a"}\n', '- b', '---\n'];

/** A step, in a form that a failing test can print. */
export type Step =
  | readonly ['type', Side, at: number, text: string]
  | readonly ['erase', Side, at: number, length: number]
  | readonly ['paste', Side, text: number]
  | readonly ['break' | 'link' | 'run again' | 'variants']
  | readonly ['undo' | 'redo' | 'new', Side]
  | readonly ['turn' | 'close', sheet: number]
  | readonly ['new sheet' | 'duplicate' | 'keep both']
  | readonly ['choose' | 'document' | 'example' | 'cursor', number]
  | readonly ['setting', 'ignoreLogsource' | 'lintOff' | 'format' | 'spec']
  | readonly ['pin' | 'reload' | 'goes' | 'dies' | 'falls silent']
  | readonly ['panel', (typeof LIVE_PANELS)[number]]
  | readonly ['scroll', from: number, to: number, also: readonly number[]];

const side = fc.constantFrom<Side>('rule', 'events');
const part = fc.double({ min: 0, max: 1, noNaN: true });

export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constant('type' as const), side, part, fc.constantFrom(...TYPED)) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constant('erase' as const), side, part, fc.integer({ min: 1, max: 9 })),
  },
  { weight: 5, arbitrary: fc.tuple(fc.constant('paste' as const), side, fc.nat(6)) },
  { weight: 2, arbitrary: fc.constant<Step>(['break']) },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom('undo' as const, 'redo' as const, 'new' as const), side) },
  { weight: 3, arbitrary: fc.tuple(fc.constant('choose' as const), fc.nat(6)) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('document' as const, 'example' as const), fc.nat(1)) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('cursor' as const), part) },
  {
    weight: 2,
    arbitrary: fc.tuple(
      fc.constant('setting' as const),
      fc.constantFrom('ignoreLogsource' as const, 'lintOff' as const, 'format' as const, 'spec' as const),
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom<Step>(['pin'], ['link'], ['run again'], ['variants'], ['reload']) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('panel' as const), fc.constantFrom(...LIVE_PANELS)) },
  {
    weight: 1,
    arbitrary: fc.tuple(
      fc.constant('scroll' as const),
      fc.nat(60),
      fc.nat(200),
      fc.array(fc.nat(4), { maxLength: 2 }),
    ),
  },
  { weight: 2, arbitrary: fc.constantFrom<Step>(['goes'], ['dies'], ['falls silent']) },
  { weight: 3, arbitrary: fc.tuple(fc.constant('turn' as const), fc.nat(3)) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('close' as const), fc.nat(3)) },
  { weight: 1, arbitrary: fc.constantFrom<Step>(['new sheet'], ['duplicate'], ['keep both']) },
);

interface Past {
  undo: string[];
  redo: string[];
}
type Pasts = Record<Side, Past>;

/** The texts before and after the present one of each side, as the editors keep them for each sheet. */
const pasts = new Map<string, Pasts>();

/** Forgets what there is to undo. */
export function forgetPast(): void {
  pasts.clear();
}

function pastOf(sheet: string): Pasts {
  const known = pasts.get(sheet) ?? { rule: { undo: [], redo: [] }, events: { undo: [], redo: [] } };
  pasts.set(sheet, known);
  return known;
}

/** As the editor does when its text has become another. */
function become(of: Side, text: string, how: 'done' | 'undone'): void {
  session.setState({ [of]: text, ...named(of, text, { how, isWhole: false }) });
}

function edit(of: Side, text: string): void {
  if (text !== session.getState()[of]) become(of, text, 'done');
}

/** Loads what steps need, so that later they wait for nothing but the page. */
export async function prepare(): Promise<void> {
  await Promise.all(EXAMPLES.map(loadExample));
}

/** Takes a step. Returns true where another page takes the place of this one. */
export async function take(taken: Step, page: PageState): Promise<boolean> {
  const [kind, what, more] = taken;
  const before = session.getState();
  const past = pastOf(before.sheet);
  switch (kind) {
    case 'type':
    case 'erase': {
      const text = before[what];
      const at = Math.floor(more * text.length);
      const [, , , last] = taken;
      const put = typeof last === 'string' ? last : '';
      edit(what, text.slice(0, at) + put + text.slice(at + (typeof last === 'number' ? last : 0)));
      break;
    }
    case 'paste':
      if (what === 'rule') replaceWork({ rule: RULES[more % RULES.length]! }, null);
      else replaceWork({ events: EVENTS[more % EVENTS.length]! }, null);
      break;
    case 'break':
      edit('rule', `x: [1\n${before.rule}`);
      break;
    case 'undo':
    case 'redo': {
      const { [kind]: from, [kind === 'undo' ? 'redo' : 'undo']: to } = past[what];
      const text = from.pop();
      if (text === undefined) return false;
      to.push(before[what]);
      become(what, text, 'undone');
      return false;
    }
    case 'new':
      startNew(what);
      break;
    case 'link':
      replaceWork(
        { rule: RULES[1]!, events: EVENTS[2]!, settings: { ignoreLogsource: true, placeholders: {} } },
        { said: 'Opened.', why: 'file' },
      );
      break;
    case 'example':
      await openExample(EXAMPLES[what]!);
      break;
    default:
      return takeOther(taken, page);
  }
  for (const one of ['rule', 'events'] as const)
    if (session.getState()[one] !== before[one])
      past[one] = { undo: [...past[one].undo, before[one]], redo: [] };
  return false;
}

function sheetAt(place: number): string {
  const { list } = sheets.getState();
  return list[place % list.length]!.id;
}

function takeOther(taken: Step, page: PageState): boolean {
  const [kind, what] = taken;
  switch (kind) {
    case 'choose':
      chooseEvent(what);
      return false;
    case 'cursor':
      chooseAt(Math.floor(what * session.getState().events.length));
      return false;
    case 'document':
      if (results.getState().documents[what]?.kind === 'detection') session.setState({ document: what });
      return false;
    case 'setting': {
      const { settings } = session.getState();
      const { lintOff: _, format: __, ...rest } = settings;
      session.setState({
        settings:
          what === 'ignoreLogsource'
            ? { ...settings, ignoreLogsource: !settings.ignoreLogsource }
            : what === 'format'
              ? { ...settings, format: 'CSV' }
              : what === 'spec'
                ? withSpec(settings, settings.spec ? '2.1.0' : 'proposals')
                : settings.lintOff || settings.format
                  ? rest
                  : { ...rest, lintOff: ['title-dot', 'logsource-unknown'] },
      });
      return false;
    }
    case 'pin':
      session.setState(({ pinned, rule }) => ({ pinned: pinned === null ? rule : null }));
      return false;
    case 'panel':
      page.toggle(what);
      return false;
    case 'turn':
      chooseSheet(sheetAt(what));
      return false;
    case 'close':
      closeSheet(sheetAt(what));
      return false;
    case 'new sheet':
      newSheet();
      return false;
    case 'duplicate':
      duplicateSheet(session.getState().sheet);
      return false;
    case 'keep both':
      keepBoth({ ...sheetWorkOf(session.getState()), rule: RULES[1]! }, session.getState().sheet);
      return false;
    case 'scroll': {
      const [, from, length, also] = taken;
      page.show({ start: from, end: from + length }, also);
      return false;
    }
    case 'variants':
      page.toggleVariants();
      return false;
    case 'run again':
      page.connection.runAgain();
      return false;
    case 'goes':
      page.threads.goes();
      return false;
    case 'dies':
      page.threads.newest?.dies();
      return false;
    case 'falls silent':
      page.threads.newest?.fallsSilent();
      return false;
    default:
      return true;
  }
}

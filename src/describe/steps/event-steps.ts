import { itemTraces, missWords, summaryWords, type Trace } from '../../match';
import { asSentence, code, count, joinWords, say, type Words } from '../../text';
import { itemsTold } from '../members-told';
import type { Paragraph } from '../words/paragraph';
import { usedIn, verdictParagraphs } from '../words/verdict';
import { changeSteps } from './change-steps';
import { deciding, namedIn } from './deciding';
import { foundMarks, itemSteps, testWords } from './item-steps';
import { causeSteps } from './miss-steps';
import { marks, type Step, type StepChange, type StepMark, step } from './step';

/** What the steps of one event are made from. */
export interface EventTold {
  /** The rule's text, to which the explanation belongs. */
  readonly rule: string;
  /** The rule in words. */
  readonly words: readonly Paragraph[];
  /** The condition as text, where filters or a pattern make it another than the rule has. */
  readonly filtered?: string | undefined;
  readonly trace: Trace;
  /** For a miss: the nearest change that makes the event match. */
  readonly change?: StepChange | undefined;
}

/** Selections that are told field by field, and fields of one selection. */
const SELECTIONS = 5;
const FIELDS = 6;
/** Names in one sentence. */
const NAMES = 12;

/**
 * Why one event matches or not, step by step: the rule in words, its condition, the selections that decide, their fields,
 * the values with their characters, the verdict; for a miss the nearest reason, and the change that removes it.
 */
export function eventSteps(told: EventTold): Step[] {
  const { trace, change } = told;
  const middle =
    trace.verdict === 'match'
      ? matchSteps(trace)
      : [...whatMatches(trace), ...causeSteps(trace), ...(change ? changeSteps(told.rule, change) : [])];
  return [wordsStep(told), conditionStep(told), ...middle, verdictStep(trace)];
}

/** The rule in words, and what the event is. */
export function wordsStep({ words, trace }: EventTold): Step {
  return step({
    kind: 'words',
    title: ['The rule in words'],
    says: words,
    speaks: [asSentence(trace.source)],
  });
}

/** The condition, with the selections that it names. */
export function conditionStep({ rule, trace, filtered }: EventTold): Step {
  const { condition, selections } = trace;
  const { required, excluded } = usedIn(trace);
  const text = filtered ?? rule.slice(condition.rule.start, condition.rule.end);
  const named = (used: ReadonlySet<number>) => namesOf(trace, [...used]);
  return step({
    kind: 'condition',
    title: ['The condition'],
    says: [[code(text)]],
    speaks: [
      ...(required.size > 0 ? [say`It asks for ${named(required)}.`] : []),
      ...(excluded.size > 0 ? [say`It excludes ${named(excluded)}.`] : []),
    ],
    rule: [...marks([condition.rule], 'point'), ...namedIn(trace, [...selections.keys()])],
  });
}

/** For a match: each selection that decides with its fields and values, then what is excluded and not there. */
function matchSteps(trace: Trace): Step[] {
  const { found, absent } = deciding(trace.condition);
  const told = found.slice(0, SELECTIONS).flatMap((selection) => selectionSteps(trace, selection));
  const rest = found.slice(SELECTIONS);
  const others =
    rest.length === 0
      ? []
      : [
          step({
            kind: 'selection',
            title: ['What else matches'],
            holds: true,
            says: [say`${namesOf(trace, rest)} ${rest.length === 1 ? 'matches' : 'match'} too.`],
            rule: namedIn(trace, rest),
            events: rest.flatMap((selection) => foundIn(trace, selection)),
          }),
        ];
  return [...told, ...others, ...(absent.length > 0 ? [absentStep(trace, absent)] : [])];
}

function selectionSteps(trace: Trace, selection: number): Step[] {
  const { name, body, rule } = trace.selections[selection]!;
  const items = itemsTold(body).filter(({ matched }) => matched);
  const shown = items.slice(0, FIELDS);
  const total = itemsTold(body).length;
  const how =
    total === 1
      ? 'Its only test holds.'
      : items.length === total
        ? `All of its ${total} tests hold.`
        : `${items.length} of its ${total} tests ${items.length === 1 ? 'holds' : 'hold'}, which is enough.`;
  const rest = items.length - shown.length;
  return [
    step({
      kind: 'selection',
      title: say`The selection ${code(name)}`,
      holds: true,
      says: [
        asSentence(joinWords(shown.map(testWords), '; ')),
        ...(rest > 0 ? [[`And ${count(rest, 'more test')}.`]] : []),
      ],
      speaks: [[how]],
      rule: [...marks([rule], 'point', selection), ...namedIn(trace, [selection])],
    }),
    ...shown.flatMap((item) => itemSteps(item, selection)),
  ];
}

function absentStep(trace: Trace, absent: readonly number[]): Step {
  const first = absent[0]!;
  const [miss] = itemsTold(trace.selections[first]!.body).flatMap(({ miss }) => miss ?? []);
  return step({
    kind: 'excluded',
    title: ['What the rule excludes'],
    holds: true,
    says: [
      say`${namesOf(trace, absent)} ${absent.length === 1 ? 'does' : 'do'} not match, as the rule asks.`,
    ],
    speaks: miss ? [say`${code(trace.selections[first]!.name)}: ${missWords(miss)}`] : [],
    rule: namedIn(trace, absent),
  });
}

/** For a miss: what the condition asks for and does find. */
function whatMatches(trace: Trace): Step[] {
  const found = [...usedIn(trace).required].filter((selection) => trace.selections[selection]!.matched);
  if (trace.verdict !== 'no match' || found.length === 0) return [];
  return [
    step({
      kind: 'selection',
      title: ['What matches'],
      holds: true,
      says: [say`${namesOf(trace, found)} ${found.length === 1 ? 'matches' : 'match'}.`],
      speaks: found.slice(0, 1).flatMap((selection) => {
        const item = itemsTold(trace.selections[selection]!.body).find(({ matched }) => matched);
        return item ? [asSentence(testWords(item))] : [];
      }),
      rule: namedIn(trace, found),
      events: found.flatMap((selection) => foundIn(trace, selection)),
    }),
  ];
}

/** The last step: the verdict with its reason. */
export function verdictStep(trace: Trace): Step {
  const [first, ...rest] = verdictParagraphs(trace);
  const { verdict, condition, causes } = trace;
  const isMatch = verdict === 'match';
  const { found } = isMatch ? deciding(condition) : { found: [] };
  return step({
    kind: 'verdict',
    title: [TITLES[verdict]],
    holds: isMatch,
    says: [first ?? summaryWords(trace)],
    speaks: rest,
    rule: isMatch
      ? whyMatches(trace, found)
      : marks(
          causes.slice(0, 1).map(({ item }) => item),
          'point',
        ),
    events: found.flatMap((selection) => foundIn(trace, selection)),
  });
}

const TITLES: Readonly<Record<Trace['verdict'], string>> = {
  match: 'The event matches',
  'no match': 'The event does not match',
  'not applicable': 'The rule does not apply',
  error: 'The event cannot be read',
};

/** In the rule: the names of selections that match, and their values that do. */
export function whyMatches(trace: Trace, found: readonly number[]): StepMark[] {
  const values = itemTraces(trace.selections).flatMap(([item, of]) =>
    found.includes(of) && item.matched && !item.negated
      ? marks(
          item.values.flatMap(({ matched, rule }) => (matched ? [rule] : [])),
          'found',
          of,
        )
      : [],
  );
  return [...namedIn(trace, found), ...values];
}

/** The characters of the event that a selection found. */
export function foundIn({ selections }: Trace, selection: number): StepMark[] {
  return itemTraces(selections).flatMap(([item, of]) =>
    of === selection && item.matched
      ? item.values.flatMap(({ hits }) => hits.flatMap((hit) => foundMarks(hit, selection)))
      : [],
  );
}

function namesOf({ selections }: Trace, named: readonly number[]): Words {
  const names = named.slice(0, NAMES).map((selection): Words => [code(selections[selection]!.name)]);
  const rest = named.length - names.length;
  if (rest > 0) names.push([`${rest.toLocaleString('en')} more`]);
  const last = names.pop() ?? [];
  return names.length === 0 ? last : say`${joinWords(names, ', ')} and ${last}`;
}

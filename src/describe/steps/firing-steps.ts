import {
  absenceText,
  type Blocker,
  type FiringAbsence,
  type GroupKey,
  type Growth,
  type Member,
} from '../../match';
import { code, count, joinWords, say, type Words } from '../../text';
import { duration } from '../words/correlation';
import type { Paragraph } from '../words/paragraph';
import { type Step, step } from './step';

/** One window of a correlation: a firing, or the one that came closest. Times are in milliseconds. */
export interface WindowTold {
  /** The correlation in words. */
  readonly words: readonly Paragraph[];
  /** `number of events ≥ 5`. */
  readonly condition: string;
  /** True if the condition is over the rules, and not a number. */
  readonly overRules?: boolean;
  readonly timespan: number;
  readonly references: readonly { readonly title: string }[];
  readonly key: GroupKey;
  readonly members: readonly Member[];
  /** The window's value at each member; empty where only the whole has one. */
  readonly value: readonly Growth[];
  /** The member with which it fires, as an index; null where it does not fire. */
  readonly fires: number | null;
  /** The rules that did not occur, where it fires because of that. */
  readonly absence?: FiringAbsence;
  /** The events that must not occur, where it does not fire because of them. */
  readonly blocked?: readonly Blocker[];
  /** How many members there are, with those that are not in `members`. */
  readonly size: number;
  /** For a window that does not fire: why, as a sentence. */
  readonly text?: Words;
}

/** Members that are told one by one. */
const TOLD = 8;

/** A correlation over one window, step by step: its words, its window, the events as they come, until it fires. */
export function firingSteps(told: WindowTold): Step[] {
  const { words, condition, timespan, key, members, fires } = told;
  const last = fires ?? members.length - 1;
  const shared = Object.entries(key).map(
    ([name, value]): Words => say`${code(name)} ${code(value === '' ? '(empty)' : value)}`,
  );
  return [
    step({ kind: 'words', title: ['The correlation in words'], says: words, members: 0 }),
    step({
      kind: 'window',
      title: ['The window'],
      says: [say`${code(condition)} within ${duration(timespan)}.`],
      speaks:
        shared.length > 0
          ? [say`All events in it share ${joinWords(shared, ', ')}.`]
          : [['All events count together.']],
      members: 0,
    }),
    ...toldMembers(Math.min(last, members.length - 1)).map(([index, skipped]) =>
      memberStep(told, index, skipped),
    ),
    verdictStep(told),
  ];
}

/** The members up to `last` that are told, each with how many before it are passed over. */
function toldMembers(last: number): [index: number, skipped: number][] {
  const size = last + 1;
  if (size <= TOLD) return Array.from({ length: size }, (_, i) => [i, 0]);
  // The first ones and the last ones, and a few between.
  const wanted = [
    0,
    1,
    2,
    ...[1, 2].map((i) => 2 + Math.round((i * (size - 5)) / 3)),
    size - 3,
    size - 2,
    size - 1,
  ];
  return wanted.map((index, i) => [index, i === 0 ? 0 : index - wanted[i - 1]! - 1]);
}

function memberStep(
  { members, value, references, condition, overRules, blocked = [] }: WindowTold,
  index: number,
  skipped: number,
): Step {
  const { event, at, references: matched } = members[index]!;
  const after = at - members[0]!.at;
  const when =
    index === 0
      ? 'It opens the window'
      : after === 0
        ? 'At the same moment'
        : `${spanWords(after)} after the first`;
  const isInTheWay = (reference: number) =>
    blocked.some((one) => one.event === event && one.reference === reference);
  const titles = matched
    .map((i) => `“${references[i]?.title ?? ''}”${isInTheWay(i) ? ', which must not occur' : ''}`)
    .join(' and ');
  const grown = value[index]?.value;
  return step({
    kind: 'member',
    title: [`Event ${(event + 1).toLocaleString('en')}`],
    says: [
      [`${when}: it matches ${titles}.`],
      ...(skipped > 0
        ? [[`${count(skipped, 'event')} before it ${skipped === 1 ? 'is' : 'are'} passed over here.`]]
        : []),
    ],
    speaks:
      grown === undefined
        ? []
        : [
            overRules
              ? say`${count(grown, 'rule')} occurred in the window so far; the rule asks for ${code(condition)}.`
              : say`The window now has ${valueWords(grown)}; the rule asks for ${code(condition)}.`,
          ],
    members: index + 1,
  });
}

function verdictStep(told: WindowTold): Step {
  const { members, fires, size, condition, text, value, overRules, absence, references } = told;
  if (fires === null)
    return step({
      kind: 'verdict',
      title: ['The correlation does not fire'],
      holds: false,
      says: [text ?? ['No window fulfils the condition.']],
      members: members.length,
    });
  const rest = size - fires - 1;
  const grown = value[fires]?.value;
  return step({
    kind: 'verdict',
    title: ['The correlation fires'],
    holds: true,
    says: [
      grown === undefined || overRules
        ? say`The window fulfils ${code(condition)}.`
        : say`The window has ${valueWords(grown)}, and so fulfils ${code(condition)}.`,
      ...(absence ? [[absenceText(absence, references)]] : []),
    ],
    speaks:
      rest > 0
        ? [[`${count(rest, 'more event')} ${rest === 1 ? 'belongs' : 'belong'} to the same firing.`]]
        : [],
    members: Math.min(fires + 1, members.length),
  });
}

function valueWords(value: number): string {
  return (Math.round(value * 1e6) / 1e6).toLocaleString('en', { maximumFractionDigits: 6 });
}

const UNITS = [
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

/** A span of time in its two largest units; below a minute, with tenths of a second. */
function spanWords(milliseconds: number): string {
  if (milliseconds < 1000) return count(Math.round(milliseconds), 'millisecond');
  if (milliseconds < 60_000) return count(Number((milliseconds / 1000).toFixed(1)), 'second');
  const first = UNITS.findIndex(([, size]) => milliseconds >= size);
  const [[large, size], [small, part]] = [UNITS[first]!, UNITS[first + 1]!];
  const parts = Math.round(milliseconds / part);
  const [whole, rest] = [Math.floor((parts * part) / size), parts % (size / part)];
  return rest === 0 ? count(whole, large) : `${count(whole, large)} and ${count(rest, small)}`;
}

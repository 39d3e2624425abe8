import type { Edit, Range, Words } from '../../text';
import type { Paragraph } from '../words/paragraph';

/*
 * A decision told one step at a time, for people who watch. Steps are made from an explanation that is already there:
 * nothing is evaluated here. Plain data.
 */

/** What a step tells. The last step of every list is a `verdict`. */
export type StepKind =
  | 'words'
  | 'source'
  | 'condition'
  | 'selection'
  | 'excluded'
  | 'field'
  | 'value'
  | 'reason'
  | 'change'
  | 'evasion'
  | 'window'
  | 'member'
  | 'verdict';

/** A stretch of a text to colour. */
export interface StepMark {
  readonly range: Range;
  /** The selection whose colour it has, as an index in `Trace.selections`; null for none. */
  readonly selection: number | null;
  /** `found`: it matched. `near`: it came near. `point`: it is only pointed at. `new`: a change put it there. */
  readonly kind: 'found' | 'near' | 'point' | 'new';
}

/** A rewritten value of the event, with the stretches that are new. */
export interface OtherValue {
  readonly text: string;
  readonly changed: readonly Range[];
}

export interface Step {
  readonly kind: StepKind;
  readonly title: Words;
  /** Whether what it tells of holds; null where that is not the question yet. */
  readonly holds: boolean | null;
  /** What everybody reads. */
  readonly says: readonly Paragraph[];
  /** What the speaker may add. */
  readonly speaks: readonly Paragraph[];
  /** In the rule's text; with `edits`, in the text after them. */
  readonly rule: readonly StepMark[];
  /** In the events' text. */
  readonly events: readonly StepMark[];
  /** A change of the rule that is shown as if made. */
  readonly edits?: readonly Edit[];
  /** Shown in place of the event. */
  readonly other?: OtherValue;
  /** For a correlation: how many of its members have come. */
  readonly members?: number;
}

/** A change of the rule, and what it does to the verdicts of all events. */
export interface StepChange {
  readonly title: Words;
  readonly edits: readonly Edit[];
  readonly counts: { readonly gained: number; readonly lost: number };
  readonly tried: number;
}

const NONE: Omit<Step, 'kind' | 'title'> = { holds: null, says: [], speaks: [], rule: [], events: [] };

/** A step; what it does not have is empty. */
export function step(of: Pick<Step, 'kind' | 'title'> & Partial<Step>): Step {
  return { ...NONE, ...of };
}

/** Stretches as marks of one kind; what is empty cannot be seen and is left out. */
export function marks(
  ranges: readonly (Range | null)[],
  kind: StepMark['kind'],
  selection: number | null = null,
): StepMark[] {
  return ranges.flatMap((range) => (range && range.end > range.start ? [{ range, kind, selection }] : []));
}

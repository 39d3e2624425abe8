import type { Trace } from '../../match';
import { prose, type Range, say } from '../../text';
import { changeSteps } from './change-steps';
import { deciding, namedIn } from './deciding';
import { conditionStep, type EventTold, foundIn, whyMatches, wordsStep } from './event-steps';
import { type Step, type StepChange, step } from './step';

/** A command line written in another way, which the rule no longer finds. */
export interface Evasion {
  readonly name: string;
  /** Why the system still runs the same. */
  readonly why: string;
  readonly text: string;
  /** The stretches of `text` that are new. */
  readonly changed: readonly Range[];
  /** The change of the rule that catches it; null if none is known. */
  readonly change: StepChange | null;
}

/** How a command line slips through, step by step: what matches, the other spelling, the miss, and the change that catches it. */
export function evasionSteps(
  told: Omit<EventTold, 'change'>,
  { name, why, text, changed, change }: Evasion,
): Step[] {
  const { trace, rule } = told;
  const other = { text, changed };
  return [
    wordsStep(told),
    conditionStep(told),
    matchesStep(trace),
    step({
      kind: 'evasion',
      title: say`The evasion: ${name}`,
      says: [prose(why)],
      speaks: [['The marked characters are new.']],
      other,
    }),
    step({
      kind: 'reason',
      title: ['It slips through'],
      holds: false,
      says: [['Written like this, the command line no longer matches the rule.']],
      speaks: [['It still runs the same.']],
      rule: namedIn(trace, deciding(trace.condition).found),
      other,
    }),
    ...(change ? changeSteps(rule, change, 'The change that catches it') : []).map((one) => ({
      ...one,
      other,
    })),
    step({
      kind: 'verdict',
      title: [change ? 'The rule catches it' : 'No small change catches it'],
      holds: change !== null,
      says: [
        change
          ? ['With the change, this spelling matches, and the event as it was still does.']
          : ['None of the changes that were tried catches this spelling and keeps the event.'],
      ],
      other,
      ...(change ? { edits: change.edits } : {}),
    }),
  ];
}

function matchesStep(trace: Trace): Step {
  const { found } = deciding(trace.condition);
  return step({
    kind: 'selection',
    title: ['The event matches'],
    holds: true,
    says: [['As it was recorded, the event matches.']],
    rule: whyMatches(trace, found),
    events: found.flatMap((selection) => foundIn(trace, selection)),
  });
}

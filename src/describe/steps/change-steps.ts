import { count, say } from '../../text';
import type { Paragraph } from '../words/paragraph';
import { edited } from './edited';
import { marks, type Step, type StepChange, step } from './step';

/** A change of the rule, shown as if made, and what it does to all events. */
export function changeSteps(rule: string, change: StepChange, title = 'The nearest change'): Step[] {
  return [
    step({
      kind: 'change',
      title: [title],
      says: [say`${change.title}.`],
      speaks: effectWords(change),
      rule: marks(edited(rule, change.edits).changed, 'new'),
      edits: change.edits,
    }),
  ];
}

/** What a change does to the verdicts, of all events that it was tried on. */
function effectWords({ counts: { gained, lost }, tried }: StepChange): Paragraph[] {
  const more =
    gained === 0
      ? 'no more event matches'
      : `${count(gained, 'more event')} ${gained === 1 ? 'matches' : 'match'}`;
  const less = lost === 0 ? 'none is lost' : `${lost.toLocaleString('en')} ${lost === 1 ? 'is' : 'are'} lost`;
  return [[`Tried on ${count(tried, 'event')}: ${more}, and ${less}.`]];
}

import { toggleExpected } from '../../actions/expect-events';
import { type Choice, Choices } from '../../guard/Choices';
import { numberOf } from '../../results/event-number';
import { useExpectedEvents } from '../../results/expectations';
import { toggleMark, useMarked } from './marked';
import { addPicked, offerFromEvent, offerFromMarked, offerFromTests } from './write';

interface AuthorMenuProps {
  readonly chosen: number;
  readonly disabled: boolean;
}

/** What can be made from the events: additions to the rule, and new rules. */
export function AuthorMenu({ chosen, disabled }: AuthorMenuProps) {
  const marked = useMarked();
  const expected = useExpectedEvents();
  const number = numberOf(chosen);
  const actions: readonly (Choice & { readonly run: () => void })[] = [
    {
      id: 'selection',
      title: 'Add to the selection',
      detail: ['The selected text in the events, or the value at the cursor'],
      run: () => addPicked('selection'),
    },
    {
      id: 'filter',
      title: 'Exclude with a filter',
      detail: ['The selected text in the events, or the value at the cursor'],
      run: () => addPicked('filter'),
    },
    { id: 'event', title: `New rule from event ${number}`, run: () => offerFromEvent(chosen) },
    {
      id: 'mark',
      title: marked.has(chosen) ? `Unmark event ${number}` : `Mark event ${number}`,
      detail: ['In the strip: M, or Shift+click'],
      run: () => toggleMark(chosen),
    },
    {
      id: 'match',
      title: `Event ${number} must match`,
      detail: ['In the strip: +'],
      run: () => toggleExpected(chosen, 'match'),
    },
    {
      id: 'no-match',
      title: `Event ${number} must not match`,
      detail: ['In the strip: -'],
      run: () => toggleExpected(chosen, 'no match'),
    },
    ...(marked.size > 0
      ? [
          {
            id: 'marked',
            title: `New rule for the ${marked.size === 1 ? 'marked event' : `${marked.size} marked events`}`,
            detail: ['Matches none of the others'],
            run: offerFromMarked,
          },
        ]
      : []),
    ...(expected.some((one) => one.expected === 'match')
      ? [
          {
            id: 'tests',
            title: 'New rule for the tests',
            detail: ['Finds what must match, leaves out what must not'],
            run: offerFromTests,
          },
        ]
      : []),
  ];
  return (
    <Choices
      quiet
      disabled={disabled}
      label="Make a rule"
      choices={actions}
      onChoose={(id) => actions.find((action) => action.id === id)?.run()}
    />
  );
}

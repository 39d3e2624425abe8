import { SPECS } from '../../../src/knowledge';
import { chooseEvent } from '../../actions/choose-event';
import { toggleExpected } from '../../actions/expect-events';
import { pickVersion } from '../../actions/pick-version';
import { toggleMark, useMarked } from '../../panels/author/marked';
import { addPicked, offerFromEvent, offerFromMarked, offerFromTests } from '../../panels/author/write';
import { backToPinned, pin, showComparison, unpin } from '../../panels/compare/pinned';
import { naming } from '../../panels/formats/naming';
import { effectivelyChosen } from '../../results/chosen';
import { expectedEvents } from '../../results/expectations';
import { results } from '../../results/results';
import { verdictOf } from '../../results/verdict-columns';
import { session } from '../../state/session';
import type { Command } from './command';

const total = () => results.getState().outcome.total;
const hasEvents = () => total() > 0;
const chosen = () => effectivelyChosen(session.getState().selected, total());
const isPinned = () => session.getState().pinned !== null;

function step(by: 1 | -1, isWanted: (event: number) => boolean = () => true): void {
  const { length } = results.getState().outcome.verdicts;
  let at = chosen() + by;
  while (at >= 0 && at < length && !isWanted(at)) at += by;
  if (at >= 0 && at < length) chooseEvent(at);
}

const isMatch = (event: number) => verdictOf(results.getState().outcome.verdicts, event) === 'match';

/** What is done with a rule, but by its editor. */
export const RULE: readonly Command[] = [
  {
    id: 'pin',
    section: 'Rule',
    title: 'Pin this version of the rule, to compare later ones with it',
    run: pin,
  },
  {
    id: 'compare',
    section: 'Rule',
    title: 'Compare with the pinned version',
    isAvailable: isPinned,
    run: showComparison,
  },
  { id: 'unpin', section: 'Rule', title: 'Unpin the pinned version', isAvailable: isPinned, run: unpin },
  {
    id: 'back-to-pinned',
    section: 'Rule',
    title: 'Go back to the pinned version',
    isAvailable: isPinned,
    run: backToPinned,
  },
  {
    id: 'counts',
    section: 'Rule',
    title: 'Counts: how many events each value matches, beside the rule',
    run: () => session.setState(({ countsShown }) => ({ countsShown: !countsShown })),
  },
  {
    id: 'ignore-logsource',
    section: 'Rule',
    title: 'Ignore log sources',
    run: () =>
      session.setState(({ settings }) => ({
        settings: { ...settings, ignoreLogsource: !settings.ignoreLogsource },
      })),
  },
  ...SPECS.map(
    ({ id, label, published }): Command => ({
      id: `version-${id}`,
      section: 'Rule',
      title: `Version of Sigma for the rule: ${label}${published ? ', the published one' : ''}`,
      run: () => pickVersion(id),
    }),
  ),
];

/** What is done with events: choosing them, and making rules from them. */
export const EVENTS: readonly Command[] = [
  { id: 'next-event', section: 'Events', title: 'Next event', isAvailable: hasEvents, run: () => step(1) },
  {
    id: 'previous-event',
    section: 'Events',
    title: 'Previous event',
    isAvailable: hasEvents,
    run: () => step(-1),
  },
  {
    id: 'next-match',
    section: 'Events',
    title: 'Next event that matches',
    isAvailable: hasEvents,
    run: () => step(1, isMatch),
  },
  {
    id: 'previous-match',
    section: 'Events',
    title: 'Previous event that matches',
    isAvailable: hasEvents,
    run: () => step(-1, isMatch),
  },
  {
    id: 'only-matches',
    section: 'Events',
    title: 'Only matches: hide the events that do not match',
    isAvailable: hasEvents,
    run: () => session.setState(({ matchesOnly }) => ({ matchesOnly: !matchesOnly })),
  },
  {
    id: 'formats',
    section: 'Events',
    title: 'Format of the events: how it was recognised…',
    isAvailable: hasEvents,
    run: () => {
      session.setState({ pane: 'events' });
      requestAnimationFrame(() => naming.setState({ open: true, field: '' }));
    },
  },
  {
    id: 'add-to-selection',
    section: 'Events',
    title: 'Make a rule: add to the selection what is selected in the events',
    isAvailable: hasEvents,
    run: () => addPicked('selection'),
  },
  {
    id: 'add-filter',
    section: 'Events',
    title: 'Make a rule: exclude with a filter what is selected in the events',
    isAvailable: hasEvents,
    run: () => addPicked('filter'),
  },
  {
    id: 'rule-from-event',
    section: 'Events',
    title: 'Make a rule: new rule from event',
    isAvailable: hasEvents,
    run: () => offerFromEvent(chosen()),
  },
  {
    id: 'rule-from-marked',
    section: 'Events',
    title: 'Make a rule: new rule for the marked events',
    isAvailable: () => useMarked.getState().size > 0,
    run: offerFromMarked,
  },
  {
    id: 'rule-from-tests',
    section: 'Events',
    title: 'Make a rule: new rule for the tests',
    isAvailable: () => {
      const { settings } = session.getState();
      const expected = expectedEvents(results.getState().outcome, settings.expected);
      return expected.some((one) => one.expected === 'match');
    },
    run: offerFromTests,
  },
  {
    id: 'mark-event',
    section: 'Events',
    title: 'Mark event, or unmark it',
    isAvailable: hasEvents,
    run: () => toggleMark(chosen()),
  },
  {
    id: 'must-match',
    section: 'Tests',
    title: 'Event must match',
    isAvailable: hasEvents,
    run: () => toggleExpected(chosen(), 'match'),
  },
  {
    id: 'must-not-match',
    section: 'Tests',
    title: 'Event must not match',
    isAvailable: hasEvents,
    run: () => toggleExpected(chosen(), 'no match'),
  },
];

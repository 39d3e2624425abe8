import { createStore } from 'zustand/vanilla';
import type { AuthorAnswer, AuthorAsk, Stamp } from '../../../src/authoring';
import type { Expectation } from '../../../src/expect';
import { type Range, unmarked, type Words } from '../../../src/text';
import { editRule } from '../../actions/edit-rule';
import { replaceWork } from '../../actions/work';
import { editors, onEditorReady } from '../../editor/editors';
import { effectivelyChosen } from '../../results/chosen';
import { askAuthor } from '../../results/connect';
import { expectedEvents } from '../../results/expectations';
import { results } from '../../results/results';
import { eventAt } from '../../results/verdict-columns';
import { session } from '../../state/session';
import { newId } from '../../ui/new-id';
import { notify } from '../../ui/notices';
import { failureWords } from '../../workers/failure-words';
import { useMarked } from './marked';

/** A rule written from events that waits for the user's decision. */
export interface Offer {
  readonly text: string;
  readonly reasons: readonly Words[];
}

/** The rule on offer; null if there is none. */
export const offered = createStore<{ readonly offer: Offer | null }>(() => ({ offer: null }));

/** Adds the selected part of the events to the rule: to what it looks for, or to what it excludes. */
export function addPicked(kind: 'selection' | 'filter', range = editors.events.handle?.selected()): void {
  if (range) void send({ kind, range });
}

/** Offers a rule for events like this one. */
export function offerFromEvent(event: number): void {
  void send({ kind: 'event', event, stamp: stamp() });
}

/** Offers a rule that matches the marked events and none of the others. */
export function offerFromMarked(): void {
  const events = [...useMarked.getState()].sort((a, b) => a - b);
  void send({ kind: 'marked', events, stamp: stamp() });
}

/** Offers a rule that finds the events that must match, and leaves out those that must not. */
export function offerFromTests(): void {
  const expected = expectedEvents(results.getState().outcome, session.getState().settings.expected);
  const of = (wanted: Expectation) => expected.flatMap((one) => (one.expected === wanted ? [one.event] : []));
  void send({ kind: 'tests', match: of('match'), noMatch: of('no match'), stamp: stamp() });
}

/** Replaces the rule in the editor by the one on offer. */
export function takeOffer(): void {
  const { offer } = offered.getState();
  offered.setState({ offer: null });
  if (!offer) return;
  session.setState({ pane: 'rule' });
  replaceWork(
    { rule: offer.text, ruleName: '' },
    { said: 'The rule was replaced by the new one.', why: 'written' },
  );
}

/** Closes the offer. */
export function declineOffer(): void {
  offered.setState({ offer: null });
}

/** Adds the commands to the events' context menu. */
export function startAuthoring(): void {
  if (addCommands()) return;
  const done = onEditorReady(() => {
    if (addCommands()) done();
  });
}

function addCommands(): boolean {
  const { handle } = editors.events;
  handle?.addCommands([
    {
      id: 'sigma.add-to-selection',
      label: 'Add to the Selection',
      run: (range) => addPicked('selection', range),
    },
    { id: 'sigma.add-filter', label: 'Exclude with a Filter', run: (range) => addPicked('filter', range) },
    {
      id: 'sigma.new-rule',
      label: 'New Rule From This Event',
      run: ({ start }: Range) => {
        const { verdicts, total } = results.getState().outcome;
        // Without a rule there are no verdicts, and without verdicts no places of events.
        offerFromEvent(eventAt(verdicts, start) ?? effectivelyChosen(session.getState().selected, total));
      },
    },
  ]);
  return handle !== null;
}

async function send(ask: AuthorAsk): Promise<void> {
  const { outcome, running } = results.getState();
  const { rule } = outcome;
  // The engine's ranges and indices belong to the text that it has read.
  const fresh = !running && outcome.events === session.getState().events;
  const end = fresh ? await askAuthor(ask) : NOT_NOW;
  if (end.how === 'failed') say(failureWords(end.failure));
  else if (end.how === 'superseded' || !end.answer)
    say('The events are still being read. Try again in a moment.', 4000);
  else take(end.answer, rule);
}

const NOT_NOW = { how: 'superseded' } as const;

function say(text: string, milliseconds = 8000): void {
  notify({ key: 'author', text, for: milliseconds });
}

/** `rule`: the text to which the answer's edits apply. */
function take(answer: AuthorAnswer, rule: string): void {
  if (answer.kind === 'rule') {
    offered.setState({ offer: answer });
    return;
  }
  if (answer.kind === 'edit') editRule(rule, answer.edits, unmarked(answer.title));
  if (answer.kind === 'refused') say(unmarked(answer.reason));
}

function stamp(): Stamp {
  const date = new Date().toISOString().slice(0, 10);
  return { id: newId(), date };
}

import type { Synthesis, Target } from '../../../src/authoring';
import { appendEvent } from '../../../src/authoring';
import { unmarked } from '../../../src/text';
import { editors, onEditorReady } from '../../editor/editors';
import { askForEvent, untilRead } from '../../results/connect';
import { results } from '../../results/results';
import { session } from '../../state/session';
import { notify } from '../../ui/notices';
import { failureWords } from '../../workers/failure-words';

/** Appends an event for `target`, through the editor, so that undo removes it; or says why there is none. */
export async function makeEvent(target: Target): Promise<void> {
  const { rule } = session.getState();
  await untilRead();
  const end = await askForEvent(target);
  if (end.how === 'failed') {
    say(failureWords(end.failure));
    return;
  }
  const made = end.how === 'answered' ? end.answer : null;
  if (!made) say('The latest text is still being evaluated. Try again in a moment.');
  else if (session.getState().rule !== rule) say('The rule has changed since then. Try again.');
  else if (made.ok) whenShown(() => append(made));
  else say(unmarked(made.reason));
}

/** On a phone, brings the events to the front; their editor may not have been shown yet. */
function whenShown(then: () => void): void {
  session.setState({ pane: 'events' });
  if (editors.events.handle) {
    then();
    return;
  }
  const done = onEditorReady(() => {
    if (!editors.events.handle) return;
    done();
    then();
  });
}

function append({ json, matches, alone }: Extract<Synthesis, { ok: true }>): void {
  const { handle } = editors.events;
  const { events } = session.getState();
  if (!handle) return;
  const { total } = results.getState().outcome;
  const edit = appendEvent(events, json);
  handle.applyEdits([edit]);
  const start = edit.range.start + edit.text.indexOf(json);
  handle.reveal({ start, end: start + json.length });
  // The new event is the last one.
  session.setState({ selected: total });
  const through = matches ? 'it matches the rule through this' : 'only this keeps the rule from matching it';
  say(`Event ${total + 1} was added: ${through}${alone ? '' : ', and through another value of the list'}.`);
}

function say(text: string): void {
  notify({ key: 'made', text, for: 6000 });
}

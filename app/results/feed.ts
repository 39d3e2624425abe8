import type { Results } from './outcome';
import { reduce } from './reduce';
import { type Message, START, type State } from './run-state';

/** After so long a run shows what it has, though its marks are still to come. */
const SHOW_PARTS_AFTER = 60;

/**
 * Takes messages and gives what is to be shown to `publish`: after the messages that wait already, as one change for all of
 * them. Not in a frame's callback: what an editor is told there it paints one frame later.
 */
export function feed(publish: (shown: Results) => void): (message: Message) => void {
  let state: State = START;
  let published = state.shown;
  let isQueued = false;
  const queue = new MessageChannel();
  const flush = () => {
    published = state.shown;
    publish(published);
  };
  queue.port1.onmessage = () => {
    isQueued = false;
    flush();
  };
  const take = (message: Message) => {
    state = reduce(state, message);
    if (message.kind === 'began')
      setTimeout(() => take({ kind: 'waited', run: message.run }), SHOW_PARTS_AFTER);
    // Whoever paints right after a key must know how the text has changed.
    if (message.kind === 'typed') flush();
    if (isQueued || state.shown === published) return;
    isQueued = true;
    queue.port2.postMessage(null);
  };
  return take;
}

import type { Results } from './outcome';
import { reduce } from './reduce';
import { type Message, START, type State } from './run-state';

/** After this many milliseconds a run shows what it has, even if its marks are still to come. */
const SHOW_PARTS_AFTER = 60;

/**
 * Takes messages and passes what is to be shown to `publish`: after the messages that already wait, as one change for
 * all of them. Not in a frame callback, because an editor paints such a change one frame later.
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
    // Code that paints right after a key has to know how the text has changed.
    if (message.kind === 'typed') flush();
    if (isQueued || state.shown === published) return;
    isQueued = true;
    queue.port2.postMessage(null);
  };
  return take;
}

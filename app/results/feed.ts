import type { Results } from './outcome';
import { reduce } from './reduce';
import { type Message, START, type State } from './run-state';

/** After this many milliseconds a run shows what it has, even if its marks are still to come. */
const SHOW_PARTS_AFTER = 60;

/** Calls back after the messages that already wait. */
export type Later = (call: () => void) => void;

/**
 * Takes messages and passes what is to be shown to `publish`: after the messages that already wait, as one change for
 * all of them. Not in a frame callback, because an editor paints such a change one frame later.
 */
export function feed(
  publish: (shown: Results) => void,
  later: Later = byMessage(),
): (message: Message) => void {
  let state: State = START;
  let published = state.shown;
  let isQueued = false;
  const flush = () => {
    published = state.shown;
    publish(published);
  };
  const take = (message: Message) => {
    state = reduce(state, message);
    if (message.kind === 'began')
      setTimeout(() => take({ kind: 'waited', run: message.run }), SHOW_PARTS_AFTER);
    // Code that paints right after a key has to know how the text has changed, and nothing of another sheet stays.
    if (message.kind === 'typed' || message.kind === 'turned') flush();
    if (isQueued || state.shown === published) return;
    isQueued = true;
    later(() => {
      isQueued = false;
      flush();
    });
  };
  return take;
}

function byMessage(): Later {
  const { port1, port2 } = new MessageChannel();
  const calls: (() => void)[] = [];
  port1.onmessage = () => calls.shift()?.();
  return (call) => {
    calls.push(call);
    port2.postMessage(null);
  };
}

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { Connection } from '../../results/connection';
import { NO_RESULTS, type Results } from '../../results/outcome';
import { type Session, session } from '../../state/session';
import { AT_ONCE, rest, stopTime, Threads } from './world';

const RULE = `title: A
logsource: {product: windows}
detection:
  selection:
    EventID: 1
  condition: selection
`;
// Far more than stands on one screen, so that only what is asked for is explained.
const EVENTS = Array.from({ length: 300 }, (_, i) =>
  JSON.stringify({ EventID: i % 2, Channel: 'Security' }),
).join('\n');

beforeEach(stopTime);
afterEach(() => vi.useRealTimers());

test('what comes on screen before the engine is started keeps nothing from being asked later', async () => {
  const state = createStore<Session>(() => ({
    ...session.getState(),
    rule: RULE,
    events: EVENTS,
    selected: 0,
  }));
  const results = createStore<Results>(() => NO_RESULTS);
  const threads = new Threads(AT_ONCE);
  const connection = new Connection(state, results);
  connection.openPanel('explain');
  connection.lookAt({ start: 0, end: 40 });
  const end = connection.start(threads);
  const rests = () => rest(() => connection.isIdle && threads.waiting === 0);
  await rests();
  state.setState({ selected: 250 });
  await rests();
  expect(results.getState().outcome.traces.get(250)?.verdict).toBeDefined();
  end();
});

import { expect, test } from 'vitest';
import { session } from '../state/session';
import { openedLogs, remember } from './opened-log';

const log = { name: 'a.evtx', text: '', records: 1, problems: [], problemCount: 2 };
const known = () => [...openedLogs.getState()].map(([sheet, { logs }]) => `${sheet}: ${logs[0]?.name}`);

test('the logs of a text are known as long as it stands in its sheet', () => {
  session.setState({ sheet: 'a', events: '<Event/>' });
  remember([log], false);
  session.setState({ sheet: 'b', events: 'others' });
  expect(known()).toEqual(['a: a.evtx']);
  session.setState({ sheet: 'a', events: '<Event/>', selected: 1 });
  expect(known()).toEqual(['a: a.evtx']);
  session.setState({ events: '<Event/> ' });
  expect(known()).toEqual([]);
});

import { readEvents } from '/tmp/wt/syslog/src/event/read';
import { test } from 'vitest';
test('x', () => {
  const good = 'type=USER_LOGIN msg=audit(1.5:9): op=login';
  for (const t of [`{\n${good}`, `{\n${good}\n`, `${good}\n{\n${good}`]) console.log(JSON.stringify(readEvents(t).slices.map(s => [s.range, s.event ? s.event.fields() : s.message])));
});

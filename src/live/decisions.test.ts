import { expect, test } from 'vitest';
import { ruleOf } from '../testing/oracle/check';
import { LiveEngine } from './live-engine';
import type { LiveMessage } from './messages';

const EVENTS = ['{"F":"a\\nb"}', '{"F":"ab"}', '{'].join('\n');
const SETTINGS = { ignoreLogsource: false, placeholders: {} };

/** What an engine posts for the chosen event: first in the run, then for a look. */
async function posted(run: number | null, look?: number): Promise<LiveMessage[]> {
  const messages: LiveMessage[] = [];
  const engine = new LiveEngine((message) => messages.push(message));
  const rule = ruleOf("F: 'a*b'");
  await engine.run(
    rule,
    EVENTS,
    SETTINGS,
    { event: run, visible: null, open: ['explain'] },
    async () => true,
  );
  if (look === undefined) return messages;
  messages.length = 0;
  await engine.look({ event: look, visible: null, open: ['explain'] });
  return messages;
}

const decided = (messages: readonly LiveMessage[]) =>
  messages.flatMap((m) => (m.kind === 'decisions' ? [[m.event, m.decisions.map((d) => d.id)]] : []));

test('what decided comes after the trace of the chosen event, and for no other', async () => {
  const messages = await posted(0);
  const kinds = messages.map((m) => m.kind);
  expect(kinds.indexOf('decisions')).toBeGreaterThan(kinds.indexOf('trace'));
  expect(kinds.at(-1)).toBe('done');
  expect(decided(messages)).toEqual([[0, ['star-newline']]]);
  expect(decided(await posted(null))).toEqual([]);
  expect(decided(await posted(0, 1))).toEqual([[1, []]]);
  // An event that cannot be read has no verdict that could be decided.
  expect(decided(await posted(0, 2))).toEqual([]);
});

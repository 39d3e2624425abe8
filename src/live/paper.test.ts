import { expect, test } from 'vitest';
import { LiveEngine, type LivePaperAsk } from './live-engine';
import { rule } from './testing';

const ASK: LivePaperAsk = {
  what: 'result',
  rule: rule('works', 'ok'),
  events: '{"k":"ok"}',
  settings: { ignoreLogsource: false, placeholders: {} },
  document: 0,
  which: 'chosen',
  chosen: 0,
  first: 1,
};
const always = async () => true;

test.each<[string, Partial<LivePaperAsk>, string]>([
  ['runs the rule', {}, 'match'],
  [
    'heeds the values of placeholders',
    { rule: rule('works', 'ok').replace('k: ok', "k|expand: '%x%'") },
    'match',
  ],
  [
    'heeds mapped fields',
    {
      rule: rule('works', 'ok').replace('k: ok', 'K: ok'),
      settings: { ...ASK.settings, mapping: { k: 'K' } },
    },
    'match',
  ],
  ['heeds the format', { settings: { ...ASK.settings, format: 'plain lines' } }, 'no match'],
])('%s', async (_, more, verdict) => {
  const settings = { ...ASK.settings, placeholders: { x: ['ok'] }, ...more.settings };
  const paper = await new LiveEngine(() => {}).paper({ ...ASK, ...more, settings }, always);
  expect(paper?.blocks.find((one) => one.kind === 'heading' && one.verdict)).toMatchObject({ verdict });
});

test('is superseded if it is no longer wanted', async () => {
  let now = 0;
  const clock = () => (now += 1000);
  expect(await new LiveEngine(() => {}, clock).paper(ASK, async () => false)).toBe(null);
});

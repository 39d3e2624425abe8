import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { decodeLink, encodeLink, type LinkCode, MAX_DECODED } from './share';

const linkOf = (json: string) => `#v1=${deflateRawSync(json).toString('base64url')}`;
const SHARED = {
  rule: 'title: T',
  events: '{"a": "ü"}',
  settings: { ignoreLogsource: true, placeholders: {} },
};

test('a link gives back what it was made of', async () => {
  expect(await decodeLink(await encodeLink(SHARED))).toEqual({ ok: true, shared: SHARED });
});

test.each<[what: string, link: string, code: LinkCode]>([
  ['a later version', linkOf('{"rule": ""}').replace('v1', 'v2'), 'link-version'],
  ['no object', linkOf('["title: T"]'), 'link-content'],
  ['neither side', linkOf('{"rule": 1, "settings": {}}'), 'link-empty'],
  ['more than a link may hold', linkOf(JSON.stringify({ rule: 'x'.repeat(MAX_DECODED) })), 'link-too-large'],
  ['a link cut short', linkOf('{"rule": "title: T"}').slice(0, -4), 'link-broken'],
  ['no base64', '#v1=%%%', 'link-broken'],
  ['no JSON', linkOf('{"rule"'), 'link-broken'],
])('%s is refused: %#', async (_, link, code) => {
  expect(await decodeLink(link)).toMatchObject({ ok: false, code });
});

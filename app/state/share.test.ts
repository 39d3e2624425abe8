import { randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { decodeLink } from './open-share';
import type { LinkCode } from './refusals';
import { encodeLink, LINK_LIMITS, type Shared } from './share';

const linkOf = (json: string) => `#v1=${deflateRawSync(json).toString('base64url')}`;
const SHARED = {
  rule: 'title: T',
  events: '{"a": "ü"}',
  settings: { ignoreLogsource: true, placeholders: {} },
};

test('a link gives back what it was made of', async () => {
  const made = await encodeLink(SHARED);
  expect(made.ok && (await decodeLink(made.hash))).toEqual({
    ok: true,
    shared: SHARED,
    event: null,
    others: new Map(),
  });
});

test.each<[what: string, link: string, code: LinkCode]>([
  ['a later version', linkOf('{"rule": ""}').replace('v1', 'v2'), 'link-version'],
  ['no object', linkOf('["title: T"]'), 'link-content'],
  ['neither side', linkOf('{"rule": 1, "settings": {}}'), 'link-empty'],
  [
    'more than a link may hold',
    linkOf(JSON.stringify({ rule: 'x'.repeat(LINK_LIMITS.content) })),
    'link-too-large',
  ],
  ['a longer link than is made', `#v1=${'A'.repeat(LINK_LIMITS.link)}`, 'link-too-large'],
  ['a link cut short', linkOf('{"rule": "title: T"}').slice(0, -4), 'link-broken'],
  ['no base64', '#v1=%%%', 'link-broken'],
  ['no JSON', linkOf('{"rule"'), 'link-broken'],
])('%s is refused: %#', async (_, link, code) => {
  expect(await decodeLink(link)).toMatchObject({ ok: false, code });
});

/** Work whose content is so many bytes. */
const filled = (size: number, fill: (length: number) => string): Shared => {
  const rest = JSON.stringify({ ...SHARED, events: '' }).length;
  return { ...SHARED, events: fill(size - rest) };
};
const same = (length: number) => 'x'.repeat(length);
const random = (length: number) => randomBytes(length).toString('base64').slice(0, length);

test.each<[what: string, shared: Shared, refused: 'content' | 'link' | null]>([
  ['as much as a link may hold', filled(LINK_LIMITS.content, same), null],
  ['one byte more', filled(LINK_LIMITS.content + 1, same), 'content'],
  ['less, but it does not pack', filled(LINK_LIMITS.link, random), 'link'],
  ['what does not pack, and is short', filled(LINK_LIMITS.link / 2, random), null],
])('what is made can be opened, and what could not be is not made: %s', async (_, shared, refused) => {
  const made = await encodeLink(shared);
  if (!made.ok) {
    expect(made.limit).toBe(refused);
    expect(made.size).toBeGreaterThan(LINK_LIMITS[made.limit]);
    return;
  }
  expect(refused).toBeNull();
  expect(await decodeLink(made.hash)).toMatchObject({ ok: true, shared });
});

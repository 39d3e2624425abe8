import { expect, test } from 'vitest';
import { LINK_LIMITS } from '../state/share';
import { type Asked, readRequest } from './requests';

const NOW = { rule: 'title: a', events: '{}', total: 3 };
const to = (fields: object) => ({ to: 'sigma-playground', ...fields });
const inherited = Object.create(to({ type: 'choose', event: 1 }));

test.each<[what: string, data: unknown]>([
  ['a text', 'sigma-playground'],
  ['null', null],
  ['a list', [to({ type: 'set' })]],
  ['a message of another tool', { to: 'other', type: 'set' }],
  ['what an embed says itself', { source: 'sigma-playground', type: 'ready' }],
  ['what it only inherits', inherited],
])('%s is left alone', (_, data) => {
  expect(readRequest(data, NOW)).toBeNull();
});

test.each<[data: object, asked: Asked]>([
  [
    { type: 'set', rule: 'r' },
    { kind: 'set', rule: 'r' },
  ],
  [
    { type: 'set', rule: '', events: 'e', theme: 'auto', more: 1 },
    { kind: 'set', rule: '', events: 'e', theme: 'system' },
  ],
  [
    { type: 'set', spec: 'proposals' },
    { kind: 'set', spec: 'proposals' },
  ],
  [
    { type: 'set', rule: 'r', spec: '2.1.0' },
    { kind: 'set', rule: 'r', spec: '2.1.0' },
  ],
  [
    { type: 'set', theme: 'dark' },
    { kind: 'set', theme: 'dark' },
  ],
  [
    { type: 'choose', event: 1 },
    { kind: 'choose', index: 0 },
  ],
  [
    { type: 'choose', event: 3 },
    { kind: 'choose', index: 2 },
  ],
])('%j is taken', (fields, asked) => {
  expect(readRequest(to(fields), NOW)).toEqual(asked);
});

const most = LINK_LIMITS.content;

test.each<[data: object, why: string]>([
  [{}, 'no such type'],
  [{ type: 'constructor' }, 'no such type'],
  [{ type: 'set', rule: null }, '“rule” is no text.'],
  [{ type: 'set', events: { toString: 1 } }, '“events” is no text.'],
  [{ type: 'set', theme: 'system' }, '“theme” is none'],
  [{ type: 'set', events: 'x'.repeat(most - 7) }, 'at most'],
  [{ type: 'set', events: 'ü'.repeat(most / 2) }, 'at most'],
  [{ type: 'set', spec: '3' }, '“spec” is none of “2.1.0”, “2.2.0” and “proposals”.'],
  [{ type: 'set', spec: 3 }, '“spec” is none'],
  [{ type: 'set', spec: null }, '“spec” is none'],
  [{ type: 'set', spec: 'constructor' }, '“spec” is none'],
  [{ type: 'choose' }, 'from 1 to 3'],
  [{ type: 'choose', event: 0 }, 'from 1 to 3'],
  [{ type: 'choose', event: 4 }, 'from 1 to 3'],
  [{ type: 'choose', event: 1.5 }, 'from 1 to 3'],
  [{ type: 'choose', event: '1' }, 'from 1 to 3'],
])('%.60j is refused', (fields, why) => {
  const asked = readRequest(to(fields), NOW);
  expect(asked).toMatchObject({ kind: 'refused' });
  expect(asked?.kind === 'refused' && asked.why).toContain(why);
});

test('as much as a link may hold is taken', () => {
  expect(readRequest(to({ type: 'set', events: 'x'.repeat(most - 8) }), NOW)).toMatchObject({ kind: 'set' });
});

import { expect, test } from 'vitest';
import {
  EMBED_DEFAULTS,
  EMBED_NAMES,
  type EmbedOptions,
  originOf,
  readEmbedOptions,
  writeEmbedOptions,
} from './embed-options';
import { decodeLink } from './open-share';

test.each<[options: Partial<EmbedOptions>, written: string]>([
  [{}, ''],
  [{ parts: ['why', 'rule'] }, '&panes=rule,why'],
  [{ theme: 'dark', isEditable: true }, '&theme=dark&edit=yes'],
  [{ parent: 'https://blog.example:8443' }, '&parent=https%3A%2F%2Fblog.example%3A8443'],
])('%j is written and read as the same', async (some, written) => {
  const options = { ...EMBED_DEFAULTS, ...some };
  expect(writeEmbedOptions(options)).toBe(written);
  const opened = await decodeLink(`#rule=a${written}`, EMBED_NAMES);
  const read = readEmbedOptions(opened.ok ? opened.others : new Map([['none', '']]));
  expect(read.ok && { ...read.options, parts: [...read.options.parts].sort() }).toEqual({
    ...options,
    parts: [...options.parts].sort(),
  });
});

test.each<[name: string, value: string, option: Partial<EmbedOptions> | null]>([
  ['theme', 'auto', { theme: 'system' }],
  ['theme', 'light', { theme: 'light' }],
  ['theme', 'blue', null],
  ['panes', 'events,rule', { parts: ['rule', 'events'] }],
  ['panes', 'rule%2Cwhy', { parts: ['rule', 'why'] }],
  ['panes', '', null],
  ['panes', 'rule,constructor', null],
  ['edit', 'no', { isEditable: false }],
  ['edit', 'true', null],
  ['parent', 'https://blog.example', { parent: 'https://blog.example' }],
  ['parent', '*', null],
  ['parent', 'null', null],
  ['constructor', 'a', null],
])('%s=%s', (name, value, option) => {
  const read = readEmbedOptions(new Map([[name, value]]));
  expect(read).toEqual(
    option ? { ok: true, options: { ...EMBED_DEFAULTS, ...option } } : { ok: false, name },
  );
});

test.each<[written: string, origin: string | null]>([
  ['https://blog.example', 'https://blog.example'],
  ['https://blog.example/', 'https://blog.example'],
  ['https://BLOG.example:443', 'https://blog.example'],
  ['http://localhost:8080', 'http://localhost:8080'],
  ['https://blog.example/page', null],
  ['https://user@blog.example', null],
  ['file:///a', null],
  ['javascript:alert(1)', null],
  ['data:text/html,a', null],
  ['blog.example', null],
  ['', null],
])('the origin of “%s”', (written, origin) => {
  expect(originOf(written)).toBe(origin);
});

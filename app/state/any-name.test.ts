import { describe, expect, test } from 'vitest';
import { INHERITED, spiltTexts } from '../../src/testing/any-name';
import { MANIFEST, readManifest } from '../catalog/manifest';
import { decodeLink } from './open-share';
import { READERS } from './session';
import { encodeLink, type Shared } from './share';

/* What is kept, linked and served carries any name as the person wrote it. */

const keyed = <T>(name: string, value: T) => Object.fromEntries([[name, value]]);
const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe.each(INHERITED)('%s', (name) => {
  const settings = {
    ignoreLogsource: false,
    placeholders: keyed(name, ['v']),
    mapping: keyed(name, name),
  };

  test('in a link', async () => {
    const shared: Shared = { rule: name, events: name, settings };
    const made = await encodeLink(shared);
    const opened = await decodeLink(made.ok ? made.hash : '');
    expect(opened).toMatchObject({ ok: true, shared });
    const kept = opened.ok ? opened.shared.settings : settings;
    expect(Object.keys(kept.placeholders)).toEqual([name]);
    expect(Object.keys(kept.mapping ?? {})).toEqual([name]);
  });

  test('in what the browser keeps', () => {
    const layout = keyed(name, keyed(name, 1));
    for (const [key, value] of Object.entries({ settings, layout, ruleName: name, pinned: name })) {
      const read = READERS[key as keyof typeof READERS](json(value));
      expect(JSON.stringify(read)).toBe(JSON.stringify(value));
      expect(spiltTexts(read)).toEqual([]);
    }
    for (const key of ['theme', 'tab', 'pane', 'selected'] as const)
      expect(READERS[key](name)).toBe(undefined);
  });

  test(`in ${MANIFEST}`, () => {
    const entry = { name, file: `${name}.zip`, ...keyed(name, name) };
    expect(readManifest(JSON.stringify([entry]))).toMatchObject([
      { name, file: `${name}.zip`, commit: null },
    ]);
    expect(() => readManifest(JSON.stringify([keyed(name, name)]))).toThrow('has no name');
  });
});

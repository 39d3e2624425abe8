import { describe, expect, it } from 'vitest';
import { EXPORTS } from '../testing/exports/all';
import type { SigmaEvent } from './event';
import { readEvents } from './read';
import { recognise } from './source/recognise';

/*
 * What the usual tools write, in all their forms: each event with its source and its values, and each value at its characters.
 * docs/formats.md lists the same tools and forms.
 */

/** One character as it may be written: itself, an escape of JSON or of XML, or its bytes as digits. */
function isWritten(character: string, written: string): boolean {
  if (written === character) return true;
  const code = character.charCodeAt(0).toString(16);
  return new RegExp(`^(?:\\\\u0*${code}|&#x0*${code};|0*${code})$`, 'i').test(written);
}

/** Each letter and digit of each value stands at its own place in the text, but what was concluded. */
function expectPlaces(text: string, event: SigmaEvent): void {
  for (const { path, value } of event.leaves()) {
    const place = event.locatePath(path);
    expect([path, place !== undefined]).toEqual([path, true]);
    if (!place) continue;
    const shown = String(value);
    // A value that was concluded stands as a whole at what it was concluded from.
    const none = place.toText({ start: 0, end: 0 })[0]!;
    if (none.end > none.start) continue;
    for (let i = 0; i < Math.min(shown.length, 400); i++) {
      if (!/\w/.test(shown[i]!)) continue;
      const written = place.toText({ start: i, end: i + 1 }).map(({ start, end }) => text.slice(start, end));
      expect([path, i, shown[i], isWritten(shown[i]!, written.join(''))]).toEqual([path, i, shown[i], true]);
    }
  }
}

describe.each(Object.entries(EXPORTS))('%s', (_, exports) => {
  it.each(exports.map((one) => [`${one.tool}: ${one.form}`, one] as const))(
    '%s',
    (_, { text, events, told: code }) => {
      const { slices, warnings } = readEvents(text);
      const told = slices.flatMap((slice) => (slice.event ? [] : slice.message));
      expect([told, warnings.map((one) => (code ? one.code : one.message))]).toEqual([
        [],
        code ? [code] : [],
      ]);
      const read = slices.flatMap(({ event }) => event ?? []);
      expect(
        read.map((event, i) => {
          const names = Object.keys(events[i]?.[1] ?? {});
          return [recognise(event).label, Object.fromEntries(names.map((name) => [name, event.get(name)]))];
        }),
      ).toEqual(events);
      for (const event of read) {
        expectPlaces(text, event);
        for (const field of event.fields())
          expect([field, event.get(field) !== undefined]).toEqual([field, true]);
        const before = event.leaves();
        event.release!();
        expect(event.leaves()).toEqual(before);
      }
    },
  );
});

/** The events of a text by their sources; line breaks within values count as one character, however they are written. */
const sourcesOf = (text: string, code?: string) => {
  const { slices, warnings } = readEvents(text);
  const told = slices.flatMap((slice) => (slice.event ? [] : slice.message));
  return [
    ...slices.flatMap(({ event }) => (event ? recognise(event).label : [])),
    ...told,
    ...warnings.filter((one) => one.code !== code),
  ];
};

describe.each([
  ['with a byte order mark', (text: string) => `\ufeff${text}`, 1],
  ['with line breaks of Windows', (text: string) => text.replaceAll(/\r?\n/g, '\r\n'), 1],
  ['without the last line break', (text: string) => text.replace(/\n$/, ''), 1],
  ['in a fence of Markdown', (text: string) => `\`\`\`\n${text}\n\`\`\`\n`, 1],
  ['twice, one behind the other', (text: string) => `${text.replace(/\n?$/, '\n')}${text}`, 2],
] as const)('%s', (_, changed, times) => {
  it.each(
    Object.values(EXPORTS).flatMap((all) => all.map((one) => [`${one.tool}: ${one.form}`, one] as const)),
  )('%s', (_, { text, events, told }) => {
    const sources = events.map(([source]) => source);
    expect(sourcesOf(changed(text), told)).toEqual(times === 2 ? [...sources, ...sources] : sources);
  });
});

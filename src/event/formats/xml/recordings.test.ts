import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeWithShared } from '../../../testing/shared';
import type { SigmaEvent } from '../../event';
import { readEvtx } from '../../evtx/read';
import { readEvents } from '../../read';

/*
 * The same recording twice: from the event log through XML, and from the JSON that evtx_dump wrote. XML has no numbers,
 * and evtx_dump writes GUIDs in capitals without braces, times with six digits of a second, and strips spaces around
 * values. Allowing for that, every field of either must be a field of the other with the same value.
 */

/** A value of the JSON as Windows writes it, as far as it is preserved there. */
function asWindows(json: unknown): unknown {
  if (json === null) return null;
  if (typeof json === 'object') return inside(json, asWindows);
  const text = String(json);
  if (/^[\dA-F]{8}(-[\dA-F]{4}){3}-[\dA-F]{12}$/.test(text)) return `{${text.toLowerCase()}}`;
  return text;
}

function asDump(xml: unknown): unknown {
  if (typeof xml === 'object' && xml !== null) return inside(xml, asDump);
  if (typeof xml !== 'string') return xml;
  return /^\d{4}-\d\d-\d\dT[\d:]{8}\.\d{7}Z$/.test(xml) ? `${xml.slice(0, -2)}Z` : xml.trim();
}

function inside(object: object, change: (value: unknown) => unknown): unknown {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]));
}

const sorted = (event: SigmaEvent) => [...event.fields()].sort();

describeWithShared('recordings as XML', (dir) => {
  it('are the same events as the JSON beside them, and every value is found in the text', () => {
    const folder = join(dir, 'corpus', 'regression');
    let events = 0;
    let values = 0;
    for (const name of readdirSync(folder)) {
      const path = join(folder, name, 'events.evtx');
      if (!existsSync(path)) continue; // a recording that is no event log
      const text = readEvtx(readFileSync(path))
        .records.map(({ xml }) => xml)
        .join('\n');
      const xml = readEvents(text).slices;
      const json = readEvents(readFileSync(join(folder, name, 'events.json'), 'utf8')).slices;
      expect([name, xml.length]).toEqual([name, json.length]);
      for (const [i, slice] of xml.entries()) {
        const [one, other] = [slice.event!, json[i]!.event!];
        expect([name, sorted(one)]).toEqual([name, sorted(other)]);
        for (const field of other.fields()) {
          const value = one.get(field);
          expect([name, field, asDump(value)]).toEqual([name, field, asWindows(other.get(field))]);
          const place = one.locate(field)!;
          const length = typeof value === 'string' ? value.length : 0;
          const written = place.toText({ start: 0, end: length }).map((r) => text.slice(r.start, r.end));
          if (typeof value === 'string' && !/[&<>\r]/.test(value)) expect(written).toEqual([value]);
          expect([name, field, place.name]).toEqual([name, field, other.locate(field)!.name]);
          values++;
        }
        expect(
          one
            .leaves()
            .map(({ path }) => path.join('/'))
            .sort(),
        ).toEqual(
          other
            .leaves()
            .map(({ path }) => path.join('/'))
            .sort(),
        );
        events++;
      }
    }
    console.log(`${events} recorded events are the same from .evtx and from JSON, in ${values} values`);
    expect(events).toBeGreaterThan(80);
  });
});

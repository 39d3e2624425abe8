import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseTree, type XmlElement } from '../../testing/evtx/tree';
import { describeWithShared } from '../../testing/shared';
import { readEvtx } from './read';

type Json = null | string | number | boolean | readonly Json[] | { readonly [name: string]: Json };
type JsonElement = { readonly [name: string]: Json };

/*
 * The JSON beside each recording was written by another reader, evtx_dump. It has the same values in another notation:
 * numbers are numbers, GUIDs are in capitals without braces, times have six digits of a second, and spaces around a
 * value are gone. Everything else must be the same, character by character.
 */

const GUID = /^[\dA-F]{8}(-[\dA-F]{4}){3}-[\dA-F]{12}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;

/** The difference in notation that explains the two values; `undefined` if they really differ. */
function notation(xml: string, json: Json): string | undefined {
  if (json === null) return xml === '' ? 'same' : undefined;
  if (typeof json !== 'string') return xml === String(json) ? 'number' : undefined;
  if (xml === json) return 'same';
  if (GUID.test(json) && xml === `{${json.toLowerCase()}}`) return 'GUID';
  if (TIME.test(json) && xml.length === 28 && xml.startsWith(json.slice(0, -1))) return 'time';
  return xml.trim() === json ? 'spaces' : undefined;
}

/** Every value of an element and what the JSON has for it: attributes, text, child elements, `Data` by name. */
function pairs(xml: XmlElement, json: Json, path: string): [string, string, Json | undefined][] {
  const found: [string, string, Json | undefined][] = [];
  const object =
    typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as JsonElement) : {};
  const attributes = (object['#attributes'] ?? {}) as JsonElement;
  for (const [name, value] of Object.entries(xml.attributes))
    found.push([`${path}@${name}`, value, attributes[name]]);
  for (const name of Object.keys(attributes))
    if (xml.attributes[name] === undefined) found.push([`${path}@${name}`, 'missing', attributes[name]]);
  if (xml.children.length === 0) {
    const text = object['#text'] ?? (json === object ? null : json);
    found.push([path, xml.text, text as Json]);
    return found;
  }
  expect([path, xml.text.trim()]).toEqual([path, '']);
  const names = xml.children.map(fieldName);
  expect([path, names.sort()]).toEqual([
    path,
    Object.keys(object)
      .filter((name) => name !== '#attributes')
      .sort(),
  ]);
  for (const child of xml.children) {
    const name = fieldName(child);
    const bare = child.name === 'Data' ? { ...child, attributes: {} } : child;
    found.push(...pairs(bare, object[name]!, `${path}/${name}`));
  }
  return found;
}

function fieldName(element: XmlElement): string {
  return element.name === 'Data' ? (element.attributes.Name ?? 'Data') : element.name;
}

describeWithShared('recordings as .evtx', (dir) => {
  it('give the System part and the data of the JSON beside them, value by value', () => {
    const folder = join(dir, 'corpus', 'regression');
    const seen: Record<string, number> = {};
    let records = 0;
    for (const name of readdirSync(folder)) {
      let bytes: Uint8Array;
      try {
        bytes = readFileSync(join(folder, name, 'events.evtx'));
      } catch {
        continue; // a recording that is no event log
      }
      const { records: read, problems } = readEvtx(bytes);
      expect([name, problems.all]).toEqual([name, []]);
      const json = jsonEvents(readFileSync(join(folder, name, 'events.json'), 'utf8'));
      expect([name, read.length]).toEqual([name, json.length]);
      for (const [i, { xml }] of read.entries()) {
        for (const [path, value, expected] of pairs(parseTree(xml), json[i]!, '')) {
          const how = expected === undefined ? undefined : notation(value, expected);
          expect([name, path, how ? 'same' : value]).toEqual([name, path, how ? 'same' : expected]);
          seen[how!] = (seen[how!] ?? 0) + 1;
        }
        records++;
      }
    }
    console.log(`${records} records read; values by notation: ${JSON.stringify(seen)}`);
    expect(records).toBeGreaterThan(80);
  });
});

/** One event, or one a line. */
function jsonEvents(text: string): Json[] {
  try {
    return [(JSON.parse(text) as { Event: Json }).Event];
  } catch {
    return text
      .split(/\n(?=\{)/)
      .filter((part) => part.trim() !== '')
      .map((part) => (JSON.parse(part) as { Event: Json }).Event);
  }
}

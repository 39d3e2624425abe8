import { PUBLISHED, type SpecVersion, specHas } from '../../knowledge';
import type { Line } from './line';
import { type Outline, specOf } from './outline';

/*
 * Where a cursor is in the blocks about members of arrays. As with `place.ts`, it is told from the lines alone.
 * The arrays of events are named as `src/live/array-names.ts` does: `connections[]` for a member, `connections[].ip` for
 * its field.
 */

/** A selector at the end of a field's name, such as `[any]`. */
const SELECTOR_AT_END = /(?<!\\)\[[^[\]]*\]$/;
const SELECTORS = /(?<!\\)\[[^[\]]*\]/g;

/** True if `[any]` and its like are selectors in this document, not parts of names. */
export function hasSelectors(outline: Outline, picked: SpecVersion = PUBLISHED): boolean {
  return specHas(specOf(outline, picked), 'proposals');
}

/**
 * The members that the keys of a selection lead to, from the selection inwards: `''` outside of blocks, `rules[].at[]`
 * for the members of `at` in those of `rules`. A name in a block may be one of its own selections. Null if the keys
 * lead elsewhere.
 */
export function membersAt(keys: readonly string[]): string | null {
  let members = '';
  let isNamed = false;
  for (const key of keys) {
    if (SELECTOR_AT_END.test(key)) {
      members = memberField(members, key);
      isNamed = false;
    } else if (members !== '' && !isNamed && !key.includes('|')) isNamed = true;
    else return null;
  }
  return members;
}

/** A field as it is written beneath members, as a name of the events: `ip` beneath `connections[]`. */
export function memberField(members: string, written: string): string {
  const field = written.replace(SELECTORS, '[]');
  if (members === '') return field;
  return field === '.' ? members : `${members}.${field}`;
}

/** The name under which the events have the values of all members: `connections.ip` for `connections[].ip`. */
export function gathered(name: string): string {
  return name.replaceAll('[]', '').replace(/\\([[\]])/g, '$1');
}

/** The other keys at the level of a line, under the same key. */
export function besides(lines: readonly Line[], at: Line): readonly Line[] {
  const own = lines.indexOf(at);
  if (own < 0) return [];
  const walked = (step: 1 | -1): Line[] => {
    const found: Line[] = [];
    for (let i = own + step; i >= 0 && i < lines.length; i += step) {
      const line = lines[i]!;
      if (line.blank) continue;
      if (line.column < at.column) break;
      if (line.column === at.column && line.key !== null) found.push(line);
    }
    return found;
  };
  return [...walked(-1).reverse(), ...walked(1)];
}

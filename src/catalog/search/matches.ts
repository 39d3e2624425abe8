import { wildcards } from '../../text';
import { LEVELS, type Level } from '../catalog';
import { KEYS, type Key } from './keys';
import type { Comparison, Needle } from './query';

/** How `needle` is compared with a text of `key`: the one predicate of a search. */
export function matcherFor(key: Key, needle: Needle): (text: string) => boolean {
  switch (KEYS[key].mode) {
    case 'part':
      return (text) => text.includes(needle.text);
    case 'whole':
      return needle.wild ? wildcards(needle.text) : (text) => text === needle.text;
    case 'level':
      return levels(needle.text, needle.comparison);
    case 'date':
      return dates(needle.text, needle.comparison);
  }
}

/** Highest first in the list; only `none` finds rules without a level. */
function levels(wanted: string, comparison: Comparison | undefined): (text: string) => boolean {
  if (!comparison) return (text) => text === wanted;
  const rank = (level: string) => LEVELS.length - LEVELS.indexOf(level as Level);
  return (text) => text !== 'none' && compare(rank(text) - rank(wanted), comparison);
}

/** A month or a year stands for each of its days. */
function dates(wanted: string, comparison: Comparison | undefined): (text: string) => boolean {
  return (text) => {
    if (text.startsWith(wanted)) return comparison === undefined || comparison.endsWith('=');
    return comparison !== undefined && compare(text < wanted ? -1 : 1, comparison);
  };
}

function compare(difference: number, comparison: Comparison): boolean {
  switch (comparison) {
    case '>=':
      return difference >= 0;
    case '>':
      return difference > 0;
    case '<=':
      return difference <= 0;
    case '<':
      return difference < 0;
  }
}

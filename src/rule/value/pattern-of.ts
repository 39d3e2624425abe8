import type { Readings } from '../../knowledge';
import { LinePattern } from './line-pattern';
import { Pattern } from './pattern';
import type { SigmaString } from './sigma-string';

/** A compiled value with wildcards, under the given readings. */
export function patternOf(parts: SigmaString, cased: boolean, readings: Readings): Pattern {
  // Stars that a modifier added have no range of their own. They cross lines however `*` is read.
  const stars = readings['star-newline'] && parts.some((part) => part.kind === 'star' && part.at !== null);
  return stars ? new LinePattern(parts, cased, readings) : new Pattern(parts, cased, readings);
}

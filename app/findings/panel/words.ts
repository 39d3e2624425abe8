import type { CatalogRule } from '../../../src/catalog';
import type { FindingsFilter } from '../../../src/findings';
import { LEVEL_NAMES } from '../../catalog/panel/rows';
import { timeWords } from '../../log/panel/words';

/** How a name that an event does not have is called. */
export const NOT_NAMED = '(not named)';

/** A part of the filter that is on, and what is chosen in it. */
export interface FilterPart {
  readonly key: keyof FindingsFilter;
  readonly words: string;
}

/** The parts of the filter that are on, in words. */
export function filterWords(filter: FindingsFilter, rules: readonly CatalogRule[]): FilterPart[] {
  const { rule, level, technique, host, user, file, span } = filter;
  const parts: FilterPart[] = [];
  if (rule !== null) parts.push({ key: 'rule', words: `Rule ${rules[rule]?.title ?? ''}` });
  if (level !== null) parts.push({ key: 'level', words: `Level ${LEVEL_NAMES[level]}` });
  if (technique !== null) parts.push({ key: 'technique', words: `Technique ${technique}` });
  if (host !== null) parts.push({ key: 'host', words: `Host ${host || NOT_NAMED}` });
  if (user !== null) parts.push({ key: 'user', words: `User ${user || NOT_NAMED}` });
  if (file !== null) parts.push({ key: 'file', words: `File ${file}` });
  if (span) parts.push({ key: 'span', words: `${minutes(span.from)} to ${minutes(span.to)}` });
  return parts;
}

/** `2026-03-04 08:15:30`, in UTC. */
export function minutes(time: number): string {
  return timeWords(time).slice(0, 19);
}

/** How long something takes: `40 s`, `3 min`, `2 h`. */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}

const UNITS = [
  [86_400_000, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
  [1000, 'second'],
] as const;

/** The width of a bar of the timeline: `1 hour`, `15 minutes`. */
export function widthWords(width: number): string {
  const [unit, name] = UNITS.find(([one]) => width % one === 0) ?? UNITS[3];
  const number = width / unit;
  return number === 1 ? `1 ${name}` : `${number.toLocaleString('en')} ${name}s`;
}

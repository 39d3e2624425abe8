import { pathTrees } from '../event';
import { type FieldPath, printPath, writtenPath } from '../rule';
import { nearest } from '../text';
import type { Absence } from './miss';
import type { EventView } from './view';

/** The most names that a dotted name goes through to compare. */
const MAX_BEGINNINGS = 10;

/** Why a path leads nowhere in an event: the name that the event has instead, or the list that is too short. */
export function absenceAt(path: FieldPath, view: EventView): Absence {
  const whole = printPath(path);
  const names = view.event.fields();
  if (path.length > 1 && names.includes(whole)) return other([whole]);
  const [head, ...rest] = path;
  const leadsTo = (steps: FieldPath) => pathTrees(view.coverage, view.event, steps);
  for (let i = 0; i < path.length; i++) {
    if (leadsTo(path.slice(0, i + 1)).length > 0) continue;
    if (i === 0) return otherHead(String(head), names, (name) => leadsTo([name, ...rest]).length > 0, rest);
    if (typeof path[i] !== 'number') return {};
    const before = leadsTo(path.slice(0, i));
    if (before.length !== 1) return {};
    const { value } = before[0]!;
    if (value === null) return {};
    return { list: { name: printPath(path.slice(0, i)), count: Array.isArray(value) ? value.length : null } };
  }
  return {};
}

function otherHead(
  head: string,
  names: readonly string[],
  isThere: (name: string) => boolean,
  rest: FieldPath,
): Absence {
  const lower = head.toLowerCase();
  const all = [...new Set(names.flatMap(beginnings))];
  const close = all.find((name) => name.toLowerCase() === lower) ?? nearest(head, all);
  return close && isThere(close) ? other([close, ...rest]) : {};
}

function other(path: FieldPath): Absence {
  const written = writtenPath(path);
  return written === null ? {} : { otherField: written };
}

/** A dotted name and those that it goes through: `a.b.c`, `a`, `a.b`. */
function beginnings(name: string): string[] {
  const all = [name];
  for (let dot = name.indexOf('.'); dot > 0 && all.length < MAX_BEGINNINGS; dot = name.indexOf('.', dot + 1))
    all.push(name.slice(0, dot));
  return all;
}

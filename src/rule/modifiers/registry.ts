import { all } from './all';
import { base64 } from './base64';
import { base64offset } from './base64offset';
import { cased } from './cased';
import { cidr } from './cidr';
import { contains } from './contains';
import { day } from './day';
import { endswith } from './endswith';
import { exists } from './exists';
import { expand } from './expand';
import { fieldref } from './fieldref';
import { gt } from './gt';
import { gte } from './gte';
import { hour } from './hour';
import { i } from './i';
import { lt } from './lt';
import { lte } from './lte';
import { m } from './m';
import { minute } from './minute';
import type { Modifier } from './modifier';
import { month } from './month';
import { neq } from './neq';
import { re } from './re';
import { s } from './s';
import { startswith } from './startswith';
import { utf16 } from './utf16';
import { utf16be } from './utf16be';
import { week } from './week';
import { wide } from './wide';
import { windash } from './windash';
import { year } from './year';

/** Every modifier of specification 2.1.0, in the order of lists. */
export const MODIFIERS: readonly Modifier[] = [
  contains,
  startswith,
  endswith,
  all,
  re,
  i,
  m,
  s,
  cidr,
  cased,
  exists,
  neq,
  windash,
  base64,
  base64offset,
  wide,
  utf16be,
  utf16,
  lt,
  lte,
  gt,
  gte,
  minute,
  hour,
  day,
  week,
  month,
  year,
  fieldref,
  expand,
];

const byName = new Map(
  MODIFIERS.flatMap((m) => [m.name, ...(m.aliases ?? [])].map((name) => [name, m] as const)),
);

/** Finds a modifier by name or alias. Names are lower case (specification, Modifiers). */
export function modifierNamed(name: string): Modifier | undefined {
  return byName.get(name);
}

/** All names and aliases, for suggestions. */
export function modifierNames(): string[] {
  return [...byName.keys()];
}

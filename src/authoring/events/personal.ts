import type { SigmaEvent } from '../../event';
import type { Scalar } from '../../text';
import type { FieldTest } from './field-test';

/*
 * A rule is about what was done, not about who did it in the event that the rule is made from, so names of people
 * stay out.
 */

const USER_FIELD =
  /(?:^|[._-]|[a-z])(?:user|username|user_name|accountname|account_name|samaccountname|login|logname|upn|userprincipalname|principal|owner|email|mail)(?:[._-]?name)?$|^(?:user|account|login|auid|uid|euid|suid|fsuid|acct|identity|caller|actor|cs-username|src_user|dst_user|initiatedby\.user.*|useridentity.*|user\..*|actor\..*)$/i;

/** Accounts on every machine: they show what kind of process it is. */
const WELL_KNOWN =
  /^(?:(?:nt authority|builtin|nt-autorität|workgroup)\\)?(?:system|local service|network service|localsystem|anonymous logon|administrators?|root|nobody|www-data|daemon|guest|everyone|-|n\/a)?$/i;

/** True for a field that says who did something, unless it names an account that every machine has. */
export function namesUser(field: string, value: Scalar): boolean {
  return USER_FIELD.test(field) && !WELL_KNOWN.test(String(value).trim());
}

/** Home folders in paths of Windows, Linux and macOS. */
const HOME = /(?:\\Users\\|\\Documents and Settings\\|\/home\/|\/Users\/)([^\\/"':*?<>|\s][^\\/"':*?<>|]*)/gi;
/** Folders beside them that are not personal. */
const SHARED = /^(?:public|default|default user|all users|shared)$/i;

/** The names of people in an event: in the fields for them, and as folders in its paths. */
export function userNames(event: SigmaEvent): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (name: string) => {
    const own = name.trim();
    if (own.length > 1 && !WELL_KNOWN.test(own) && !SHARED.test(own) && !/^[\d.]+$/.test(own))
      names.add(own.toLowerCase());
  };
  for (const field of event.fields()) {
    const value = event.get(field);
    if (typeof value !== 'string' || value.length > 10_000) continue;
    if (namesUser(field, value)) add(value.replace(/^.*[\\/]/, '').replace(/@.*$/, ''));
    for (const [, name] of value.matchAll(HOME)) add(name!);
  }
  return names;
}

const SHORTEST = 4;

/** A test without the names in its values: only what is beside a name. Null if too little is left. */
export function withoutNames(test: FieldTest, names: ReadonlySet<string>): FieldTest | null {
  if (names.size === 0 || test.values.every((value) => partsWithout(value, names)[0] === String(value)))
    return test;
  const values: Scalar[] = [];
  for (const value of test.values) {
    const parts = partsWithout(value, names);
    const [longest] = [...parts].sort((a, b) => b.length - a.length);
    if (longest === undefined || longest.trim().length < SHORTEST) return null;
    values.push(longest);
  }
  const [, end] = test.modifier.split('|');
  const ends =
    test.modifier === 'endswith' && test.values.every((v, i) => String(v).endsWith(String(values[i])));
  const modifier = ends ? 'endswith' : end === 'all' ? 'contains|all' : 'contains';
  return { ...test, modifier, values: [...new Set(values)] };
}

/** The parts of a value between the names in it; the whole value if it has none. */
function partsWithout(value: Scalar, names: ReadonlySet<string>): string[] {
  const pattern = [...names].map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const parts = String(value).split(new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'giu'));
  return parts.length === 1 ? parts : parts.map((part) => part.trim()).filter((part) => part !== '');
}

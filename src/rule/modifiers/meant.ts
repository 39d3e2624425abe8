import { byName, nearest, prose, say, type Words } from '../../text';
import { modifierNamed, modifierNames } from './registry';

/** What an unknown modifier was most likely meant to be. */
export interface Meant {
  /** A sentence, or several: what to write instead. */
  readonly words: Words;
  /** The modifiers to write in its place; empty if it is to be removed with the bar before it. Null if no one fix is right. */
  readonly write: string | null;
}

const NEGATED = prose(
  'Write `neq` for a value that must not match, or put it in a selection of its own and negate that with `not` in the condition.',
);
const LIST = prose('A list of values needs no modifier: one of them has to match. Remove it.');
const EQUAL = prose('Without a modifier the value has to be equal. Remove it.');
const ANY_CASE = prose('Case does not matter, unless `cased` is there. Remove it.');
const WILDCARDS = prose('`*` and `?` are wildcards in every value. Remove it.');
const ABSENT = prose('For a field that is absent or null, write the value `null` without a modifier.');

/** Names that other query languages have for what Sigma says otherwise. */
const ELSEWHERE = byName<readonly [words: Words, write: string | null]>({
  ...all(
    ['ne', 'not', '!', '!=', '<>', 'isnot', 'notequals', 'nequals', 'noteq', 'nequal', 'except'],
    NEGATED,
    'neq',
  ),
  ...all(['in', 'or', 'any', 'oneof', 'anyof', 'is_in'], LIST, ''),
  ...all(['notin', 'nin', 'noneof', 'none'], say`${NEGATED} It takes a list too.`, 'neq'),
  ...all(['eq', 'equals', 'equal', 'is', '=', '==', 'exact', 'exactly', 'term', 'keyword'], EQUAL, ''),
  ...all(['nocase', 'icase', 'ignorecase', 'insensitive', 'ci', 'iequals', 'caseinsensitive'], ANY_CASE, ''),
  ...all(['like', 'ilike', 'wildcard', 'glob'], WILDCARDS, ''),
  ...all(
    ['icontains', 'has', 'includes', 'substring', 'match_phrase'],
    prose('Write `contains`.'),
    'contains',
  ),
  ...all(
    ['istartswith', 'begins', 'beginswith', 'starts', 'prefix'],
    prose('Write `startswith`.'),
    'startswith',
  ),
  ...all(['iendswith', 'suffix'], prose('Write `endswith`.'), 'endswith'),
  ...all(['and', 'allof', 'hasall'], prose('Write `all`: every value of the list has to match.'), 'all'),
  ...all(
    ['regex', 'regexp', 'matches', 'match', 'rx', 'rlike', 'pcre', '~', '=~'],
    prose('Write `re`.'),
    're',
  ),
  ...all(['case', 'casesensitive', 'sensitive', 'cs'], prose('Write `cased`.'), 'cased'),
  ...all(['ip', 'subnet', 'network', 'net', 'incidr'], prose('Write `cidr`.'), 'cidr'),
  ...all(['>', 'greater', 'above'], prose('Write `gt`.'), 'gt'),
  ...all(['>=', 'ge', 'min', 'atleast'], prose('Write `gte`.'), 'gte'),
  ...all(['<', 'less', 'below'], prose('Write `lt`.'), 'lt'),
  ...all(['<=', 'le', 'max', 'atmost'], prose('Write `lte`.'), 'lte'),
  ...all(['null', 'isnull', 'empty', 'missing', 'absent'], ABSENT, null),
  ...all(
    ['notnull', 'isnotnull', 'notempty', 'present'],
    prose('For a field that is there, write `exists: true`.'),
    null,
  ),
  ...all(
    ['b64', 'frombase64', 'base64encoded'],
    prose('Write `base64offset|contains` for a part of an encoded text, or `base64` for the whole.'),
    null,
  ),
  ...all(['between', 'range'], prose('Write the field twice, with `gte` and `lte`.'), null),
  ...all(
    ['count', 'near', 'sum', 'avg'],
    prose('A rule looks at one event. Write a correlation rule to count or to join events.'),
    null,
  ),
});

function all(names: readonly string[], words: Words, write: string | null) {
  return Object.fromEntries(names.map((name) => [name, [words, write] as const]));
}

/** What an unknown modifier was meant to be: by another language's name, negated, in other case, unfinished or misspelled. */
export function meantBy(name: string): Meant | null {
  const lower = name.toLowerCase();
  if (modifierNamed(lower)) return offer(lower);
  const plain = lower.replace(/[_\s-]/g, '');
  const known = ELSEWHERE.get(lower) ?? ELSEWHERE.get(plain);
  if (known) return { words: known[0], write: known[1] };
  const negated = /^(?:!|not|doesnot|n(?=..))(.+)$/.exec(plain)?.[1];
  const inner =
    negated === undefined ? null : (modifierNamed(negated)?.name ?? closeTo(negated, plain !== lower));
  if (inner === 'exists')
    return { words: prose('For a field that is absent, write `exists: false`.'), write: null };
  if (inner && inner !== 'neq')
    return { words: say`Write \`${inner}|neq\`: no value may match.`, write: `${inner}|neq` };
  if (modifierNamed(plain)) return offer(modifierNamed(plain)!.name);
  const close = closeTo(lower, true);
  return close ? offer(close) : null;
}

function offer(name: string): Meant {
  return { words: say`Did you mean \`${name}\`?`, write: name };
}

function closeTo(name: string, loose: boolean): string | null {
  const begun = name.length > 1 ? [...modifierNames()].filter((one) => one.startsWith(name)) : [];
  if (begun.length === 1) return begun[0]!;
  return loose ? nearest(name, modifierNames()) : null;
}

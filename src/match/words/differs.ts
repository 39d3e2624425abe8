import type { AskedText, Excerpt, Near, Progress } from '../../rule';
import { excerptCode } from '../../rule';
import { code, joinWords, say, type Words } from '../../text';
import type { Miss } from '../miss';
import { characterWords, isBlank, stretchWords } from './characters';

type Differing = Extract<Miss, { readonly reason: 'value differs' }>;
type By<Kind> = Extract<Differing, { readonly by: Kind }>;

/** `is 'x'`, or `is empty`. */
export function isValue(value: Excerpt): Words {
  return value.text === '' ? ['is empty'] : say`is ${excerptCode(value)}`;
}

/** How a value differs from what the rule looks for. `name`: what has the value. */
export function differsWords(miss: Differing, name: Words): Words {
  switch (miss.by) {
    case 'text':
      return text(miss, name);
    case 'look':
      return look(miss, name);
    case 'expression':
      return expression(miss, name);
    case 'encoded':
      return encoded(miss, name);
    case 'scalar':
      return say`${name} ${isValue(miss.value)}, not ${miss.wanted}`;
    case 'comparison': {
      const what = miss.part === null ? name : say`The ${miss.part} of ${name}`;
      return say`${what} is ${miss.found}, not ${BORDERS[miss.op]} ${miss.bound}`;
    }
    case 'time':
      return say`The ${miss.part} of ${name} is ${miss.found}, not ${miss.wanted}`;
    case 'other field': {
      const verb = NOT[miss.mode];
      return miss.mode === 'is'
        ? say`${name} ${isValue(miss.value)}, but ${otherFieldWords(miss)}`
        : say`${name} ${isValue(miss.value)}; it ${verb} the value of ${code(miss.other)}, ${theirs(miss.theirs)}`;
    }
    case 'object':
      return say`${name} is an object, not text`;
    case 'empty list':
      return say`${name} is an empty list`;
    case 'keyword':
      return say`No value of the event ${HOW[miss.how]} ${excerptCode(miss.wanted)}${miss.encoded ? ' in base64' : ''}`;
  }
}

const BORDERS: Readonly<Record<By<'comparison'>['op'], string>> = {
  lt: 'less than',
  lte: 'at most',
  gt: 'more than',
  gte: 'at least',
};

const NOT: Readonly<Record<AskedText['how'], string>> = {
  is: 'is not',
  contains: 'does not contain',
  starts: 'does not start with',
  ends: 'does not end with',
  like: 'is not like',
  anything: 'is not anything',
};

/** What a test requires of a text, in words. */
export const HOW: Readonly<Record<AskedText['how'] | 'matches', string>> = {
  is: 'is',
  contains: 'contains',
  starts: 'starts with',
  ends: 'ends with',
  like: 'is like',
  anything: 'is anything like',
  matches: 'matches',
};

function text({ value, asked, near, progress, lineEnds }: By<'text'>, name: Words): Words {
  const line = lineEnds ? say`. A ${code('*')} ends at a line break` : [];
  const got = progress ? progressWords(progress) : near ? nearWords(near, asked.how, value) : [];
  if (asked.how === 'is') return say`${name} ${isValue(value)}, not ${wanted(asked)}${got}`;
  return say`${name} ${isValue(value)}; it ${NOT[asked.how]} ${wanted(asked)}${line}${got}`;
}

/** What the rule looks for, with anything that matters besides the characters. */
function wanted({ text, cased, anyDash }: AskedText): Words {
  if (text.text === '') return ['empty'];
  const notes = [...(cased ? ['case matters'] : []), ...(anyDash ? ['any dash counts'] : [])];
  return say`${excerptCode(text)}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
}

function progressWords({ done, missing, place }: Progress): Words {
  const part = stretchWords(missing);
  if (place === 'start') return say`: it does not begin with ${part}`;
  if (place === 'end')
    return say`: it does not end with ${part}${done === '' ? [] : say` after ${code(done)}`}`;
  return done === '' ? say`: ${part} is not in it` : say`: after ${code(done)} there is no ${part}`;
}

/** Longer stretches in place of each other are not typos. */
const MAX_LETTERS = 8;

function nearWords(
  { kind, common, side, expected, found }: Near,
  how: AskedText['how'],
  value: Excerpt,
): Words {
  if (kind === 'whole') {
    if (how === 'starts') return ['. It occurs later, but not at the start'];
    if (how === 'ends') return ['. It occurs earlier, but not at the end'];
    const beside = isBlank(found) ? stretchWords(found) : 'more';
    return say`. Nearest is ${excerptCode(common)}, with ${side === null ? 'more' : beside} ${side ?? 'around'} it`;
  }
  const nearest = say`. Nearest is ${excerptCode(common)}`;
  if (kind === 'typo') {
    if (Math.max(expected.length, found.length) > MAX_LETTERS) return nearest;
    // If all of the value is near, do not repeat it.
    const isAll = common.text === value.text;
    const [has, lacks] = isAll
      ? [['. It has'], ['. It lacks']]
      : [say`${nearest}, with`, say`${nearest}, without`];
    if (expected === '') return say`${has} ${stretchWords(found)} added`;
    if (found === '') return say`${lacks} ${stretchWords(expected)}`;
    return say`${has} ${stretchWords(found)} instead of ${stretchWords(expected)}`;
  }
  if (side === null) return nearest;
  if (expected === '') return say`${nearest}, with more ${side} it`;
  const there = found === '' ? ['the end'] : stretchWords(found);
  return say`${nearest}; ${side} it comes ${there} instead of ${stretchWords(expected)}`;
}

function look({ value, disguises, at }: By<'look'>, name: Words): Words {
  const differences = disguises.map(({ expected, found }) =>
    expected === ''
      ? say`${characterWords(found)} as well`
      : say`${characterWords(found)} where the rule has ${characterWords(expected)}`,
  );
  const what = at === undefined ? name : [code(at)];
  return say`${what} ${isValue(value)}. It looks the same, but has ${joinWords(differences, ', and ')}`;
}

function expression({ value, whole, fits }: By<'expression'>, name: Words): Words {
  const is = say`${name} ${isValue(value)}`;
  if (whole) return say`${is}; the expression does not match all of it`;
  if (!fits) return say`${is}; the expression matches nowhere in it`;
  return say`${is}; the expression gets as far as ${excerptCode(fits.source)}, and then ${excerptCode(fits.next)} does not match`;
}

function encoded(miss: By<'encoded'>, field: Words): Words {
  const { value, wanted, how, encoding, anyOffset, there, at } = miss;
  const name = at === undefined ? field : [code(at)];
  const text = excerptCode(wanted);
  const as = encoding === 'UTF-8' ? [] : [` of ${encoding}`];
  if (there === 'plain') return say`${name} has ${text} as plain text; the rule looks for it in base64${as}`;
  if (there === undefined || (there === encoding && how === 'is')) {
    const verb = there === undefined ? NOT[how] : 'holds more than';
    return say`${name} ${isValue(value)}; it ${verb} ${text} in base64${as}`;
  }
  if (there !== encoding)
    return say`${name} has ${text} in base64, but of ${there}; the rule looks for ${encoding}`;
  return anyOffset
    ? say`${name} has ${text} in base64; it ${NOT[how]} it`
    : say`${name} has ${text} in base64, but not at an offset that ${code('base64')} finds; ${code('base64offset')} does`;
}

/** What another field has: "`G` is `x`". */
export function otherFieldWords({
  other,
  theirs: values,
}: {
  readonly other: string;
  readonly theirs: readonly (Excerpt | null)[];
}): Words {
  return say`${code(other)} is ${theirs(values)}`;
}

function theirs(values: readonly (Excerpt | null)[]): Words {
  if (values.length === 0) return ['an empty list'];
  return joinWords(
    values.map((value) => (value === null ? 'null' : value.text === '' ? 'empty' : excerptCode(value))),
    ' or ',
  );
}

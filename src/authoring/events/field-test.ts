import { asYamlScalar, printSigmaString } from '../../rule';
import { code, joinWords, type Scalar, say, unmarked, type Words, WrittenNumber } from '../../text';
import type { Picked } from './picked';

/** One test of a field, to write into a rule. Several values are alternatives, except under `contains|all`. */
export interface FieldTest {
  readonly field: string;
  readonly modifier: '' | 'contains' | 'startswith' | 'endswith' | 'contains|all';
  readonly values: readonly Scalar[];
}

/** The test for a selected value, or for a part of it at its place in the value. */
export function testOf(field: string, { value, part }: Picked): FieldTest {
  const text = String(value);
  if (part.start === 0 && part.end >= text.length) return { field, modifier: '', values: [value] };
  const modifier = part.start === 0 ? 'startswith' : part.end >= text.length ? 'endswith' : 'contains';
  return { field, modifier, values: [text.slice(part.start, part.end)] };
}

/** The key as written: `Image|endswith`. */
export function keyOf({ field, modifier }: FieldTest): string {
  return asYamlScalar(modifier === '' ? field : `${field}|${modifier}`);
}

/** A value as written: numbers plain, text in quotes with every character literal. */
export function valueText(value: Scalar): string {
  // A number that YAML does not keep as written, such as `1.0`, becomes text.
  const isText = typeof value === 'string' || (value instanceof WrittenNumber && !/^-?\d+$/.test(`${value}`));
  if (!isText) return String(value);
  const text = printSigmaString([{ kind: 'text', text: String(value), at: null }]);
  if (!CONTROL.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return JSON.stringify(text).replace(
    CONTROL_ALL,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/;
const CONTROL_ALL = new RegExp(CONTROL.source, 'g');

/** The lines of a test, indented by `indent` spaces, without a line break at the end. */
export function linesOf(test: FieldTest, indent: number): string {
  const blanks = ' '.repeat(indent);
  const [only, ...more] = test.values;
  if (only !== undefined && more.length === 0) return `${blanks}${keyOf(test)}: ${valueText(only)}`;
  const values = test.values.map((value) => `\n${blanks}    - ${valueText(value)}`);
  return `${blanks}${keyOf(test)}:${values.join('')}`;
}

const VERBS = {
  '': 'is',
  contains: 'contains',
  startswith: 'starts with',
  endswith: 'ends with',
  'contains|all': 'contains',
};
const MAX_SAID = 60;

/** A test in words: "`Image` ends with `\a.exe`". */
export function wordsOf({ field, modifier, values }: FieldTest): Words {
  const said = values.map((value) => {
    const text = String(value);
    return code(text.length > MAX_SAID ? `${text.slice(0, MAX_SAID)}…` : text);
  });
  return say`${code(field)} ${VERBS[modifier]} ${joinWords(said, modifier === 'contains|all' ? ' and ' : ' or ')}`;
}

const MAX_DESCRIBED = 200;

/** A rule's description: what these tests match, and what the rule was written from. */
export function descriptionOf(tests: readonly FieldTest[], from: string): string {
  const said = tests.map((test) => unmarked(wordsOf(test))).join(', and ');
  const finds =
    said === ''
      ? ''
      : `Finds events in which ${said.length > MAX_DESCRIBED ? `${said.slice(0, MAX_DESCRIBED)}…` : said}. `;
  return `${finds.replace(/[\u0000-\u001f\u007f]+/g, ' ')}Written from ${from}; say here why that matters.`;
}

/** True for a name that can be written before modifiers. */
export function isPlainName(field: string): boolean {
  return field !== '' && !field.includes('|') && !/[\u0000-\u001f\u007f-\u009f]/.test(field);
}

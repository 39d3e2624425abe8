import { code, type Fix, nearest, type Range, say, type Words } from '../text';

/*
 * Field names with selectors of array members, as the accepted proposal has them (semantics.md, "Array matching"). A
 * selector is an unescaped `[…]` at the end of a step; `\[` and `\]` are literal.
 */

/** How many members of an array have to match. */
export type MemberQuantifier = (typeof QUANTIFIERS)[number];

/** All quantifiers, in the order in which help lists them. */
export const QUANTIFIERS = ['any', 'all', 'all_or_empty', 'none'] as const;

/**
 * Where a field's value is: names, which may be dotted, and between them positions in arrays, counted from 0, or from
 * the end with -1 as the last.
 */
export type FieldPath = readonly (string | number)[];

/** A part of a field's name that ends with a quantifier, or the rest behind the last one. Ranges are in the key's text. */
export interface PathPart {
  /** As a name to show: with its positions, without escapes and quantifier. */
  readonly name: string;
  readonly range: Range;
  readonly path: FieldPath;
  readonly quantifier: MemberQuantifier | null;
  /** The quantifier with its brackets; null for the rest. */
  readonly selector: Range | null;
}

/** What is wrong with a selector. Ranges are in the key's text. */
export interface PathProblem {
  readonly range: Range;
  readonly message: Words;
  readonly fixes: readonly Fix[];
}

export type ReadPath =
  | { readonly parts: readonly PathPart[]; readonly problem: null }
  | { readonly parts: null; readonly problem: PathProblem };

const MOST_DIGITS = 9;
const POSITION = new RegExp(`^-?\\d{1,${MOST_DIGITS}}$`);

/**
 * Reads a field's name with its selectors, without modifiers. Each part but the last ends with a quantifier; the last
 * is what the innermost member has to have, and has the name `.` if that is the member itself.
 */
export function readPath(field: string): ReadPath {
  const parts: PathPart[] = [];
  let path: (string | number)[] = [];
  let from = 0;
  const take = (quantifier: MemberQuantifier | null, end: number, selector: Range | null): void => {
    if (path.length === 0) path.push('.');
    parts.push({ name: printPath(path), range: { start: from, end }, path, quantifier, selector });
    path = [];
  };
  for (const { at, text } of stepsOf(field)) {
    const { name, selectors } = selectorsOf(text);
    if (path.length === 0) from = at;
    if (selectors.length > 0 && name === '') return nameless(at, text);
    addName(path, name.replace(/\\([[\]])/g, '$1'));
    let end = at + name.length;
    for (const inner of selectors) {
      const selector = { start: end, end: end + inner.length + 2 };
      if (path.length === 0) from = end;
      if (POSITION.test(inner)) {
        if (path.length === 0) path.push('.');
        path.push(Number(inner) || 0);
      } else if (isQuantifier(inner)) take(inner, end, selector);
      else return unknown(inner, selector);
      end = selector.end;
    }
  }
  if (path.length === 0) from = parts[parts.length - 1]?.selector?.start ?? 0;
  take(null, field.length, null);
  return { parts, problem: null };
}

/** The steps between the dots of a name, with the places where they begin. A dot that begins a name alone is a step. */
function stepsOf(field: string): { readonly at: number; readonly text: string }[] {
  const steps: { at: number; text: string }[] = [];
  const itself = field === '.' || field.startsWith('.[');
  for (let at = 0; at <= field.length; ) {
    const dot = field.indexOf('.', itself && at === 0 ? 1 : at);
    const end = dot < 0 ? field.length : dot;
    steps.push({ at, text: field.slice(at, end) });
    at = end + 1;
  }
  return steps;
}

/** The name of a step as written, and what is in the brackets at its end. */
function selectorsOf(step: string): { readonly name: string; readonly selectors: readonly string[] } {
  const selectors: string[] = [];
  let end = step.length;
  while (isBracket(step, end - 1, ']')) {
    let open = end - 2;
    while (open >= 0 && !isBracket(step, open, '[') && !isBracket(step, open, ']')) open--;
    if (!isBracket(step, open, '[')) break;
    selectors.push(step.slice(open + 1, end - 1));
    end = open;
  }
  return { name: step.slice(0, end), selectors: selectors.reverse() };
}

function isBracket(text: string, at: number, bracket: '[' | ']'): boolean {
  return text[at] === bracket && text[at - 1] !== '\\';
}

/** A path as it is written in a rule, without escapes: `rules[0].ip`. */
export function printPath(path: FieldPath): string {
  return path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`))
    .join('');
}

/** A name with its brackets escaped, so that a version with arrays reads it as exactly this name. */
export function escapedName(name: string): string {
  return name.replace(/[[\]]/g, '\\$&');
}

/**
 * A path as a rule has to write it: `readPath` reads it as the same one. Null where no rule can: a position needs a name
 * before it, and a backslash at the end of that name would escape the bracket.
 */
export function writtenPath(path: FieldPath): string | null {
  const parts = path.map((step, i) => (typeof step === 'number' ? step : i === 0 ? step : `.${step}`));
  const isApart = (part: string | number, i: number) =>
    typeof part === 'string' &&
    typeof parts[i + 1] === 'number' &&
    /(?:^|\.|\\)$/.test(part) &&
    (i > 0 || part !== '.');
  if (parts.some(isApart)) return null;
  return parts.map((part) => (typeof part === 'number' ? `[${part}]` : escapedName(part))).join('');
}

function addName(path: (string | number)[], name: string): void {
  const last = path[path.length - 1];
  if (typeof last === 'string') path[path.length - 1] = `${last}.${name}`;
  else path.push(name);
}

/** True if this is a selector, without its brackets: a quantifier or a position. */
export function isSelector(text: string): boolean {
  return isQuantifier(text) || POSITION.test(text);
}

function isQuantifier(text: string): text is MemberQuantifier {
  return (QUANTIFIERS as readonly string[]).includes(text);
}

function nameless(at: number, step: string): ReadPath {
  return failed(
    { start: at, end: at + step.length },
    say`${code(step)} has no field before it. Write the name of the array there, as in ${code(`field${step}`)}, or \`\\[\` if the bracket is part of the name.`,
    [],
  );
}

function unknown(inner: string, range: Range): ReadPath {
  const whole = `[${inner}]`;
  if (/^-?\d+$/.test(inner))
    return failed(
      range,
      say`${code(whole)} has more than ${MOST_DIGITS} digits, which no position in an array has. Write a shorter one, or \`\\[\` if the bracket is part of the name.`,
      [],
    );
  const close = nearest(inner.trim().toLowerCase(), QUANTIFIERS);
  const message = close
    ? say`There is no selector ${code(whole)}. Did you mean ${code(`[${close}]`)}?`
    : say`There is no selector ${code(whole)}. Write \`[any]\`, \`[all]\`, \`[all_or_empty]\`, \`[none]\` or a position such as \`[0]\`, or \`\\[\` if the bracket is part of the name.`;
  const fixes: Fix[] = close
    ? [{ title: say`Change to ${code(`[${close}]`)}`, edits: [{ range, text: `[${close}]` }] }]
    : [];
  return failed(range, message, fixes);
}

function failed(range: Range, message: Words, fixes: readonly Fix[]): ReadPath {
  return { parts: null, problem: { range, message, fixes } };
}

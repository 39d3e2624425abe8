/*
 * Which part of an event's value to look for beside the values of a list. A list holds things of one kind: options, names
 * of programs, beginnings of addresses. So the part is of that kind if the event has one, and it tells the event from
 * those that the list finds already.
 */

/** What is known beside the value. */
export interface Beside {
  /** The texts of the list. */
  readonly listed: readonly string[];
  /** What other events have in the field. */
  readonly others: readonly string[];
  /** Names of people: they are not what was done. */
  readonly names: ReadonlySet<string>;
}

/** More are not looked at. */
const MAX_LENGTH = 4_000;
const MAX_PARTS = 200;
const MAX_LISTED = 20;
const SHORTEST = 3;

interface Part {
  readonly text: string;
  readonly at: number;
  /** The list's value that it looks like; null for a word. */
  readonly like: string | null;
}

/**
 * The shortest part of `actual` that is worth looking for: written as a value of the list is, or a word. Null if it is one
 * word, or has none that tells anything.
 */
export function tellingPart(actual: string, beside: Beside): string | null {
  if (actual.length > MAX_LENGTH) return null;
  const rated = [...shaped(actual, beside.listed), ...words(actual)].slice(0, MAX_PARTS).map((part) => ({
    ...part,
    worth: worthOf(part, actual, beside),
  }));
  const best = Math.max(...rated.map(({ worth }) => worth));
  if (!(best > 0)) return null;
  return rated.find(({ worth }) => worth === best)!.text;
}

/** Stretches of `actual` that are built as a value of the list: `ftp://` beside `http://`. */
function* shaped(actual: string, listed: readonly string[]): Generator<Part> {
  const seen = new Set<string>();
  for (const like of listed.slice(0, MAX_LISTED)) {
    const shape = shapeOf(like);
    // Words alone are any words.
    if (seen.has(shape.source) || !/[^\p{L}\p{N}\s_]/u.test(like)) continue;
    seen.add(shape.source);
    for (let found = shape.exec(actual); found; found = shape.exec(actual)) {
      yield { text: found[0], at: found.index, like };
      // The end of one may be the beginning of the next.
      shape.lastIndex = found.index + 1;
    }
  }
}

const DASHES = '-/–—―';

/** What is built as `text`: words for its words, any dash for its dash, and else the same characters. */
function shapeOf(text: string): RegExp {
  const pieces = text.match(/[\p{L}\p{N}_]+|[^\p{L}\p{N}_]/gu) ?? [];
  const source = pieces
    .map((piece, i) => {
      if (/[\p{L}\p{N}_]/u.test(piece)) return '[\\p{L}\\p{N}_]+';
      const option =
        DASHES.includes(piece) &&
        /[\p{L}\p{N}_]/u.test(pieces[i + 1] ?? '') &&
        (i === 0 || pieces[i - 1] === ' ');
      return option ? `[${DASHES}]` : piece.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    })
    .join('');
  const [starts, ends] = [pieces[0] ?? '', pieces.at(-1) ?? ''].map((end) => /[\p{L}\p{N}_]/u.test(end));
  return new RegExp(
    `${starts ? '(?<![\\p{L}\\p{N}_])' : ''}${source}${ends ? '(?![\\p{L}\\p{N}_])' : ''}`,
    'gu',
  );
}

/** Words, and options with their dash. */
function* words(actual: string): Generator<Part> {
  for (const { 0: text, index } of actual.matchAll(
    /(?<=^|\s)[-/–—―][\p{L}\p{N}][\p{L}\p{N}_-]*|[\p{L}\p{N}][\p{L}\p{N}_.-]*/gu,
  ))
    yield { text: text.replace(/[.-]+$/, ''), at: index, like: null };
}

/** Words that stand in the values of all kinds of events. */
const COMMON =
  /^(?:exe|com|net|org|www|dll|txt|tmp|temp|windows|system32|syswow64|program|programs|programdata|files|x86|users?|public|appdata|local|roaming|home|usr|bin|etc|var|opt|the|and|for|with|from|not|true|false|null|localhost|none)$/i;
/** Numbers, addresses and ids: another event has others. */
const PASSING = /^[-/]?(?:[\d.:_-]+|0x[\da-f]+|[\da-f]{8,}|[\da-f]{8}-[\da-f-]+)$/i;

const WORTH = { shape: 6, apart: 4, place: 2, dull: -12, program: -4, ending: -2 } as const;

function worthOf({ text, at, like }: Part, actual: string, { listed, others, names }: Beside): number {
  const bare = text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').toLowerCase();
  const isDull =
    bare.length < (like ? 1 : SHORTEST) || COMMON.test(bare) || PASSING.test(bare) || names.has(bare);
  const found = others.filter((other) => listed.some((value) => has(other, value)));
  const isApart = !found.some((other) => has(other, text));
  const before = actual[at - 1] ?? '';
  const after = actual[at + text.length] ?? '';
  const inPlace = found.some((other) => standsSo(other, listed, before, after));
  // The first word, with its path, is the program.
  const isProgram = at < (/^\s*(?:"[^"]*"|\S+)(?=\s)/.exec(actual)?.[0].length ?? 0);
  return (
    1 +
    (like === null ? 0 : WORTH.shape) +
    (isApart ? WORTH.apart : 0) +
    (inPlace ? WORTH.place : 0) +
    (isDull ? WORTH.dull : 0) +
    (isProgram ? WORTH.program : 0) +
    (before === '.' && like === null ? WORTH.ending : 0)
  );
}

/** True if a value of the list stands in `other` between the same characters. */
function standsSo(other: string, listed: readonly string[], before: string, after: string): boolean {
  return listed.some((value) => {
    const at = other.toLowerCase().indexOf(value.toLowerCase());
    return at >= 0 && (other[at - 1] ?? '') === before && (other[at + value.length] ?? '') === after;
  });
}

function has(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.toLowerCase());
}

import { prose, type Words } from '../../../text';
import { SIGHT } from '../format';
import {
  indentOf,
  isBeside,
  isIdle,
  isMarker,
  isOfOtherKind,
  isPair,
  itemIn,
  lineAt,
  lineStart,
  opensList,
} from './lines';

/*
 * When a text is YAML that holds events. Prose, lists of Markdown, differences of files and YAML of other kinds begin in the
 * same way, so that more than one line has to speak for it.
 */

const IS_RULE = /^(?:detection|logsource|correlation|filter):/m;
/** The two keys that every rule has, wherever they stand. */
const OF_RULES = [/^ *(?:- )?logsource:/m, /^ *(?:- )?detection:/m];
/** Words with which people begin notes, one below the other. */
const OF_NOTES =
  /^(?:added|changed|fixe[sd]|removed|deprecated|security|notes?|todo|fixme|done|warning|tip|hint|important|example|see|bug|feature|breaking|pros?|cons?|question|answer|step|goal|idea|update)$/i;
const IS_DIFFERENCE = /^(?:\+|@@|diff )/;
/** A value that goes on in lines of its own. */
const GOES_ON = /:\s*(?:[|>][-+\d]*\s*|["'[{].*)?(?:#.*)?$/;
const MOST_BESIDE = 6;
/** So many lines are looked at. */
const MOST_LINES = 60;

/** Why the text at `at`, the first character of a line, is YAML with events; null where it is not. */
export function evidenceAt(text: string, at: number): Words | null {
  if (!mayBegin(text, at)) return null;
  const start = lineStart(text, at);
  const sight = linesFrom(text, start);
  const all = sight.lines;
  const lines = all.filter((line) => !isIdle(line));
  const first = lines[0];
  if (first === undefined || all.some((line) => IS_RULE.test(line))) return null;
  if (OF_RULES.every((key) => key.test(all.join('\n')))) return null;
  const isDocument = /^---/.test(first) && isMarker(first);
  const found = isDocument
    ? documentAt(all, sight.isCut, start === 0)
    : itemIn(first)
      ? listAt(lines, sight.isCut) && prose('it is a list of maps, as in YAML')
      : isAround(lines, sight.isCut) && prose('a key holds a list of maps, as in YAML');
  return found && (isDocument || !isInside(text, start)) ? found : null;
}

/** Cheap, because it is asked of each line of any text. */
function mayBegin(text: string, at: number): boolean {
  const first = text[at]!;
  if (first === '-') return /^-(?:[ \r\n]|--|$)/.test(text.slice(at, at + 3));
  if (first === '#') return text[at + 1] === ' ' && followsComments(text, at);
  if (text[at - 1] === ' ') return false;
  return /^(?:[A-Za-z][\w.-]{0,79}|["'][\w.-]{1,80}["']):/.test(text.slice(at, at + 84));
}

/** True if what may begin events stands below the few lines of comments at `at`. */
function followsComments(text: string, at: number): boolean {
  const behind = /^(?:[ \t]*(?:#.*)?(?:\r\n|\r(?!\n)|\n)){1,20} *(?=[^\s#])/.exec(text.slice(at, at + SIGHT));
  return behind !== null && mayBegin(text, at + behind[0].length);
}

/** The lines of the text from `start` on, as far as a format may look; the last is left out where it is not whole. */
function linesFrom(text: string, start: number): { readonly lines: string[]; readonly isCut: boolean } {
  const sight = text.slice(start, start + SIGHT);
  const lines = sight.split(/\r\n?|\n/, MOST_LINES);
  const isCut = sight.length === SIGHT || lines.length === MOST_LINES;
  if (sight.length === SIGHT && lines.length > 1) lines.pop();
  return { lines, isCut };
}

/** True for a list of maps: the first has a second key, or a map below its first, or the next begins with the same key. */
function listAt(lines: readonly string[], isCut: boolean): boolean {
  const item = itemIn(lines[0]!)!;
  const isAlone = lines[0]!.trim() === '-';
  const below = lines[1] ?? '';
  const { dash } = item;
  const keys = isAlone ? indentOf(below) : item.keys;
  if (isAlone && (keys <= dash || !isPair(below.trim()))) return false;
  if (!isAlone && item.key === null)
    return lines.length > 1 && lines.slice(0, 2).every((line) => isFlow(line, dash));
  if (lines.slice(0, 12).some((line) => IS_DIFFERENCE.test(line))) return false;
  const head = isAlone ? below : lines[0]!;
  const key = isAlone ? below.trim().split(':', 1)[0] : item.key;
  const rest = lines.slice(isAlone ? 2 : 1);
  // What its value is may be all that can be seen.
  if (rest.length === 0) return isCut && /:\s+['"{[|>]/.test(head);
  const goesOn = GOES_ON.test(head);
  for (const [i, line] of rest.entries()) {
    const indent = indentOf(line);
    if (indent <= dash)
      return indent === dash && keyOf(line, rest[i + 1]) === key && !OF_NOTES.test(key ?? '');
    const own = line.trim();
    if (indent === keys && isPair(own)) return true;
    if (i === 0 && indent > keys && isPair(own) && goesOn) return true;
    // Words that go on in the next line are prose.
    if (!goesOn) return false;
  }
  return isCut;
}

/** True for a map in braces that is a member of a list. */
function isFlow(line: string, dash: number): boolean {
  return indentOf(line) === dash && /^- +\{\s*["'\w][^{}:]{0,80}:\s.*\}\s*(?:#.*)?$/.test(line.slice(dash));
}

/** The first key of the item that begins in this line. */
function keyOf(line: string, next: string | undefined): string | null {
  const item = itemIn(line);
  if (!item || item.key !== null || line.trim() !== '-') return item?.key ?? null;
  return isPair((next ?? '').trim()) ? next!.trim().split(':', 1)[0]! : null;
}

/** True for a map around a list: what stands beside the list, then the key whose list begins in the next line. */
function isAround(lines: readonly string[], isCut: boolean): boolean {
  let at = 0;
  while (at < MOST_BESIDE && isBeside(lines[at] ?? '') && !opensList(lines[at]!)) at++;
  const key = lines[at];
  const item = itemIn(lines[at + 1] ?? '');
  return (
    key !== undefined && opensList(key) && isPair(key) && item !== null && listAt(lines.slice(at + 1), isCut)
  );
}

/** Why the document below a line `---` is an event; null where it is none. */
function documentAt(all: readonly string[], isCut: boolean, isFirst: boolean): Words | null {
  const begin = all.findIndex((line) => !isIdle(line) && !isMarker(line));
  const close = begin < 0 ? -1 : all.findIndex((line, i) => i > begin && isMarker(line));
  const own = all.slice(1, close < 0 ? all.length : close).filter((line) => !isIdle(line) && !isMarker(line));
  const behind = close < 0 ? [] : all.slice(close + 1).filter((line) => line.trim() !== '');
  const [first = '', second = ''] = own;
  const isAll = own.length === 1 && close < 0 && !isCut;
  if (itemIn(first))
    return listAt(own, isCut) || (isAll && isFirst && itemIn(first)!.key)
      ? prose('a list of maps follows `---`, as in YAML')
      : null;
  if (!isPair(first) || isOfOtherKind(first)) return null;
  // What stands above a text, and not above another event.
  if (behind.length > 0 && !isDocumentLine(behind.find((line) => !isIdle(line)))) return null;
  const key = first.split(':', 1)[0]!;
  const isMap = isPair(second) || (/^ *(?:- )?\S/.test(second) && GOES_ON.test(first));
  const isLike = behind.some((line) => line.startsWith(`${key}:`));
  return isMap || isLike || isAll ? prose('keys and values follow `---`, as in YAML') : null;
}

function isDocumentLine(line: string | undefined): boolean {
  return line !== undefined && (isPair(line) || isMarker(line) || itemIn(line) !== null);
}

/** True for a line in the midst of other YAML: a key stands above it, or the document is of another kind. */
function isInside(text: string, start: number): boolean {
  const least = Math.max(0, start - SIGHT / 2);
  const above = text
    .slice(least, start)
    .split(/\r\n?|\n/)
    .slice(least > 0 ? 1 : 0, -1);
  const next = lineAt(text, start).text;
  for (let i = above.length - 1, isNext = true; i >= 0; i--) {
    const line = above[i]!;
    if (line.trim() === '') isNext = false;
    if (isIdle(line)) continue;
    if (isMarker(line)) return false;
    const own = line.replace(/^[ -]*/, '');
    if (!isPair(own) && indentOf(line) === 0 && !line.startsWith('- '))
      return isNext && IS_DIFFERENCE.test(line);
    if (isNext && isPair(own)) return true;
    isNext = false;
    if (isOfOtherKind(line) || isOfOtherKind(next)) return true;
  }
  return isOfOtherKind(next);
}

import { prose, say, type Words } from '../../text';
import { hasOddSpace, withoutFence, withoutMarks, withoutOddSpaces, withoutTabs } from './decorations';
import { doubtfulEntity, withoutEntities } from './entities';
import { raise, splitDocuments } from './flattened';
import type { DamageKind, Undone } from './kinds';
import { withoutLineNumbers } from './line-numbers';
import { contentOf, soundDocuments } from './sound';

/** The damage recognised in a copied text, and the original text. */
export interface Restoration {
  /** What happened to it, the outermost first. */
  readonly kinds: readonly DamageKind[];
  /** The original text; null if it cannot be determined. */
  readonly text: string | null;
  /** Why it cannot be told, as a sentence; null where it can. */
  readonly why: Words | null;
  /** Where it cannot be told: the text without what can be taken off in one way only. */
  readonly peeled?: Peeled;
}

/** A text without some of what copying did to it; whether it reads as a rule is another question. */
export interface Peeled {
  readonly kinds: readonly DamageKind[];
  readonly text: string;
}

/** The steps that remove what was added around a rule and its lines, the outermost first. */
const UNDO: readonly ((text: string) => Undone | null)[] = [
  withoutEntities,
  withoutMarks,
  withoutFence,
  withoutLineNumbers,
  withoutOddSpaces,
  withoutTabs,
];
/** What can be taken off without knowing what the rest says. */
const PEELS: ReadonlySet<DamageKind> = new Set(['fence', 'marks', 'line-numbers', 'tabs']);
/** A text that was copied more often than this is given up. */
const MAX_UNDONE = 8;
/** Longer texts are not rules copied from a page. */
const MAX_LENGTH = 300_000;

/** The result of undoing what happened to a text. */
interface End {
  readonly kinds: readonly DamageKind[];
  readonly text: string | null;
  readonly why: Words | null;
}

/**
 * Recognises a rule that lost its indentation or carries additions of pages, chats and editors, and restores it if
 * there is exactly one way. Null for a text that reads as a rule, and for one without such damage.
 */
export function restore(text: string): Restoration | null {
  if (text.length > MAX_LENGTH || !/(?:detection|correlation|filter)/.test(text)) return null;
  if (soundDocuments(text) && !withoutEntities(text)) return null;
  const ends = endsOf(text, []);
  const good = ends.filter((end) => end.text !== null);
  const contents = new Set(good.map((end) => contentOf(soundDocuments(end.text!)!)));
  const [first] = good;
  if (first && contents.size === 1) return first;
  if (contents.size > 1)
    return { kinds: first!.kinds, text: null, why: prose('Its lines can be read in several ways.') };
  const end = ends.find(({ kinds, why }) => kinds.length > 0 && why !== null);
  const peeled = end && peel(text);
  return end ? { ...end, ...(peeled ? { peeled } : {}) } : null;
}

/** Takes off what stands around a text and its lines, as long as there is one way to do so; null where nothing is. */
function peel(text: string): Peeled | null {
  const kinds: DamageKind[] = [];
  let left = text;
  while (kinds.length < MAX_UNDONE) {
    const undone = UNDO.map((undo) => undo(left)).find((found) => found !== null);
    const [only, ...others] = undone?.texts ?? [];
    if (!undone || only === undefined || others.length > 0 || only === left || !PEELS.has(undone.kind)) break;
    if (!kinds.includes(undone.kind)) kinds.push(undone.kind);
    left = only;
  }
  return left === text ? null : { kinds, text: left };
}

function endsOf(text: string, kinds: readonly DamageKind[]): End[] {
  if (kinds.length < MAX_UNDONE) {
    for (const undo of UNDO) {
      const undone = undo(text);
      if (!undone) continue;
      const found = kinds.includes(undone.kind) ? kinds : [...kinds, undone.kind];
      if (undone.texts.length === 0)
        return [
          {
            kinds: found,
            text: null,
            why: prose('Spaces in a value may be meant as no-break spaces.'),
          },
        ];
      return undone.texts.flatMap((next) => (next === text ? [] : endsOf(next, found)));
    }
  }
  return [endOf(text, kinds)];
}

function endOf(text: string, kinds: readonly DamageKind[]): End {
  if (soundDocuments(text)) return kinds.length > 0 ? checked(text, kinds) : { kinds, text: null, why: null };
  const straight = withFirstLine(text);
  if (straight !== null) return checked(straight, [...kinds, 'indentation']);
  const parts: string[] = [];
  for (const { lines, isDocument } of splitDocuments(text)) {
    const written = lines.join('\n');
    if (!isDocument) parts.push(lines.map((mark) => mark.trimStart()).join('\n'));
    else if (lines.every((line) => /^\s*(?:#|$)/.test(line)) || soundDocuments(written)) parts.push(written);
    else {
      const raised = raise(lines);
      if (raised && 'text' in raised) parts.push(raised.text);
      else if (raised?.why) return { kinds: [...kinds, 'indentation'], text: null, why: raised.why };
      else
        return {
          kinds,
          text: null,
          why: kinds.length > 0 ? prose('The rest cannot be read as a rule.') : null,
        };
    }
  }
  const whole = parts.join('\n');
  return soundDocuments(whole)
    ? checked(whole, [...kinds, 'indentation'])
    : { kinds, text: null, why: prose('The rest cannot be read as a rule.') };
}

/** The text, if only its first line lost, or only its first line kept, the leading spaces; otherwise null. */
function withFirstLine(text: string): string | null {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  const rest = lines.filter((line, i) => i > first && line.trim() !== '');
  const least = Math.min(...rest.map((line) => line.length - line.trimStart().length));
  const straight = lines
    .map((line, i) => (i > first ? line.slice(Math.min(least, line.length)) : line.trimStart()))
    .join('\n');
  return straight !== text && soundDocuments(straight) ? straight : null;
}

/** Entities and no-break spaces in the values of a copied text may be the page's, or meant. */
function checked(text: string, kinds: readonly DamageKind[]): End {
  const entity = kinds.includes('entities') ? undefined : doubtfulEntity(text);
  if (entity)
    return {
      kinds,
      text: null,
      why: say`\`${entity[0]}\` may come from a page, or may be meant.`,
    };
  if (hasOddSpace(text))
    return {
      kinds,
      text: null,
      why: prose('A no-break space in it may come from a page, or may be meant.'),
    };
  return { kinds, text, why: null };
}

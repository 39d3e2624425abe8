import { type Side, session } from './session';

/*
 * A text's name goes with the text: other text in its place has no name, and undo brings a name back with its text.
 */

/** The field of the session that holds a side's name; it is empty where the text has none of its own. */
export const NAME_OF = { rule: 'ruleName', events: 'eventsName' } as const satisfies Record<Side, string>;

/** How a text became another: see `TextStep` of the editor. */
interface Step {
  readonly how: 'done' | 'mended' | 'undone';
  readonly isWhole: boolean;
}

/**
 * What texts were called just before and just after their name changed: undo and redo lead there. By sheet and side, since
 * each has an undo of its own, and by `keyOf`.
 */
const known = new Map<string, Map<string, string>>();
/** The name of the text that is being put in place of a whole one. */
let coming: string | null = null;

/** Puts another text in place by `put`; it has this name. */
export function withName(name: string, put: () => void): void {
  coming = name;
  put();
  coming = null;
}

/** True while the page itself puts a text in place of another. */
export function isPutInPlace(): boolean {
  return coming !== null;
}

/** What a side is called after its text became `text`: part of the session. Without a step it is in a plain text box. */
export function named(
  side: Side,
  text: string,
  step: Step | null,
): { ruleName?: string; eventsName?: string } {
  const old = session.getState();
  const now = old[NAME_OF[side]];
  const { how, isWhole } = step ?? { how: 'done', isWhole: old[side].trim() === '' || text.trim() === '' };
  if (how === 'undone') {
    const name = known.get(`${side} ${old.sheet}`)?.get(keyOf(text));
    return name === undefined ? {} : { [NAME_OF[side]]: name };
  }
  const next = isWhole && how === 'done' ? (coming ?? '') : now;
  if (next === now) return {};
  const names = known.get(`${side} ${old.sheet}`) ?? new Map<string, string>();
  known.set(`${side} ${old.sheet}`, names.set(keyOf(old[side]), now).set(keyOf(text), next));
  return { [NAME_OF[side]]: next };
}

/** What tells a text from others without keeping it. */
function keyOf(text: string): string {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return `${text.length} ${hash}`;
}

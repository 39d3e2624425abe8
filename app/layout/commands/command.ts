/*
 * Everything that the page can do is a command. The palette lists them, `?` shows their keys, and the page listens for
 * these keys: all from the one list in `all.ts`.
 */

/** What a command belongs to, in the order in which the palette and the table of keys have it. */
export const SECTIONS = [
  'Work',
  'Rule',
  'Events',
  'Panels',
  'Tests',
  'Catalog',
  'Sheets',
  'View',
  'Help',
  'Editor',
] as const;
export type Section = (typeof SECTIONS)[number];

/** Where a key counts. In the editors, those of Monaco are named, which Monaco handles. */
export const PLACES = {
  everywhere: () => true,
  'outside the editors': (at: Element | null) => !at?.closest('.editor'),
  'outside text fields': (at: Element | null) => !isTextField(at),
  'outside the search of an editor': (at: Element | null) => !at?.closest('.find-widget'),
  'in the editors': () => false,
  'in the rule': () => false,
  'in the rule, not on Linux': () => false,
  'in the rule, on Linux': () => false,
} as const satisfies Readonly<Record<string, (focused: Element | null) => boolean>>;
export type Place = keyof typeof PLACES;

/** A key of a command, as `keys.ts` reads it. */
export interface Key {
  readonly key: string;
  readonly where: Place;
}

/** One thing that the page can do. */
export interface Command {
  /** Never changes: what was used lately is remembered by it. */
  readonly id: string;
  /** Begins with what it does or shows. The words of the button that does the same are in it. */
  readonly title: string;
  /** Other words for what it does, by which it is found too; they are not shown. */
  readonly words?: string;
  readonly section: Section;
  readonly keys?: readonly Key[];
  /** It goes on while its key is held down. */
  readonly repeats?: boolean;
  /** Its key counts while a dialog or a menu is open, too. */
  readonly isOverDialogs?: boolean;
  /** False while there is nothing to do it with; it is then listed last and cannot be run. */
  readonly isAvailable?: () => boolean;
  readonly run: () => unknown;
}

/** A key that counts everywhere. */
export function everywhere(...keys: string[]): Key[] {
  return keys.map((key) => ({ key, where: 'everywhere' }));
}

/** True where keys write text. */
function isTextField(at: Element | null): boolean {
  if (at instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'range'].includes(at.type);
  return (
    at instanceof HTMLTextAreaElement ||
    at instanceof HTMLSelectElement ||
    at?.closest('.editor, [contenteditable="true"], [role="textbox"]') != null
  );
}

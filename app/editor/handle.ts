import type { EventDiagnostic } from '../../src/event';
import type { LintDiagnostic } from '../../src/language';
import type { Edit, Range, Words } from '../../src/text';
import type { LookedUp } from './looked-up';

/** What a decorated range stands for, so that each side can find its counterpart on the other. */
export interface Link {
  readonly selection: number;
  /** Index in `RuleInfo.values`; null for a whole selection. */
  readonly value: number | null;
  /** The characters of the rule that it belongs to. For a wildcard or a dash, fewer than the value. */
  readonly rule: Range;
  /** The event, for ranges in the events' text. */
  readonly event: number | null;
}

/** One decoration of an editor's text: coloured characters, a hint after them, a glyph beside their line. */
export interface Decoration {
  readonly range: Range;
  readonly className?: string;
  /** Class of the characters. */
  readonly textClass?: string;
  /** `behind` the range, or at the end of its `line`. */
  readonly hint?: { readonly text: string; readonly className: string; readonly place: 'behind' | 'line' };
  readonly glyph?: { readonly className: string; readonly hover: Words };
  /** Class of the edge beside each line of the range. */
  readonly edge?: string;
  /** Class of each whole line of the range. */
  readonly line?: string;
  /** Shown on hover. */
  readonly hover?: Words;
  readonly link?: Link;
}

/** A decoration where it is now, after edits since it was made. */
export interface Placed {
  readonly range: Range;
  readonly decoration: Decoration;
}

/** How an editor's text became another. */
export interface TextStep {
  /** `done` at the keyboard or by `replaceAll`; `mended` by edits of the page; `undone` by undo or redo. */
  readonly how: 'done' | 'mended' | 'undone';
  /** Nothing but blanks is left of the old text. */
  readonly isWhole: boolean;
}

/** What happens in an editor that others care for. */
export interface EditorEvents {
  /** `step` is null as long as there is only a plain text box. */
  readonly onText: (text: string, step: TextStep | null) => void;
  readonly onCursor: (offset: number) => void;
  /** Text was pasted, and stands there now. Comes after `onText` and `onCursor`. */
  readonly onPaste: (range: Range) => void;
  readonly onVisible: (range: Range) => void;
  /** The pointer is on linked ranges, innermost first; empty after it has left them. */
  readonly onHover: (placed: readonly Placed[], offset: number) => void;
  readonly onClick: (placed: readonly Placed[], offset: number) => void;
}

/** An entry of an editor's context menu and command list. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** Receives the selection or, if it is empty, the cursor's position. */
  readonly run: (selected: Range) => void;
}

/** The only interface between the page and an editor. */
export interface EditorHandle {
  /** Replaces the whole text; undo restores the old one. */
  replaceAll(text: string): void;
  /**
   * Shows the text of a sheet, with the undo, cursor, scroll and folds that it had when it was last shown. Tells nobody of
   * the change. True where it was shown before.
   */
  open(sheet: string, text: string): boolean;
  /** Forgets the text of a sheet that is not shown, and its undo. */
  forget(sheet: string): void;
  /** Applies edits as one undo step. */
  applyEdits(edits: readonly Edit[]): void;
  focus(): void;
  /** Scrolls to `range` if it is out of sight. `cursor` moves the cursor there, `focus` the focus. */
  reveal(range: Range, options?: { readonly cursor?: boolean; readonly focus?: boolean }): void;
  /** Its element has come back into the page. */
  shown(): void;
  visible(): Range;
  /** The selection or, if it is empty, the cursor's position. */
  selected(): Range;
  /** What is looked at: the hover that is open or the cursor, and the chosen suggestion. */
  lookedUp(): LookedUp;
  /** The whole text. */
  text(): string;
  addCommands(commands: readonly Command[]): void;
  /** What the editor itself can do now, in its own words. */
  actions(): readonly Pick<Command, 'id' | 'label'>[];
  /** Gives the editor the focus and does one of the things that it can do. */
  run(id: string): void;
  /** Replaces the decorations by `decorations`, in one step. */
  show(decorations: readonly Decoration[]): void;
  /** All decorations, at their current places. */
  placed(): readonly Placed[];
  /** Lights `ranges` instead of those lit before. */
  light(ranges: readonly Range[]): void;
  setProblems(problems: readonly (LintDiagnostic | EventDiagnostic)[]): void;
  /** Colours the text as this language. */
  setLanguage(id: string): void;
  setTheme(dark: boolean): void;
}

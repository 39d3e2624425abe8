import type { EventDiagnostic } from '../../src/event';
import type { LintDiagnostic } from '../../src/language';
import type { Edit, Range, Words } from '../../src/text';

/** What a decorated stretch stands for, so that one side can find its counterpart on the other. */
export interface Link {
  readonly selection: number;
  /** Index in `RuleInfo.values`; null for a whole selection. */
  readonly value: number | null;
  /** The characters of the rule that this belongs to; narrower than the value for a wildcard or a dash. */
  readonly rule: Range;
  /** The event, for stretches of the events' text. */
  readonly event: number | null;
}

/** One thing shown in an editor's text: coloured characters, a hint behind them, a glyph beside their line. */
export interface Decoration {
  readonly range: Range;
  readonly className?: string;
  /** Class of the characters themselves. */
  readonly textClass?: string;
  /** `behind` the range, or at the end of its `line`. */
  readonly hint?: { readonly text: string; readonly className: string; readonly place: 'behind' | 'line' };
  readonly glyph?: { readonly className: string; readonly hover: Words };
  /** Class of the edge beside each line of the range. */
  readonly edge?: string;
  /** Class of the whole of each line of the range. */
  readonly line?: string;
  /** Shown on hovering. */
  readonly hover?: Words;
  readonly link?: Link;
}

/** A decoration as it lies now, after edits since it was made. */
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
  /** The pointer rests on linked stretches, innermost first; empty where it left them. */
  readonly onHover: (placed: readonly Placed[], offset: number) => void;
  readonly onClick: (placed: readonly Placed[], offset: number) => void;
}

/** An entry of an editor's context menu and of its list of commands. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** Gets what is selected; where nothing is, the cursor's place. */
  readonly run: (selected: Range) => void;
}

/** The one way in which the page speaks to an editor. */
export interface EditorHandle {
  /** Replaces the whole text; undo brings the old one back. */
  replaceAll(text: string): void;
  /** Applies edits as one step of undo. */
  applyEdits(edits: readonly Edit[]): void;
  focus(): void;
  /** Scrolls to `range`, of one that is higher than the editor to its start, where it is out of sight; with `cursor` puts the cursor there, with `focus` goes there. */
  reveal(range: Range, options?: { readonly cursor?: boolean; readonly focus?: boolean }): void;
  /** Its element has come back into the page. */
  shown(): void;
  visible(): Range;
  /** What is selected; where nothing is, the cursor's place. */
  selected(): Range;
  addCommands(commands: readonly Command[]): void;
  /** Shows `decorations` in place of those shown before, in one step. */
  show(decorations: readonly Decoration[]): void;
  /** All decorations shown, where they lie now. */
  placed(): readonly Placed[];
  /** Marks `ranges` as lit, in place of those lit before. */
  light(ranges: readonly Range[]): void;
  setProblems(problems: readonly (LintDiagnostic | EventDiagnostic)[]): void;
  /** Colours the text as this language. */
  setLanguage(id: string): void;
  setTheme(dark: boolean): void;
}

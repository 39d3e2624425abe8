import type { Fix, Range, Severity } from '../../text';
import type { DocumentContext, ItemContext, RuleContext, TextContext, ValueContext } from './context';

/** What people read about a kind of problem. Plain data. */
export interface Card {
  /** The code of its findings. */
  readonly id: string;
  readonly severity: Severity;
  /** What it finds, as a heading. */
  readonly finds: string;
  /** Why that matters, and what to write instead. */
  readonly why: string;
  /** Keys of a rule that show the problem, the characters it is found at between `«` and `»` (see `example.ts`). */
  readonly bad: string;
  /** The same as it should be. */
  readonly good: string;
  /** Keys that the bad example lacks, where the lack is what is shown. */
  readonly without?: readonly string[];
  /** The examples are whole texts, and not keys of a rule. */
  readonly alone?: true;
  /** The name of the file that the bad example stands in. */
  readonly file?: string;
  /** It limits how much a text may hold: the examples only show what it is about. */
  readonly limit?: true;
  /** There is no verdict while it stands, so it cannot be switched off. */
  readonly blocks?: true;
}

/** Says that something was found, at which characters, and what to write instead. */
export type Report = (range: Range, message: string, ...fixes: readonly (Fix | null)[]) => void;

/** One check: its card, and what it looks at, from the whole text down to single values. */
export interface Check extends Card {
  /** Once for a text. */
  text?(text: TextContext, report: Report): void;
  /** Of each document: a rule, a correlation or a filter. */
  document?(document: DocumentContext, report: Report): void;
  /** Of each document with a detection: rules and filters. */
  rule?(rule: RuleContext, report: Report): void;
  /** Of each field with its values, and each list of keywords. */
  item?(item: ItemContext, report: Report): void;
  /** Of each single value. */
  value?(value: ValueContext, report: Report): void;
}

/** A change that puts `text` in place of the characters of `range`. */
export function replace(title: string, range: Range, text: string): Fix {
  return { title, edits: [{ range, text }] };
}

/** A change of the first letter that a sentence about it quotes. */
export function change(range: Range, text: string): Fix {
  return replace(`Change to \`${text}\``, range, text);
}

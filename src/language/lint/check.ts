import type { Cards, CardText, Fix, Range, Severity } from '../../text';
import type { DocumentContext, ItemContext, RuleContext, TextContext, ValueContext } from './context';

/** What people read about a kind of problem of a rule. Its examples are keys of a rule (see `example.ts`). Plain data. */
export interface LintCardText extends CardText {
  readonly severity: Severity;
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
  /** It is found only where a text is read as one detection rule, as `sigma explain` does. */
  readonly oneRule?: true;
}

/** A card with the code of what it is about. */
export interface Card<Code extends string = string> extends LintCardText {
  readonly id: Code;
}

export type LintCards<Code extends string> = Cards<Code, LintCardText>;

/** Says that something was found, at which characters, and what to write instead. */
export type Report = (range: Range, message: string, ...fixes: readonly (Fix | null)[]) => void;

/** One check: its card, and what it looks at, from the whole text down to single values. */
export interface Check<Code extends string> extends Card<Code> {
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

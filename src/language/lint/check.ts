import type { SpecVersion } from '../../knowledge';
import { type Cards, type CardText, type Fix, type Range, type Severity, say, type Words } from '../../text';
import type { DocumentContext, ItemContext, RuleContext, TextContext, ValueContext } from './context';

/** The explanation of a kind of problem. Its examples are keys of a rule (see `example.ts`). Plain data. */
export interface LintCardText extends CardText {
  readonly severity: Severity;
  /** Keys that the bad example lacks, if that is the problem it shows. */
  readonly without?: readonly string[];
  /** True if the examples are whole texts, not keys of a rule. */
  readonly alone?: true;
  /** The file name of the bad example. */
  readonly file?: string;
  /** The events beside the examples, for what is only found with events. */
  readonly events?: string;
  /** True for a limit on the size of a text: the examples only illustrate it. */
  readonly limit?: true;
  /** True if it prevents a verdict, and so cannot be switched off. */
  readonly blocks?: true;
  /** True if it is found only when a text is read as one detection rule, as `sigma explain` does. */
  readonly oneRule?: true;
}

/** A card with its code. */
export interface Card<Code extends string = string> extends LintCardText {
  readonly id: Code;
}

export type LintCards<Code extends string> = Cards<Code, LintCardText>;

/** Reports a problem: its range, and a message that says what is wrong and what to write instead. */
export type Report = (range: Range, message: Words, ...fixes: readonly (Fix | null)[]) => void;

/** One check: its card, and what it checks, from the whole text down to single values. */
export interface Check<Code extends string> extends Card<Code> {
  /** The version that first asks for it; absent: all do. Checks of a whole text have none. */
  readonly since?: SpecVersion;
  /** Called once for a text. */
  text?(text: TextContext, report: Report): void;
  /** Called for each document: a rule, a correlation or a filter. */
  document?(document: DocumentContext, report: Report): void;
  /** Called for each document with a detection: rules and filters. */
  rule?(rule: RuleContext, report: Report): void;
  /** Called for each field with its values, and each list of keywords. */
  item?(item: ItemContext, report: Report): void;
  /** Called for each single value. */
  value?(value: ValueContext, report: Report): void;
}

/** A fix that replaces the characters of `range` with `text`, without changing what the rule matches. */
export function replace(title: Words, range: Range, text: string): Fix {
  return { title, edits: [{ range, text }] };
}

/** The same fix, marked as changing what the rule matches. */
export function findsOthers(fix: Fix): Fix {
  return { ...fix, changes: 'finds other events' };
}

/** A fix whose title quotes the new text. */
export function change(range: Range, text: string): Fix {
  return replace(say`Change to \`${text}\``, range, text);
}

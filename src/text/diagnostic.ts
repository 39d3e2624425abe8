import type { Range } from './range';

/** How grave a diagnostic is: an `error` that is no lint means that there is no verdict. */
export type Severity = 'error' | 'warning' | 'info';

/** One replacement in the text that a diagnostic speaks of. */
export interface Edit {
  readonly range: Range;
  readonly text: string;
}

/** A change that a person can apply with one click. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/**
 * Something that is wrong, or surprising, at one place of a text. Collected, never thrown.
 * `code` is stable and is what tests assert; `message` says what is wrong and what to write instead. Each wing lists its codes
 * in a union: `RuleCode`, `LintCode`, `EventCode`, `QueryCode`.
 */
export interface Diagnostic<Code extends string> {
  readonly code: Code;
  readonly severity: Severity;
  readonly range: Range;
  readonly message: string;
  readonly fixes?: readonly Fix[];
  /** Set on an error that leaves the rule's meaning clear: it is shown as an error, and there are verdicts still. */
  readonly lint?: true;
}

/** Collects diagnostics while a text is read; the readers take one and add to it. Only codes of its union go in. */
export class Diagnostics<in out Code extends string> {
  readonly all: Diagnostic<Code>[] = [];

  error(code: Code, range: Range, message: string, fixes?: readonly Fix[]): void {
    this.add('error', code, range, message, fixes);
  }

  /** An error of style or convention (semantics.md, "lint error"): the rule is still evaluated. */
  lint(code: Code, range: Range, message: string, fixes?: readonly Fix[]): void {
    this.all.push({ code, severity: 'error', range, message, lint: true, ...(fixes ? { fixes } : {}) });
  }

  warning(code: Code, range: Range, message: string, fixes?: readonly Fix[]): void {
    this.add('warning', code, range, message, fixes);
  }

  info(code: Code, range: Range, message: string, fixes?: readonly Fix[]): void {
    this.add('info', code, range, message, fixes);
  }

  /** True if something stands that leaves no meaning to evaluate. */
  get hasErrors(): boolean {
    return this.all.some((d) => d.severity === 'error' && !d.lint);
  }

  private add(severity: Severity, code: Code, range: Range, message: string, fixes?: readonly Fix[]): void {
    this.all.push({ code, severity, range, message, ...(fixes ? { fixes } : {}) });
  }
}

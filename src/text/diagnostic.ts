import type { Range } from './range';
import { say, type Words } from './words';

/** The severity of a diagnostic. An `error` that is not a lint means that there is no verdict. */
export type Severity = 'error' | 'warning' | 'info';

/** One replacement in the diagnosed text. */
export interface Edit {
  readonly range: Range;
  readonly text: string;
}

/** A change that a user can apply with one click. */
export interface Fix {
  readonly title: Words;
  readonly edits: readonly Edit[];
  /**
   * Set where the rule finds other events afterwards: more, fewer, or others. Where it is not set, no verdict changes;
   * `src/language/lint/fixes.test.ts` holds that.
   */
  readonly changes?: FixChange;
}

/** What a fix changes beside the text. */
export type FixChange = 'finds other events';

/** What a fix does, in words: its title, and what it changes beside the text. */
export function fixWords({ title, changes }: Fix): Words {
  return changes ? say`${title} (${changes})` : title;
}

/**
 * A problem, or something surprising, at one place in a text. Collected, never thrown. `code` is stable, and tests
 * assert it; `message` says what is wrong and what to write instead. Each wing lists its codes in a union:
 * `RuleCode`, `LintCode`, `EventCode`, `QueryCode`.
 */
export interface Diagnostic<Code extends string> {
  readonly code: Code;
  readonly severity: Severity;
  readonly range: Range;
  readonly message: Words;
  readonly fixes?: readonly Fix[];
  /** Set on an error that leaves the rule's meaning clear: it is shown as an error, but there are still verdicts. */
  readonly lint?: true;
}

/** Collects diagnostics while a text is read: readers add to it. It takes only codes of its union. */
export class Diagnostics<in out Code extends string> {
  readonly all: Diagnostic<Code>[] = [];

  error(code: Code, range: Range, message: Words, fixes?: readonly Fix[]): void {
    this.add('error', code, range, message, fixes);
  }

  /** An error of style or convention (semantics.md, "lint error"): the rule is still evaluated. */
  lint(code: Code, range: Range, message: Words, fixes?: readonly Fix[]): void {
    this.all.push({ code, severity: 'error', range, message, lint: true, ...(fixes ? { fixes } : {}) });
  }

  warning(code: Code, range: Range, message: Words, fixes?: readonly Fix[]): void {
    this.add('warning', code, range, message, fixes);
  }

  info(code: Code, range: Range, message: Words, fixes?: readonly Fix[]): void {
    this.add('info', code, range, message, fixes);
  }

  /** True if there is an error that leaves no meaning to evaluate. */
  get hasErrors(): boolean {
    return this.all.some((d) => d.severity === 'error' && !d.lint);
  }

  private add(severity: Severity, code: Code, range: Range, message: Words, fixes?: readonly Fix[]): void {
    this.all.push({ code, severity, range, message, ...(fixes ? { fixes } : {}) });
  }
}

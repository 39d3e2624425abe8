import type { Diagnostic } from '../text';
import { fixWords, LineIndex, plain } from '../text';
import type { NamedText } from './named-text';

/** The output of a command, replaceable in tests. */
export interface Terminal {
  out(line: string): void;
  err(line: string): void;
  /** Shown in place on an interactive terminal, and not at all if the output is piped. */
  progress(text: string): void;
  /** Resolved once whoever reads the output has taken most of it; absent where it is taken at once. */
  drained?(): Promise<void>;
}

/** The arguments cannot be understood or name something that does not exist: exit code 2. */
export class UsageError extends Error {}

/** A problem as editors and people read it: `file:line:column: severity: message Fix: … [code]`. */
export function problemLine({ name, text }: NamedText, diagnostic: Diagnostic<string>): string {
  const { range, severity, message, code, fixes = [] } = diagnostic;
  const { line, column } = new LineIndex(text).position(range.start);
  const words = fixes.length > 0 ? ` Fix: ${fixes.map((fix) => plain(fixWords(fix))).join('; ')}.` : '';
  return `${name}:${line}:${column}: ${severity}: ${plain(message)}${words} [${code}]`;
}

/** Damage in an event log, which has no lines: `file:byte: severity: message [code]`. */
export function fileProblemLines({ name, problems = [] }: NamedText): string[] {
  return problems.map((p) => `${name}:${p.offset}: ${p.severity}: ${plain(p.message)} [${p.code}]`);
}

/** True for a problem that prevents its rule from being evaluated. */
export function blocks(diagnostic: Diagnostic<string>): boolean {
  return diagnostic.severity === 'error' && !diagnostic.lint;
}

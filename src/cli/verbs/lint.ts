import { CARDS, lint } from '../../language';
import { compileCollection } from '../../rule';
import type { Fix, Severity } from '../../text';
import { byName, LineIndex, nearest } from '../../text';
import { readTexts } from '../files';
import { blocks, problemLine, type Terminal, UsageError } from '../terminal';

export interface LintArguments {
  /** The ids of checks that are switched off. */
  readonly off: readonly string[];
  /** The least severity that makes the exit code 1; null: only what keeps a rule from running does. */
  readonly failOn: string | null;
  readonly json: boolean;
}

const GRAVITY = byName<number>({ info: 0, warning: 1, error: 2 } satisfies Record<Severity, number>);

/** A fix as JSON has it: its title, and what it changes beside the text. */
function fixJson({ title, changes }: Fix) {
  return { title, changes };
}

/**
 * `lint PATH…`: everything that there is to say about every rule, one line a finding, as editors read it or as JSON; the page
 * shows the same. Exit code 0; 1 where a rule cannot run, or a finding is as severe as `--fail-on` or severer.
 */
export function lintFiles(
  paths: readonly string[],
  { off, failOn, json }: LintArguments,
  terminal: Terminal,
): number {
  if (paths.length === 0) throw new UsageError('lint wants a path: a rule, a folder or a zip of rules.');
  for (const id of off) {
    if (CARDS.has(id)) continue;
    const close = nearest(id, CARDS.keys());
    throw new UsageError(`There is no check ${id}.${close ? ` Did you mean ${close}?` : ''}`);
  }
  if (failOn !== null && !GRAVITY.has(failOn))
    throw new UsageError(`--fail-on wants error, warning or info; it got ${failOn}.`);
  const least = failOn === null ? Number.POSITIVE_INFINITY : GRAVITY.get(failOn)!;
  const { texts: files, failed: isUnread } = readTexts(paths, 'rules', terminal);
  let failed = isUnread;
  files.forEach((file, i) => {
    if (i % 50 === 0) terminal.progress(`${i} of ${files.length} files`);
    const found = lint(compileCollection(file.text, {}), { off, fileName: file.name });
    const lines = new LineIndex(file.text);
    for (const d of found) {
      failed ||= blocks(d) || GRAVITY.get(d.severity)! >= least;
      const { severity, code, message, fixes } = d;
      const { line, column } = lines.position(d.range.start);
      terminal.out(
        json
          ? JSON.stringify({
              file: file.name,
              line,
              column,
              severity,
              code,
              message,
              fixes: fixes?.map(fixJson),
            })
          : problemLine(file, d),
      );
    }
  });
  terminal.progress('');
  return failed ? 1 : 0;
}

import type { SpecVersion } from '../../knowledge';
import { CARDS, lint } from '../../language';
import { compileCollection } from '../../rule';
import type { Fix, Severity } from '../../text';
import { byName, LineIndex, nearest, plain } from '../../text';
import { readTexts } from '../files';
import { SarifLog } from '../sarif';
import { blocks, problemLine, type Terminal, UsageError } from '../terminal';

export interface LintArguments {
  /** The ids of checks that are switched off. */
  readonly off: readonly string[];
  /** The lowest severity that gives exit code 1; null if only problems that prevent a rule from running do. */
  readonly failOn: string | null;
  /** How findings are written: as lines, as lines of JSON, or all as one SARIF log. */
  readonly format: 'text' | 'json' | 'sarif';
  /** The version to read rules as that name none. */
  readonly spec: SpecVersion;
}

const GRAVITY = byName<number>({ info: 0, warning: 1, error: 2 } satisfies Record<Severity, number>);

/** A fix in JSON: its title, and what it changes. */
function fixJson({ title, changes }: Fix) {
  return { title: plain(title), changes };
}

/**
 * `lint PATH…`: all problems of every rule, one on each line, as editors read it as JSON, or as SARIF, the same as on the page.
 * Exit code 0; 1 if a rule cannot run, or a problem is at least as severe as `--fail-on`.
 */
export function lintFiles(
  paths: readonly string[],
  { off, failOn, format, spec }: LintArguments,
  terminal: Terminal,
): number {
  if (paths.length === 0) throw new UsageError('lint needs a path: a rule, a folder or a zip of rules.');
  for (const id of off) {
    if (CARDS.has(id)) continue;
    const close = nearest(id, CARDS.keys());
    throw new UsageError(`There is no check ${id}.${close ? ` Did you mean ${close}?` : ''}`);
  }
  if (failOn !== null && !GRAVITY.has(failOn))
    throw new UsageError(`--fail-on needs error, warning or info, but got ${failOn}.`);
  const least = failOn === null ? Number.POSITIVE_INFINITY : GRAVITY.get(failOn)!;
  const { texts: files, failed: isUnread, unread } = readTexts(paths, 'rules', terminal);
  const sarif = format === 'sarif' ? new SarifLog(off) : null;
  let failed = isUnread;
  files.forEach((file, i) => {
    if (i % 50 === 0) terminal.progress(`${i} of ${files.length} files`);
    const found = lint(compileCollection(file.text, { spec }), { off, fileName: file.name });
    sarif?.add(file, found);
    const lines = new LineIndex(file.text);
    for (const d of found) {
      failed ||= blocks(d) || GRAVITY.get(d.severity)! >= least;
      if (sarif) continue;
      const { severity, code, message, fixes } = d;
      const { line, column } = lines.position(d.range.start);
      terminal.out(
        format === 'json'
          ? JSON.stringify({
              file: file.name,
              line,
              column,
              severity,
              code,
              message: plain(message),
              fixes: fixes?.map(fixJson),
            })
          : problemLine(file, d),
      );
    }
  });
  terminal.progress('');
  if (sarif) terminal.out(sarif.text(unread));
  return failed ? 1 : 0;
}

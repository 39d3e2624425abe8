import { withTagProblems } from '../../describe';
import type { SpecVersion } from '../../knowledge';
import { compileCollection } from '../../rule';
import { LineIndex, plain } from '../../text';
import { readTexts } from '../files';
import { blocks, problemLine, type Terminal, UsageError } from '../terminal';

/**
 * `check PATH…`: reads and compiles every rule, as `spec` if it names no version. Writes one JSON line with `files`, `rules`, `compiled` and `errors` by
 * code, then one line for each problem. Exit code 0, or 1 if a rule has an error or a file cannot be read.
 */
export function check(paths: readonly string[], spec: SpecVersion, terminal: Terminal): number {
  if (paths.length === 0) throw new UsageError('check needs a path: a rule, a folder or a zip of rules.');
  const { texts, failed } = readTexts(paths, 'rules', terminal);
  const errors = new Map<string, number>();
  const problems: string[] = [];
  let rules = 0;
  let compiled = 0;
  texts.forEach((file, i) => {
    if (i % 50 === 0) terminal.progress(`${i} of ${texts.length} files`);
    const collection = compileCollection(file.text, { spec });
    const found = collection.plans.length + collection.correlations.length + collection.filters.length;
    const blocking = collection.diagnostics.filter(blocks);
    rules += Math.max(1, found);
    if (blocking.length === 0) compiled += found;
    const lines = new LineIndex(file.text);
    for (const d of withTagProblems(collection)) {
      if (blocks(d)) errors.set(d.code, (errors.get(d.code) ?? 0) + 1);
      const { line, column } = lines.position(d.range.start);
      problems.push(
        JSON.stringify({
          file: file.name,
          line,
          column,
          severity: d.severity,
          code: d.code,
          message: plain(d.message),
          ...(d.lint ? { lint: true } : {}),
        }),
      );
      if (blocks(d)) terminal.err(problemLine(file, d));
    }
  });
  terminal.progress('');
  terminal.out(JSON.stringify({ files: texts.length, rules, compiled, errors: Object.fromEntries(errors) }));
  for (const problem of problems) terminal.out(problem);
  return failed || errors.size > 0 ? 1 : 0;
}

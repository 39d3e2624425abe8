import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readTexts } from '../files';
import { indexRules } from '../index-rules';
import { type Terminal, UsageError } from '../terminal';

const USAGE = `catalog PATH [--name NAME] [--commit COMMIT] [--date DATE] [--out FOLDER]
PATH is a folder or a zip of rules. Name, commit and date describe their source; FOLDER is public/catalog by default.`;

/**
 * Writes the index of a catalog's indicators and its manifest (`indicators.bin`, `indicators.json`), and the statistics
 * of its log sources and values (`statistics.json`, `values.bin`). Exit code 0, or 2 for wrong usage. A zip does not
 * say where it came from, so options name the source.
 */
export function catalog(words: readonly string[], terminal: Terminal): number {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: {
        name: { type: 'string' },
        commit: { type: 'string' },
        date: { type: 'string' },
        out: { type: 'string', default: join('public', 'catalog') },
      },
      allowPositionals: true,
    });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0)
      throw new UsageError('catalog needs one path: a folder or a zip.');
    const { texts, failed } = readTexts([path], 'rules', terminal);
    const source = {
      name: values.name ?? basename(path),
      commit: values.commit ?? null,
      date: values.date ?? null,
    };
    const { bytes, manifest, statistics, values: figures } = indexRules(texts, source, terminal.progress);
    mkdirSync(values.out, { recursive: true });
    writeFileSync(join(values.out, 'indicators.bin'), bytes);
    writeFileSync(join(values.out, 'indicators.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    writeFileSync(join(values.out, 'statistics.json'), `${JSON.stringify(statistics)}\n`);
    writeFileSync(join(values.out, 'values.bin'), figures);
    terminal.out(JSON.stringify(manifest));
    return failed ? 1 : 0;
  } catch (error) {
    const bad = error instanceof UsageError || (error as { code?: string }).code !== undefined;
    if (!bad) throw error;
    terminal.err(`${(error as Error).message}\n${USAGE}`);
    return 2;
  }
}

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/*
 * Builds the last commit twice, in clean clones in different folders, in different time zones and languages, and compares the releases
 * byte for byte. Takes a few minutes: each clone installs its packages.
 */

const SETTINGS = [
  { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' },
  { TZ: 'Asia/Kathmandu', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
] as const;
const FOLDERS = ['one', 'another folder'] as const;

const COMMIT = execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();

/** Clones the commit; before anything is built, so that work may go on meanwhile. */
function clone(folder: string): void {
  execFileSync('git', ['clone', '--quiet', '--no-local', '--no-checkout', process.cwd(), folder]);
  execFileSync('git', ['checkout', '--quiet', '--detach', COMMIT], { cwd: folder });
}

/** Builds in `folder`; the hashes of the built files and of the release, by name. */
function build(folder: string, settings: Readonly<Record<string, string>>): Map<string, string> {
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, {
      cwd: folder,
      env: { ...process.env, ...settings },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  run('npm', 'ci', '--no-audit', '--no-fund');
  run('npm', 'run', 'release');
  const made = ['dist', 'release'].flatMap((part) =>
    readdirSync(join(folder, part), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  return new Map(
    made.map((path) => [
      path.slice(folder.length + 1),
      createHash('sha256').update(readFileSync(path)).digest('hex'),
    ]),
  );
}

const root = mkdtempSync(join(tmpdir(), 'reproducible-'));
try {
  for (const name of FOLDERS) clone(join(root, name));
  const [one, other] = FOLDERS.map((name, i) => build(join(root, name), SETTINGS[i]!)) as [
    Map<string, string>,
    Map<string, string>,
  ];
  const names = [...new Set([...one.keys(), ...other.keys()])].sort();
  const differing = names.filter((name) => one.get(name) !== other.get(name));
  for (const name of differing) console.log(`differs: ${name}`);
  console.log(`${names.length} files, ${differing.length} of them differ`);
  process.exitCode = differing.length > 0 || names.length === 0 ? 1 : 0;
} finally {
  rmSync(root, { recursive: true, force: true });
}

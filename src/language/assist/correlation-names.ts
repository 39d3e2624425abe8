import { PUBLISHED, type SpecVersion, specHas } from '../../knowledge';
import { code, say, type Words } from '../../text';
import { documentsOf, restOf } from './line';
import { type Outline, outlineOf, specOf } from './outline';

/*
 * The condition of a temporal correlation as an expression over its rules. As with `place.ts`, everything is told from the
 * lines alone.
 */

/** The names that a correlation's condition may join: those in `rules`. Null if it is no condition over rules. */
export function joinedNames(outline: Outline, picked: SpecVersion = PUBLISHED): readonly string[] | null {
  const { kind, lines } = outline;
  if (kind !== 'correlation' || !specHas(specOf(outline, picked), '2.2.0')) return null;
  const type = lines.find(({ key, column }) => key === 'type' && column > 0);
  if (!type || !unquoted(restOf(type)).startsWith('temporal')) return null;
  const at = lines.findIndex(({ key, column }) => key === 'rules' && column > 0);
  if (at < 0) return [];
  const rest = restOf(lines[at]!);
  if (rest !== '' && !rest.startsWith('[')) return [unquoted(rest)];
  const below = lines.slice(at + 1);
  if (rest === '') {
    const end = below.findIndex(({ blank, dash }) => !blank && dash < 0);
    return (end < 0 ? below : below.slice(0, end)).flatMap((line) => named(restOf(line)));
  }
  const end = below.findIndex(({ key }) => key !== null);
  const written = [rest, ...(end < 0 ? below : below.slice(0, end)).map(restOf)].join(' ');
  return written
    .replace(/^\[|\].*$/g, '')
    .split(',')
    .flatMap((name) => named(name.trim()));
}

/** What a hover says of a rule that a condition names: its title. Nothing if no document has the name or id. */
export function titleLines(text: string, name: string): readonly Words[] {
  for (const { lines } of documentsOf(text)) {
    const written = (key: string) => {
      const line = lines.find((one) => one.key === key && one.column === 0);
      return line ? unquoted(restOf(line)) : '';
    };
    const isIt = written('name') === name || written('id').toLowerCase() === name.toLowerCase();
    if (!isIt) continue;
    const what = outlineOf(lines).kind === 'correlation' ? 'The correlation' : 'The rule';
    return [say`${what} ${code(name)}: ${written('title') || 'without a title'}`];
  }
  return [];
}

function named(written: string): string[] {
  const name = unquoted(written);
  return name === '' ? [] : [name];
}

function unquoted(written: string): string {
  return written.replace(/^(['"])(.*)\1$/, '$2');
}

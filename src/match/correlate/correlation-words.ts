import type { CompiledCorrelation } from '../../rule';
import type { Words } from '../../text';
import type { FiringAbsence, Nearest } from './firing';
import { comparisonsOf } from './slide';

/** What did not occur in a firing, and until when that is known. `references`: those of its correlation. */
export function absenceText(
  { references: absent, from, to, known }: FiringAbsence,
  references: readonly { readonly title: string }[],
): string {
  const titles = absent.map((i) => `“${references[i]?.title ?? ''}”`);
  const last = titles.pop()!;
  const all =
    titles.length > 0 ? `Neither ${titles.join(', ')} nor ${last} occurred` : `${last} did not occur`;
  const unknown =
    known === undefined ? '' : ` The last event is of ${moment(known)} UTC: what came later is not known.`;
  return `${all} from ${moment(from)} to ${moment(to)} UTC.${unknown}`;
}

/** The window that came closest, in one sentence. `unordered`: for a condition over the rules, that only the order is wrong. */
export function nearestText(
  compiled: CompiledCorrelation,
  nearest: Omit<Nearest, 'text'>,
  unordered: boolean | undefined,
): Words {
  const key = Object.entries(nearest.key).map(([name, text]) => `${name} ${text}`);
  const where = key.length > 0 ? ` for ${key.join(', ')}` : '';
  const what = compiled.correlation.expression
    ? lacks(compiled, nearest, unordered === true)
    : counted(compiled, nearest);
  return [`The closest window${where}: ${what} (required: ${compiled.conditionText}).`];
}

function counted(compiled: CompiledCorrelation, { missing, value }: Omit<Nearest, 'text'>): string {
  const { type } = compiled.correlation;
  const temporal = type.value.startsWith('temporal');
  const asked = comparisonsOf(compiled).every((c) => c.operator.startsWith('g'));
  if (temporal && asked && missing.length > 0) return `${names(compiled, missing)} did not occur`;
  if (temporal && asked && type.value === 'temporal_ordered') return IN_DISORDER;
  return `the ${compiled.counted} was ${round(value)}`;
}

const IN_DISORDER = 'all occurred, but not in this order';

function lacks(
  compiled: CompiledCorrelation,
  { missing, blocked }: Omit<Nearest, 'text'>,
  unordered: boolean,
): string {
  return [
    ...(missing.length > 0 ? [`${names(compiled, missing)} did not occur`] : []),
    ...(unordered ? [`the rules occurred, but not in the order of ${allNames(compiled)}`] : []),
    ...blocked.map(
      ({ reference, at }) => `${names(compiled, [reference])} must not occur, but did at ${moment(at)} UTC`,
    ),
  ].join(', and ');
}

function names({ references }: CompiledCorrelation, indexes: readonly number[]): string {
  return indexes.map((i) => references[i]!.written).join(', ');
}

function allNames(compiled: CompiledCorrelation): string {
  return names(compiled, [...compiled.references.keys()]);
}

/** A time in milliseconds since 1970, as `2026-11-20 08:00:00`; beyond the years that a date can have, the number. */
function moment(milliseconds: number): string {
  const date = new Date(Math.floor(milliseconds));
  if (Number.isNaN(date.getTime())) return String(milliseconds);
  return date
    .toISOString()
    .replace('T', ' ')
    .replace(/(?:\.000)?Z$/, '');
}

function round(value: number): string {
  return String(Math.round(value * 1e6) / 1e6);
}

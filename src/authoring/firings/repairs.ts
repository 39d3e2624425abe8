import type { CorrelationResult } from '../../match';
import {
  type Collection,
  type CompiledCorrelation,
  type CountComparison,
  entry,
  parseYaml,
  RuleDiagnostics,
} from '../../rule';
import { applyEdits, code, type Edit, say, type Words } from '../../text';
import { correlationAt, isMet, type TriedFirings, type WantedFirings } from './tried';
import { spanText } from './why';

/** A change of a correlation with which it fires as it is expected to. */
export interface FiringRepair {
  readonly title: Words;
  readonly edits: readonly Edit[];
  /** The documents of the other correlations that would no longer fire as expected. */
  readonly breaks: readonly number[];
}

interface Proposal {
  readonly title: Words;
  readonly edits: readonly Edit[];
}

/** How many changes of one kind are tried. */
const MOST_TRIED = 40;

/**
 * Changes of a correlation's threshold, window and groups with which it does what is expected of it, each tried over all
 * events; of each kind the smallest. `all`: what is expected of every correlation.
 */
export function firingRepairs(
  tried: TriedFirings,
  wanted: WantedFirings,
  all: readonly WantedFirings[],
  compile: (text: string) => Collection,
): FiringRepair[] {
  const { collection, twins } = tried;
  const index = correlationAt(collection, wanted.document);
  if (index === null) return [];
  const before = tried.results();
  const met = all.filter((one) => one.document !== wanted.document && isMet(one, collection, before, twins));
  const repair = (proposal: Proposal): FiringRepair | null => {
    const changed = compile(applyEdits(collection.text, proposal.edits));
    // Verdicts are those of the rules as they are: only then do they hold for the changed text.
    if (changed.plans.length !== collection.plans.length) return null;
    const after = tried.results(changed);
    if (!isMet(wanted, changed, after, twins)) return null;
    const breaks = met.filter((one) => !isMet(one, changed, after, twins)).map(({ document }) => document);
    return { ...proposal, breaks };
  };
  const first = (proposals: readonly Proposal[]) => {
    for (const proposal of proposals.slice(0, MOST_TRIED)) {
      const found = repair(proposal);
      if (found) return [found];
    }
    return [];
  };
  const one = collection.correlations[index]!;
  const { text } = collection;
  return [
    ...one.correlation.comparisons.flatMap((comparison) =>
      first(thresholds(text, comparison, before[index]!)),
    ),
    ...first(timespans(one, tried, wanted)),
    ...one.correlation.groupBy.flatMap((_, i) => first(withoutGroup(text, one, i))),
  ];
}

/** Other numbers in a comparison, the nearest to the present one first. */
function thresholds(
  text: string,
  { operator, value, range }: CountComparison,
  result: CorrelationResult,
): Proposal[] {
  if (!Number.isInteger(value) || !['gt', 'gte', 'eq', 'lt', 'lte'].includes(operator)) return [];
  const written = text.slice(range.start, range.end);
  const number = /-?\d+(?=['"]?$)/.exec(written);
  if (!number) return [];
  const start = range.start + number.index;
  const near = Array.from({ length: MOST_TRIED / 2 - 2 }, (_, i) => [value - i - 1, value + i + 1]).flat();
  const reached = [
    result.nearest?.value ?? value,
    ...result.firings.flatMap((one) => one.value.map((v) => v.value)),
  ];
  const most = Math.floor(Math.max(...reached.slice(0, 1000)));
  return [...new Set([...near, most, most + 1])]
    .filter((other) => other > 0 && other !== value)
    .map((other) => ({
      title: say`${other < value ? 'Lower' : 'Raise'} ${code(operator)} from ${value} to ${other}`,
      edits: [{ range: { start, end: start + number[0].length }, text: String(other) }],
    }));
}

const SECOND = 1000;
const SPANS = [
  1, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21_600, 43_200, 86_400, 172_800, 604_800,
].map((seconds) => seconds * SECOND);

/** Other windows: longer ones from the shortest, then shorter ones from the longest. */
function timespans(
  { correlation }: CompiledCorrelation,
  tried: TriedFirings,
  wanted: WantedFirings,
): Proposal[] {
  const { value, range } = correlation.timespan;
  const needed = (wanted.members ?? []).flatMap((events) => spanOf(tried, events) ?? []);
  const spans = [...new Set([...SPANS, ...needed])].sort((a, b) => a - b);
  const longer = spans.filter((span) => span > value);
  const shorter = spans.filter((span) => span < value).reverse();
  return [...longer, ...shorter].map((span) => ({
    title: say`${span > value ? 'Widen' : 'Shorten'} the window from ${spanText(value)} to ${spanText(span)}`,
    edits: [{ range, text: spanText(span) }],
  }));
}

/** How far the first and last of these events are apart, in whole seconds; null if that cannot be known. */
function spanOf(tried: TriedFirings, events: readonly number[]): number | null {
  const wanted = new Set(events);
  const times = tried.events.flatMap((event) => (wanted.has(event.index) ? (tried.time(event) ?? []) : []));
  if (times.length < 2) return null;
  const micros = Math.max(...times) - Math.min(...times);
  return Math.ceil(micros / 1000 / SECOND) * SECOND || null;
}

/** Without one of the fields that it groups by. */
function withoutGroup(text: string, { correlation }: CompiledCorrelation, index: number): Proposal[] {
  const names = correlation.groupBy.map(({ value }) => value);
  const document = parseYaml(text, new RuleDiagnostics()).find(
    ({ range }) => range.start === correlation.range.start,
  );
  const map = document?.kind === 'map' ? entry(document, 'correlation')?.value : undefined;
  const group = map?.kind === 'map' ? entry(map, 'group-by') : undefined;
  if (group?.value.kind !== 'sequence') return [];
  const left = group.value.items
    .filter((_, i) => i !== index)
    .map(({ range }) => text.slice(range.start, range.end));
  if (left.length !== names.length - 1) return [];
  const range = { start: group.key.range.end, end: group.value.range.end };
  const end = text[range.end - 1] === '\n' ? '\n' : '';
  return [
    {
      title: say`Do not group by ${code(names[index]!)}`,
      edits: [{ range, text: `: [${left.join(', ')}]${end}` }],
    },
  ];
}

import { type CorrelationResult, type GroupKey, leftOutWords } from '../../match';
import { count, prose, say, type Words } from '../../text';
import type { TriedFirings, WantedFirings } from './tried';

/** Reasons for one expectation; nobody reads more. */
const MOST = 4;
const MOST_NAMED = 8;

/** Why a correlation does not fire as it is expected to: what stands in the way, and what fires besides. */
export function whyNot(tried: TriedFirings, wanted: WantedFirings, result: CorrelationResult): Words[] {
  const { found, missing, others } = tried.differences(wanted, result);
  if (wanted.members === null && found.length < wanted.count)
    return found.length === 0 ? silence(tried, result) : [[`It fires on ${lists(found)} only.`]];
  if (wanted.members === null && wanted.count > 0) return [[`It fires on ${lists(found)}.`]];
  const left = [...others];
  const reasons = missing.slice(0, MOST).flatMap((members) => {
    const nearest = overlapping(members, left);
    if (!nearest) return absent(tried, members, result.correlation);
    left.splice(left.indexOf(nearest), 1);
    return another(tried, members, nearest, result.correlation);
  });
  if (left.length > 0) reasons.push([`It ${missing.length > 0 ? 'also ' : ''}fires on ${lists(left)}.`]);
  return reasons.slice(0, MOST);
}

/** Nothing fires, and nobody said on what it should. */
function silence(tried: TriedFirings, { nearest, correlation, leftOut }: CorrelationResult): Words[] {
  if (nearest) return [nearest.text];
  if (tried.matching(correlation).size === 0) return [prose('No event matches the rules that it refers to.')];
  return leftOut.slice(0, MOST).map((one) => say`Event ${one.event + 1}: ${leftOutWords(one)}.`);
}

/** The firing that has most of these events; null if none has any. */
function overlapping(members: readonly number[], firings: readonly (readonly number[])[]) {
  const wanted = new Set(members);
  const shared = firings.map((firing) => firing.filter((event) => wanted.has(event)).length);
  const most = Math.max(0, ...shared);
  return most > 0 ? firings[shared.indexOf(most)]! : null;
}

/** It fires, but on a few events more or fewer. */
function another(
  tried: TriedFirings,
  members: readonly number[],
  firing: readonly number[],
  correlation: number,
): Words[] {
  const more = firing.filter((event) => !members.includes(event));
  const fewer = members.filter((event) => !firing.includes(event));
  const reasons: Words[] = [];
  if (more.length > 0)
    reasons.push([`${named(more)} ${more.length === 1 ? 'is' : 'are'} in the firing too.`]);
  if (fewer.length === 0) return reasons;
  const rest = firing.filter((event) => members.includes(event));
  const said = `The firing on ${lower(named(rest))} is without ${lower(named(fewer))}.`;
  return [...reasons, [said], ...outside(tried, fewer, rest, correlation)];
}

/** It does not fire on these events: why not, if there were no others. */
function absent(tried: TriedFirings, members: readonly number[], correlation: number): Words[] {
  const there = members.filter((event) => event >= 0);
  const gone = members.length - there.length;
  const lost: Words[] =
    gone > 0 ? [[`${count(gone, 'event')} of those expected ${are(gone)} there no longer.`]] : [];
  if (there.length === 0) return lost;
  const only = tried.only(there);
  const { nearest, firings } = only.results()[correlation]!;
  if (firings.length > 0)
    return [...lost, [`On ${lower(named(there))} alone it fires, but not with the other events.`]];
  const near = nearest?.members.map(({ event }) => event) ?? [];
  const others = there.filter((event) => !near.includes(event));
  const close: Words[] = nearest ? [nearest.text] : [];
  return [...lost, ...close, ...outside(tried, others, near, correlation)];
}

/** Why these events do not count with those. */
function outside(
  tried: TriedFirings,
  events: readonly number[],
  near: readonly number[],
  correlation: number,
): Words[] {
  const there = events.filter((event) => event >= 0);
  const { title, references, correlation: rule } = tried.collection.correlations[correlation]!;
  if (references.some(({ kind }) => kind === 'correlation')) return [];
  const of = (some: readonly number[]) => tried.only(some).results()[correlation]!;
  const key = keyOf(of(near));
  const reasons = there.slice(0, MOST_NAMED).map((event): [string, number] => {
    const alone = of([event]);
    if (tried.only([event]).matching(correlation).size === 0)
      return [`matches none of the rules of “${title}”.`, event];
    const own = keyOf(alone);
    if (own && key && JSON.stringify(own) !== JSON.stringify(key))
      return [`is in another group: ${groupWords(own)}, and not ${groupWords(key)}.`, event];
    return [own ? `is outside the window of ${spanText(rule.timespan.value)}.` : '', event];
  });
  const leftOut = of(there).leftOut.map((one) => say`Event ${one.event + 1}: ${leftOutWords(one)}.`);
  const said = [...new Set(reasons.map(([why]) => why))].flatMap((why): Words[] => {
    const same = reasons.flatMap(([other, event]) => (other === why ? [event] : []));
    return why === '' ? [] : [[`${named(same)} ${same.length > 1 ? plural(why) : why}`]];
  });
  return [...leftOut, ...said];
}

const plural = (why: string) => why.replace(/^matches/, 'match').replace(/^is/, 'are');

function keyOf({ nearest, firings }: CorrelationResult): GroupKey | null {
  return firings[0]?.key ?? nearest?.key ?? null;
}

function groupWords(key: GroupKey): string {
  return Object.entries(key)
    .map(([name, value]) => `${name} ${value === '' ? '(empty)' : value}`)
    .join(', ');
}

const are = (number: number) => (number === 1 ? 'is' : 'are');
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** `events 1 and 2; events 5, 6 and 9`; of many the first few. */
function lists(firings: readonly (readonly number[])[]): string {
  const said = firings.slice(0, MOST).map((events) => lower(named(events)));
  const more = firings.length - said.length;
  return [...said, ...(more > 0 ? [`and ${more.toLocaleString('en')} times more`] : [])].join('; ');
}

/** `Event 2`, `Events 2, 4 and 7`; of many the first few. */
function named(events: readonly number[]): string {
  const numbers = [...events].sort((a, b) => a - b).map((event) => String(event + 1));
  const more = numbers.length - MOST_NAMED;
  const all = more > 0 ? [...numbers.slice(0, MOST_NAMED), `${more.toLocaleString('en')} more`] : numbers;
  const end = all.pop() ?? '';
  return all.length > 0 ? `Events ${all.join(', ')} and ${end}` : `Event ${end}`;
}

const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
] as const;

/** A timespan in the largest unit that writes it as a whole number: `90s`, `5m`. In: milliseconds, whole seconds. */
export function spanText(millis: number): string {
  const [unit, size] = UNITS.find((one) => millis % one[1] === 0) ?? ['s', 1000];
  return `${Math.ceil(millis / size)}${unit}`;
}

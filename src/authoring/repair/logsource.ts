import type { SigmaEvent } from '../../event';
import { logsourceName, recognise } from '../../event';
import { LOGSOURCES } from '../../knowledge';
import type { Placed, Plan } from '../../rule';
import { type Edit, say } from '../../text';
import { lineOf } from './lists';
import type { Proposal } from './proposal';

const KEYS = ['product', 'category', 'service'] as const;
type Key = (typeof KEYS)[number];
/** A log source by its parts; parts that it does not have are absent. */
export type Parts = Partial<Readonly<Record<Key, string>>>;

const MAX_OFFERED = 3;

/** Log sources of the event, for a rule with another. */
export function logsourceProposals(plan: Plan, event: SigmaEvent): Proposal[] {
  const { logsource } = plan;
  const shared = (parts: Parts) =>
    KEYS.filter((k) => parts[k] && parts[k] === logsource[k]?.toLowerCase()).length;
  return logsourcesOf(event)
    .sort((a, b) => shared(b) - shared(a))
    .flatMap((parts): Proposal[] => {
      const edits = logsourceEdits(plan, parts);
      return edits ? [{ title: say`Change the log source to \`${logsourceName(parts)}\``, edits }] : [];
    })
    .slice(0, MAX_OFFERED);
}

/** The log sources that cover such an event: categories first, then services, the product alone last. */
export function logsourcesOf(event: SigmaEvent): Parts[] {
  const source = recognise(event);
  const product = source.product ? { product: source.product } : {};
  const found: Parts[] = [];
  if (source.kind) {
    found.push(...source.kind.categories.map((category) => ({ ...product, category })));
    found.push(...source.kind.services.map((service) => ({ ...product, service })));
  } else {
    const facts = LOGSOURCES.filter((fact) =>
      fact.events.some(
        (range) =>
          (range.channel !== null
            ? range.channel.toLowerCase() === source.channel?.toLowerCase()
            : range.provider?.toLowerCase() === source.provider?.toLowerCase()) &&
          (range.eventIds.length === 0 ||
            (source.eventId !== null && range.eventIds.includes(source.eventId))),
      ),
    );
    for (const { product, category, service } of [...facts].sort(byCategory))
      found.push({
        ...(product ? { product } : {}),
        ...(category ? { category } : {}),
        ...(service ? { service } : {}),
      });
  }
  if (source.product) found.push(product);
  return found;
}

function byCategory(a: { category: string | null }, b: { category: string | null }): number {
  return Number(b.category !== null) - Number(a.category !== null);
}

/** Edits that change a log source to another: a key that is no longer needed becomes a new one, on its line. */
function logsourceEdits(plan: Plan, wanted: Parts): Edit[] | null {
  const { text, rule } = plan;
  const written = KEYS.flatMap((key): [Key, Placed][] => {
    const placed = rule.logsource[key];
    return placed ? [[key, placed]] : [];
  });
  const edits: Edit[] = [];
  const fresh = KEYS.filter((key) => wanted[key] && !rule.logsource[key]);
  for (const [key, { value, range }] of written) {
    const other = wanted[key];
    if (other !== undefined) {
      if (other !== value.toLowerCase()) edits.push({ range, text: other });
      continue;
    }
    const start = keyStart(text, key, range.start);
    if (start === null) return null;
    const instead = fresh.shift();
    if (instead) edits.push({ range: { start, end: range.end }, text: `${instead}: ${wanted[instead]}` });
    else edits.push({ range: lineOf(text, start, range.end), text: '' });
  }
  const last = written
    .map(([key, { range }]) => ({ key, range }))
    .sort((a, b) => b.range.end - a.range.end)[0];
  if (fresh.length === 0 || !last) return fresh.length === 0 ? edits : null;
  const start = keyStart(text, last.key, last.range.start);
  if (start === null) return null;
  const indent = ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
  const next = text.indexOf('\n', last.range.end);
  const end = next < 0 ? text.length : next;
  edits.push({
    range: { start: end, end },
    text: fresh.map((key) => `\n${indent}${key}: ${wanted[key]}`).join(''),
  });
  return edits;
}

/** The start of a key that is alone on its line; null in a map on one line. */
function keyStart(text: string, key: Key, value: number): number | null {
  const lineStart = text.lastIndexOf('\n', value - 1) + 1;
  const found = new RegExp(`^(\\s*)${key}\\s*:\\s*$`).exec(text.slice(lineStart, value));
  return found ? lineStart + found[1]!.length : null;
}

import { tokenize } from '../../rule';
import { isGap, readEntry } from './entries';

/** The selections that a rule's conditions refer to. */
export interface ConditionNames {
  /** By name. */
  readonly exact: ReadonlySet<string>;
  /** By patterns such as `selection_*`. */
  readonly patterns: readonly RegExp[];
  /** By `them` or `*`: any selection. */
  readonly them: boolean;
}

const QUANTIFIERS = /^(?:\d+|all|any)$/i;

/** What a condition names. A Sigma 1.x aggregation after it names none. */
export function namesIn(conditions: readonly string[]): ConditionNames {
  const exact = new Set<string>();
  const patterns = new Map<string, RegExp>();
  let them = false;
  for (const condition of conditions) {
    const tokens = tokenize(condition);
    const end = tokens.findIndex((t) => t.kind === '|');
    const words = tokens.slice(0, end < 0 ? undefined : end);
    words.forEach(({ kind, text }, i) => {
      if (kind !== 'word') return;
      const after = words[i - 1]?.text.toLowerCase() === 'of';
      if (text.toLowerCase() === 'of' || (QUANTIFIERS.test(text) && /^of$/i.test(words[i + 1]?.text ?? '')))
        return;
      if (after && (/^them$/i.test(text) || text === '*')) them = true;
      else if (/[*?]/.test(text)) patterns.set(text, patternOf(text));
      else exact.add(text);
    });
  }
  return { exact, patterns: [...patterns.values()], them };
}

function patternOf(text: string): RegExp {
  const escaped = text
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${escaped}$`);
}

/** The conditions in lines without indentation: after `condition:`, or on the next lines. */
export function conditionsIn(lines: readonly string[]): readonly string[] {
  const found: string[] = [];
  lines.forEach((line, i) => {
    if (!/^condition\s*:(?:\s|$)/.test(line)) return;
    const entry = readEntry(lines, i);
    if (!entry) return;
    if (entry.behind === 'closed' && !entry.flow && entry.next === i + 1) found.push(unquoted(entry.written));
    else if (entry.behind === 'nothing') found.push(...itemsAfter(lines, i + 1));
    else if (!entry.flow)
      found.push([entry.behind === 'block' ? '' : entry.written, ...textAfter(lines, entry.next)].join(' '));
  });
  return found;
}

function unquoted(written: string): string {
  const quoted = /^(['"])(.*)\1\s*(?:#.*)?$/.exec(written);
  return quoted ? quoted[2]! : written.replace(/\s#.*$/, '');
}

function itemsAfter(lines: readonly string[], from: number): string[] {
  const items: string[] = [];
  for (let i = from; i < lines.length; i++) {
    if (isGap(lines[i]!)) continue;
    const entry = readEntry(lines, i);
    if (!entry?.dash || entry.key !== null) break;
    items.push(unquoted(entry.written));
  }
  return items;
}

function textAfter(lines: readonly string[], from: number): string[] {
  const text: string[] = [];
  for (let i = from; i < lines.length; i++) {
    if (isGap(lines[i]!)) continue;
    const entry = readEntry(lines, i);
    if (!entry || entry.dash || entry.key !== null) break;
    text.push(entry.written);
  }
  return text;
}

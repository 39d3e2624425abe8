import { byName } from '../../text';
import type { Entry } from './entries';
import type { DocumentFacts } from './facts';
import { isKnownField } from './known-fields';

/** The kinds of maps in a Sigma document, by their keys. */
export type MapKind =
  | 'root'
  | 'logsource'
  | 'detection'
  | 'filter'
  | 'selection'
  | 'related'
  | 'simulation'
  | 'correlation'
  | 'counts'
  | 'aliases'
  | 'alias';

/** The kinds of lists: of plain values, of a selection's keywords or maps, of maps. */
export type ListKind = 'values' | 'selection' | 'related' | 'simulation';

/** What may follow a key. */
export interface Place {
  /** A value on the same line. */
  readonly value?: boolean;
  /** A text of several lines, after `|` or `>`. */
  readonly block?: boolean;
  /** Nothing. */
  readonly blank?: boolean;
  readonly list?: ListKind;
  readonly map?: MapKind;
}

const TEXT: Place = { value: true, block: true, blank: true };
const VALUE: Place = { value: true };
const VALUES: Place = { value: true, blank: true, list: 'values' };
/** A key that the specification does not name. */
const CUSTOM: Place = { value: true, list: 'values' };
const FIELD: Place = { value: true, list: 'values' };

const ROOT = byName<Place>({
  ...Object.fromEntries(
    'title id name taxonomy status description license author date modified level regression_tests_path'
      .split(' ')
      .map((key) => [key, TEXT]),
  ),
  ...Object.fromEntries('references fields falsepositives tags scope'.split(' ').map((key) => [key, VALUES])),
  related: { blank: true, list: 'related' },
  simulation: { blank: true, list: 'simulation' },
  logsource: { map: 'logsource' },
});
/** Top-level keys that determine the kind of a document. */
const OF_KIND: Readonly<Record<DocumentFacts['kind'], ReadonlyMap<string, Place>>> = {
  detection: byName<Place>({ detection: { map: 'detection' } }),
  correlation: byName<Place>({ correlation: { map: 'correlation' }, generate: VALUE }),
  filter: byName<Place>({ filter: { map: 'filter' } }),
};
const CONDITION: Place = { value: true, block: true, list: 'values' };

const LOGSOURCE = byName({ product: VALUE, category: VALUE, service: VALUE, definition: TEXT });
const CORRELATION = byName<Place>({
  type: VALUE,
  rules: FIELD,
  'group-by': FIELD,
  timespan: VALUE,
  generate: VALUE,
  percentile: VALUE,
  condition: { value: true, map: 'counts' },
  aliases: { map: 'aliases' },
});

const KEYS: Readonly<Partial<Record<MapKind, ReadonlyMap<string, Place>>>> = {
  logsource: LOGSOURCE,
  detection: byName({ condition: CONDITION, timeframe: VALUE }),
  filter: byName({ condition: CONDITION, rules: FIELD }),
  related: byName({ id: VALUE, type: VALUE }),
  simulation: byName({ type: VALUE, name: VALUE, technique: VALUE, atomic_guid: VALUE }),
  correlation: CORRELATION,
  counts: byName<Place>({
    field: FIELD,
    ...Object.fromEntries('gt gte lt lte eq neq percentile'.split(' ').map((key) => [key, VALUE])),
  }),
};

/** Keys that a complete map of a kind has. */
export const NEEDED: Readonly<Partial<Record<MapKind, readonly string[]>>> = {
  detection: ['condition'],
  filter: ['condition', 'rules'],
  related: ['id'],
  correlation: ['type', 'rules'],
};

/** What the items of a list may be. */
export const MEMBERS: Readonly<Record<ListKind, { readonly value: boolean; readonly map?: MapKind }>> = {
  values: { value: true },
  selection: { value: true, map: 'selection' },
  related: { value: false, map: 'related' },
  simulation: { value: false, map: 'simulation' },
};

/** What may follow `entry`'s key in a map of a kind; null if the map cannot have the key. */
export function placeOf(kind: MapKind, entry: Entry, facts: DocumentFacts): Place | null {
  const key = entry.key!;
  const known = KEYS[kind]?.get(key);
  if (known) return known;
  switch (kind) {
    case 'root':
      return rootPlace(key, facts);
    case 'logsource':
      return isPlainName(key) && !isKey(key, facts) ? VALUE : null;
    case 'detection':
    case 'filter':
      return selectionPlace(entry, facts);
    case 'selection':
      return isField(entry, facts) ? FIELD : null;
    case 'aliases':
      return isCorrelationKey(key) ? null : { map: 'alias' };
    case 'alias':
      return isCorrelationKey(key) ? null : VALUE;
    default:
      return null;
  }
}

function rootPlace(key: string, { kind }: DocumentFacts): Place | null {
  const known = ROOT.get(key) ?? OF_KIND[kind].get(key);
  if (known) return known;
  // A key that belongs elsewhere is not a custom key.
  const elsewhere = Object.values(KEYS).some((keys) => keys.has(key));
  return isPlainName(key) && !elsewhere ? CUSTOM : null;
}

/** True for the top-level keys of this kind of document. */
export function isKey(key: string, { kind }: DocumentFacts): boolean {
  return ROOT.has(key) || OF_KIND[kind].has(key);
}

/** True for a key of a log source. */
export function isLogsourceKey(key: string): boolean {
  return LOGSOURCE.has(key);
}

function isCorrelationKey(key: string): boolean {
  return CORRELATION.has(key) || ROOT.has(key) || key === 'correlation';
}

/** A name such as people give to custom keys. */
export function isPlainName(key: string): boolean {
  return /^[a-z_][a-z0-9_-]*$/.test(key);
}

/** How certain it is that a key is the name of a selection. */
type Role = 'named' | 'likely' | 'possible' | 'no';

function roleOf(key: string, { names }: DocumentFacts): Role {
  if (key.includes('|')) return 'no';
  if (names.exact.has(key)) return 'named';
  const field = isFieldName(key);
  if (names.patterns.some((pattern) => pattern.test(key))) return field ? 'possible' : 'likely';
  if (/^(?:selection|sel|filter|keywords?)(?:[_.-].*|\d*)$/.test(key)) return 'likely';
  if (names.them) return isKnownField(key) ? 'no' : 'possible';
  // A condition need not use a selection, though it should.
  return field ? 'no' : 'possible';
}

function isFieldName(key: string): boolean {
  return isKnownField(key) || /[A-Z.\s]/.test(key);
}

function selectionPlace(entry: Entry, facts: DocumentFacts): Place | null {
  const role = roleOf(entry.key!, facts);
  if (role === 'no') return null;
  if (entry.behind === 'nothing') return { list: 'selection', map: 'selection' };
  return role === 'named' ? { value: true, map: 'selection', list: 'selection' } : null;
}

function isField(entry: Entry, facts: DocumentFacts): boolean {
  const key = entry.key!;
  if (key === '' || key === 'condition' || isTimeframe(entry)) return false;
  const role = roleOf(key, facts);
  const alone = (facts.keys.get(key) ?? 1) < 2;
  if (role === 'named') return !alone;
  return !(role === 'likely' && entry.behind === 'nothing');
}

/** The timeframe of a Sigma 1.x aggregation, beside the condition. */
function isTimeframe({ key, written }: Entry): boolean {
  return key === 'timeframe' && /^\d+[smhdwM]\b/.test(written);
}

/** True if a line can only be a top-level key, by its name and what follows it. */
export function isSurelyRoot(entry: Entry, facts: DocumentFacts): boolean {
  const { key, behind, written } = entry;
  if (entry.dash || key === null) return false;
  const value = written.replace(/^(['"])(.*)\1$/, '$2').replace(/\s+#.*$/, '');
  if (behind === 'nothing')
    return isKey(key, facts) && !['title', 'name', 'author', 'status', 'level'].includes(key);
  const forms = FORMS.get(key);
  return forms?.test(value) ?? false;
}

const FORMS = byName<RegExp>({
  status: /^(?:stable|test|experimental|deprecated|unsupported)$/,
  level: /^(?:informational|low|medium|high|critical)$/,
  date: /^\d{4}[-/]\d\d?[-/]\d\d?$/,
  modified: /^\d{4}[-/]\d\d?[-/]\d\d?$/,
  id: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
});

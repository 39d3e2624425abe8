import { RETIRED_TACTICS, successorOf, TACTICS, tacticById, technique } from '../../knowledge';
import type { Plan } from '../../rule';
import type { CatalogRule } from '../catalog';
import { fold, KEYS, type Key } from './keys';
import { readDate } from './query';

/** The searched texts of a rule, all folded. */
export interface Searched {
  /** Where words and phrases are searched; parts are separated by a line end, so that nothing is found across them. */
  readonly text: string;
  /** Where each key searches. */
  readonly keys: Readonly<Record<Key, readonly string[]>>;
}

/** The searched texts of a rule, by key. */
export function searched(rule: CatalogRule, plan: Plan): Searched {
  const { meta } = plan.rule;
  const { product, category, service } = rule.logsource;
  const values = plan.values.map(({ scalar }) => scalar.text);
  const techniques = techniquesOf(rule.tags);
  const written: Readonly<Record<Key, readonly (string | null | undefined)[]>> = {
    level: [rule.level],
    status: [rule.status ?? 'none'],
    product: [product],
    category: [category],
    service: [service],
    logsource: [logsourceOf(rule)],
    tactic: tacticsOf(rule.tags).map(tacticText),
    technique: techniques.map(({ written: id, current }) => techniqueText(id, current)),
    tag: rule.tags,
    field: plan.fields,
    value: values,
    title: [rule.title],
    author: authorsOf(rule.author),
    id: [rule.id],
    path: [rule.path],
    date: [rule.date && readDate(rule.date)],
    modified: [meta.modified && readDate(meta.modified.value)],
  };
  const parts = [
    rule.title,
    meta.description?.value,
    rule.author,
    rule.id,
    rule.path,
    logsourceOf(rule),
    ...rule.tags,
    ...meta.references.map(({ value }) => value),
    ...plan.fields,
    ...values,
  ];
  const keys = {} as Record<Key, readonly string[]>;
  for (const key of Object.keys(KEYS) as Key[]) keys[key] = foldAll(written[key]);
  return { text: foldAll(parts).join('\n'), keys };
}

function foldAll(texts: readonly (string | null | undefined)[]): string[] {
  return [...new Set(texts.map((text) => fold(text ?? '')))].filter((text) => text !== '');
}

/** Product, category and service in one: `windows/process_creation`. */
export function logsourceOf({ logsource: { product, category, service } }: CatalogRule): string {
  return [product, category, service].filter((part) => part !== undefined).join('/');
}

/** The authors of a rule, each by themselves; most rules separate them with commas. */
export function authorsOf(author: string | null): string[] {
  return (author ?? '').split(',').flatMap((one) => one.trim() || []);
}

/** The tactics in tags, by the name that tags use. */
export function tacticsOf(tags: readonly string[]): string[] {
  return tags.flatMap((tag) => {
    const name = /^attack\.(.+)$/i.exec(tag.trim())?.[1]?.toLowerCase().replace(/_/g, '-') ?? '';
    const found = tacticById(name.toUpperCase())?.shortname ?? name;
    return TACTIC_NAMES.has(found) ? [found] : [];
  });
}

/** The names of tactics, by the name that tags use; including those of earlier versions. */
export const TACTIC_NAMES: ReadonlyMap<string, string> = new Map(
  [...TACTICS, ...RETIRED_TACTICS.values()].map(({ shortname, name }) => [shortname, name]),
);

function tacticText(shortname: string): string {
  const id = TACTICS.find((t) => t.shortname === shortname)?.id ?? '';
  return `${shortname} ${TACTIC_NAMES.get(shortname) ?? ''} ${id}`;
}

/** A technique as a tag names it, and as ATT&CK does today. */
export interface TaggedTechnique {
  readonly written: string;
  readonly current: string;
}

/** The techniques in tags. */
export function techniquesOf(tags: readonly string[]): TaggedTechnique[] {
  return tags.flatMap((tag) => {
    const written = /^attack\.(t\d{4}(?:\.\d{3})?)$/i.exec(tag.trim())?.[1]?.toUpperCase();
    return written ? [{ written, current: successorOf(written)?.id ?? written }] : [];
  });
}

/** A revoked technique is found by its own id and by its successor's. */
function techniqueText(written: string, current: string): string {
  const name = technique(current)?.name ?? '';
  return written === current ? `${current} ${name}` : `${current} ${name} ${written}`;
}

import {
  isDeprecated,
  RETIRED_TACTICS,
  type RetiredTactic,
  successorOf,
  TACTICS,
  type TacticFact,
  type TechniqueFact,
  tactic,
  tacticById,
  technique,
} from '../knowledge';

/** What one tag means in ATT&CK. */
export type AttackTag =
  /** `revoked` if the id is an earlier one, replaced by `technique`. */
  | { readonly kind: 'technique'; readonly technique: TechniqueFact; readonly revoked: boolean }
  /** An id that is not, or no longer, a technique; `parent` if it looks like a sub-technique of one. */
  | {
      readonly kind: 'no technique';
      readonly id: string;
      readonly deprecated: boolean;
      readonly parent: TechniqueFact | null;
    }
  /** `respelled` if tags spell the tactic differently. */
  | { readonly kind: 'tactic'; readonly tactic: TacticFact; readonly respelled: boolean }
  | { readonly kind: 'retired tactic'; readonly retired: RetiredTactic }
  | { readonly kind: 'object'; readonly object: string; readonly id: string }
  | { readonly kind: 'unknown'; readonly name: string };

/** A tactic, with the techniques under it. */
export interface Placement {
  readonly tactic: TacticFact;
  /** False if no tag names the tactic, and it is here only for a technique. */
  readonly tagged: boolean;
  /** By id. */
  readonly techniques: readonly TechniqueFact[];
}

/** The prefix of ATT&CK tags. */
export const ATTACK_PREFIX = 'attack.';

/** What the letter of an id stands for, besides techniques and tactics. */
const OBJECTS: readonly [pattern: RegExp, kind: string][] = [
  [/^g\d{4}$/, 'Group'],
  [/^s\d{4}$/, 'Software'],
  [/^c\d{4}$/, 'Campaign'],
  [/^m\d{4}$/, 'Mitigation'],
  [/^ds\d{4}$/, 'Data source'],
  [/^a\d{4}$/, 'Asset'],
  [/^det\d{4}$/, 'Detection strategy'],
  [/^an\d{4}$/, 'Analytic'],
  [/^dc\d{4}$/, 'Data component'],
];

/** The part of an ATT&CK tag after its prefix, in lower case; null for other tags. */
export function attackName(tag: string): string | null {
  const name = tag.trim().toLowerCase();
  return name.startsWith(ATTACK_PREFIX) ? name.slice(ATTACK_PREFIX.length) : null;
}

/** Reads a name from `attackName`. */
export function readAttackName(name: string): AttackTag {
  return /^t\d/.test(name) ? readTechnique(name.toUpperCase()) : readOther(name);
}

function readTechnique(id: string): AttackTag {
  const found = technique(id);
  if (found) return { kind: 'technique', technique: found, revoked: false };
  const next = successorOf(id);
  if (next) return { kind: 'technique', technique: next, revoked: true };
  const parent = technique(id.slice(0, Math.max(0, id.indexOf('.')))) ?? null;
  return { kind: 'no technique', id, deprecated: isDeprecated(id), parent };
}

function readOther(name: string): AttackTag {
  const found = tactic(name);
  if (found) return { kind: 'tactic', tactic: found, respelled: false };
  const retired = RETIRED_TACTICS.get(name.replaceAll('_', '-'));
  if (retired) return { kind: 'retired tactic', retired };
  const meant = tactic(name.replaceAll('_', '-')) ?? tacticById(name.toUpperCase());
  if (meant) return { kind: 'tactic', tactic: meant, respelled: true };
  const object = OBJECTS.find(([pattern]) => pattern.test(name));
  return object ? { kind: 'object', object: object[1], id: name.toUpperCase() } : { kind: 'unknown', name };
}

/** The successors of a retired tactic to which some of the techniques belong. */
export function fittingSuccessors(
  { successors }: RetiredTactic,
  techniques: Iterable<TechniqueFact>,
): readonly TacticFact[] {
  const used = [...techniques].flatMap(({ tactics }) => tactics);
  return successors.filter((one) => used.includes(one));
}

/**
 * Techniques under tactics, in the order of the matrix: each under those of its tactics that are tagged or, if there
 * are none, under all of its tactics.
 */
export function placed(
  tagged: ReadonlySet<TacticFact>,
  techniques: Iterable<TechniqueFact>,
): readonly Placement[] {
  const under = new Map<TacticFact, TechniqueFact[]>();
  for (const found of techniques) {
    const named = found.tactics.filter((t) => tagged.has(t));
    for (const one of named.length > 0 ? named : found.tactics)
      under.set(one, [...(under.get(one) ?? []), found]);
  }
  return TACTICS.filter((t) => tagged.has(t) || under.has(t)).map((t) => ({
    tactic: t,
    tagged: tagged.has(t),
    techniques: (under.get(t) ?? []).sort((a, b) => (a.id < b.id ? -1 : 1)),
  }));
}

/** Where a rule with these tags is in the matrix. */
export function placementsOf(tags: readonly string[]): readonly Placement[] {
  const techniques = new Set<TechniqueFact>();
  const tagged = new Set<TacticFact>();
  const retired: RetiredTactic[] = [];
  for (const tag of tags) {
    const name = attackName(tag);
    const read = name === null ? null : readAttackName(name);
    if (read?.kind === 'technique') techniques.add(read.technique);
    else if (read?.kind === 'tactic') tagged.add(read.tactic);
    else if (read?.kind === 'retired tactic') retired.push(read.retired);
  }
  for (const one of retired) {
    const fitting = fittingSuccessors(one, techniques);
    for (const next of fitting.length > 0 ? fitting : one.successors) tagged.add(next);
  }
  return placed(tagged, techniques);
}

import { attackName, readAttackName } from '../describe';
import { ATTACK_VERSION, TACTICS, type TacticFact, TECHNIQUES, type TechniqueFact } from '../knowledge';

/** A technique, and the rules with it, by their index in the catalog. */
export interface TechniqueCoverage {
  readonly technique: TechniqueFact;
  /** Its name without that of its technique, if it is a sub-technique. */
  readonly name: string;
  /** Rules with the technique itself, or with a revoked id that it replaces. */
  readonly own: readonly number[];
  /** Rules with it or one of its sub-techniques, each once. */
  readonly rules: readonly number[];
  /** Its sub-techniques, by id. */
  readonly parts: readonly TechniqueCoverage[];
}

/** A column of the matrix. */
export interface TacticCoverage {
  readonly tactic: TacticFact;
  /** By id, sub-techniques within their own. */
  readonly techniques: readonly TechniqueCoverage[];
  /** Rules with a technique of the column, each once. */
  readonly rules: readonly number[];
  /** Rules with the tactic but no technique at all. */
  readonly bare: readonly number[];
  /** How many of its techniques have a rule, of their own or of a sub-technique. */
  readonly covered: number;
}

/** A tag that is not in the matrix, and how many rules have it. */
export interface Unplaced {
  /** As in tags, without `attack.`: `t0886`. */
  readonly name: string;
  readonly reason: 'deprecated' | 'no part' | 'not enterprise' | 'unknown';
  readonly rules: number;
}

/** How many of the matrix's techniques have a rule. */
export interface Share {
  readonly covered: number;
  readonly of: number;
}

/** The ATT&CK Enterprise matrix with the rules of a catalog. */
export interface CatalogCoverage {
  readonly version: string;
  /** In the order of the matrix. A technique with several tactics is under each of them, with all of its rules. */
  readonly tactics: readonly TacticCoverage[];
  readonly techniques: Share;
  readonly parts: Share;
  /** The largest number of rules of a technique, including those of its sub-techniques. */
  readonly most: number;
  /** Rules that were counted, and those of them with a technique of the matrix. */
  readonly rules: number;
  readonly placed: number;
  /** By the number of rules that have it. */
  readonly unplaced: readonly Unplaced[];
}

/**
 * Which techniques the rules have. A revoked id counts for the technique that replaced it, so that a catalog of any age
 * is shown in today's matrix. `counted` selects the rules to count; absent, all of them.
 */
export function coverageOf(
  rules: readonly { readonly tags: readonly string[] }[],
  counted: (position: number) => boolean = () => true,
): CatalogCoverage {
  const named = new NamedByTags();
  for (const [position, { tags }] of rules.entries()) if (counted(position)) named.add(position, tags);
  const matrix = techniquesOf(named.techniques);
  return {
    version: ATTACK_VERSION,
    tactics: tacticsOf(matrix, named.bare),
    techniques: shareOf(matrix),
    parts: shareOf(matrix.flatMap((one) => one.parts)),
    most: Math.max(0, ...matrix.map((one) => one.rules.length)),
    rules: named.rules,
    placed: named.placed,
    unplaced: named.unplaced,
  };
}

/** What the tags of rules name, with these rules. */
class NamedByTags {
  readonly techniques = new Map<TechniqueFact, Set<number>>();
  /** Rules with a tactic but no technique. */
  readonly bare = new Map<TacticFact, Set<number>>();
  rules = 0;
  /** Rules with a technique. */
  placed = 0;
  private readonly others = new Map<
    string,
    { readonly reason: Unplaced['reason']; readonly rules: Set<number> }
  >();

  add(position: number, tags: readonly string[]): void {
    this.rules++;
    let techniques = 0;
    const tactics: TacticFact[] = [];
    for (const tag of tags) {
      const name = attackName(tag);
      if (name === null) continue;
      const read = readAttackName(name);
      if (read.kind === 'technique') {
        techniques++;
        put(this.techniques, read.technique, position);
      } else if (read.kind === 'tactic') tactics.push(read.tactic);
      else if (read.kind === 'retired tactic') tactics.push(...read.retired.successors);
      else if (read.kind !== 'object') {
        const known = this.others.get(name);
        if (known) known.rules.add(position);
        else this.others.set(name, { reason: reasonOf(read), rules: new Set([position]) });
      }
    }
    if (techniques > 0) this.placed++;
    else for (const tactic of tactics) put(this.bare, tactic, position);
  }

  /** Names that are not in the matrix, by the number of rules that have them. */
  get unplaced(): Unplaced[] {
    return [...this.others]
      .map(([name, { reason, rules }]) => ({ name, reason, rules: rules.size }))
      .sort((a, b) => b.rules - a.rules || (a.name < b.name ? -1 : 1));
  }
}

function tacticsOf(
  matrix: readonly TechniqueCoverage[],
  bare: ReadonlyMap<TacticFact, ReadonlySet<number>>,
): TacticCoverage[] {
  return TACTICS.map((tactic) => {
    const techniques = matrix.filter(({ technique }) => technique.tactics.includes(tactic));
    return {
      tactic,
      techniques,
      rules: ascending(techniques.flatMap((one) => one.rules)),
      bare: ascending(bare.get(tactic) ?? []),
      covered: techniques.filter((one) => one.rules.length > 0).length,
    };
  });
}

/** Techniques with their sub-techniques inside, by id. */
function techniquesOf(own: ReadonlyMap<TechniqueFact, ReadonlySet<number>>): readonly TechniqueCoverage[] {
  const parts = new Map<string, TechniqueCoverage[]>();
  const top: TechniqueFact[] = [];
  for (const technique of TECHNIQUES) {
    const [parent = '', part] = technique.id.split('.');
    if (part === undefined) top.push(technique);
    else {
      const rules = ascending(own.get(technique) ?? []);
      const name = technique.name.slice(technique.name.indexOf(': ') + 2);
      const coverage: TechniqueCoverage = { technique, name, own: rules, rules, parts: [] };
      const siblings = parts.get(parent);
      if (siblings) siblings.push(coverage);
      else parts.set(parent, [coverage]);
    }
  }
  return top.map((technique) => {
    const within = parts.get(technique.id) ?? [];
    const rules = ascending(own.get(technique) ?? []);
    return {
      technique,
      name: technique.name,
      own: rules,
      rules: within.length === 0 ? rules : ascending([...rules, ...within.flatMap((one) => one.own)]),
      parts: within,
    };
  });
}

/** Ids of Mobile techniques begin with T1 too; no table here tells them from ids that never existed. */
function reasonOf(
  read: Exclude<
    ReturnType<typeof readAttackName>,
    { kind: 'technique' | 'tactic' | 'retired tactic' | 'object' }
  >,
): Unplaced['reason'] {
  if (read.kind === 'unknown') return 'unknown';
  if (read.deprecated) return 'deprecated';
  return read.parent ? 'no part' : 'not enterprise';
}

function shareOf(techniques: readonly TechniqueCoverage[]): Share {
  return { covered: techniques.filter(({ rules }) => rules.length > 0).length, of: techniques.length };
}

function put<K>(map: Map<K, Set<number>>, key: K, position: number): void {
  const known = map.get(key);
  if (known) known.add(position);
  else map.set(key, new Set([position]));
}

/** Positions in order, each once. */
function ascending(positions: Iterable<number>): readonly number[] {
  return [...new Set(positions)].sort((a, b) => a - b);
}

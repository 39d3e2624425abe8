import table from './attack.json' with { type: 'json' };

/*
 * MITRE ATT&CK for Enterprise: tactics, techniques with their tactics, and the successors of ids that are no longer
 * used. The facts are in attack.json. © The MITRE Corporation; reproduced and distributed with its permission.
 */

export interface TacticFact {
  /** `TA0002`. */
  readonly id: string;
  /** As in tags and Navigator layers: `credential-access`. */
  readonly shortname: string;
  readonly name: string;
}

/** A tactic that was split or dropped. */
export interface RetiredTactic {
  readonly shortname: string;
  readonly name: string;
  /** The last version that had it. */
  readonly until: string;
  readonly successors: readonly TacticFact[];
}

export interface TechniqueFact {
  readonly id: string;
  /** With its parent technique: `Command and Scripting Interpreter: PowerShell`. */
  readonly name: string;
  readonly tactics: readonly TacticFact[];
}

type TechniqueRow = [id: string, name: string, tactics: number[]];

/** The ATT&CK version of the facts. */
export const ATTACK_VERSION: string = table.version;

/** The tactics in the order of the matrix. */
export const TACTICS: readonly TacticFact[] = (table.tactics as [string, string, string][]).map(
  ([id, shortname, name]) => ({ id, shortname, name }),
);

const byShortname = new Map(TACTICS.map((t) => [t.shortname, t]));
const byTacticId = new Map(TACTICS.map((t) => [t.id, t]));

/** Tactics of earlier versions, by their name in tags. */
export const RETIRED_TACTICS: ReadonlyMap<string, RetiredTactic> = new Map(
  (table.retired as [string, string, string, string[]][]).map(([shortname, name, until, successors]) => [
    shortname,
    { shortname, name, until, successors: successors.map((s) => byShortname.get(s)!) },
  ]),
);

const rows = table.techniques as TechniqueRow[];
const ownNames = new Map(rows.map(([id, name]) => [id, name]));
const techniques = new Map(
  rows.map(([id, name, tactics]): [string, TechniqueFact] => {
    const parent = id.includes('.') ? ownNames.get(id.slice(0, id.indexOf('.'))) : undefined;
    return [id, { id, name: parent ? `${parent}: ${name}` : name, tactics: tactics.map((i) => TACTICS[i]!) }];
  }),
);

/** Every technique in use, including sub-techniques, by id. */
export const TECHNIQUES: readonly TechniqueFact[] = [...techniques.values()];

const revoked = new Map(Object.entries(table.revoked));
const deprecated = new Set(table.deprecated);

/** The tactic called `shortname` in tags. */
export function tactic(shortname: string): TacticFact | undefined {
  return byShortname.get(shortname);
}

/** The tactic with an id such as `TA0002`. */
export function tacticById(id: string): TacticFact | undefined {
  return byTacticId.get(id);
}

/** The technique with an id such as `T1059.001`, if it is in use. */
export function technique(id: string): TechniqueFact | undefined {
  return techniques.get(id);
}

/** The technique that replaced a revoked id. */
export function successorOf(id: string): TechniqueFact | undefined {
  const next = revoked.get(id);
  return next === undefined ? undefined : (techniques.get(next) ?? successorOf(next));
}

/** True for a technique that was deprecated without a replacement. */
export function isDeprecated(id: string): boolean {
  return deprecated.has(id);
}

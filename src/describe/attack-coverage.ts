import {
  ATTACK_VERSION,
  isDeprecated,
  RETIRED_TACTICS,
  successorOf,
  TACTICS,
  type TacticFact,
  type TechniqueFact,
  tactic,
  tacticById,
  technique,
} from '../knowledge/attack';
import type { Placed } from '../rule/ast';
import type { Diagnostic, Fix } from '../text/diagnostic';

/** What there is to say about a tag. */
export type AttackCode =
  | 'attack-revoked'
  | 'attack-retired'
  | 'attack-deprecated'
  | 'attack-spelling'
  | 'attack-unknown';

/** Something about one tag that its author should know, with changes of the tag that settle it. The rule runs all the same. */
export interface AttackNote extends Diagnostic<AttackCode> {
  readonly severity: 'info';
  /** The tag as written. */
  readonly tag: string;
  readonly fixes: readonly Fix[];
}

/** A tactic, and the techniques that the rule covers under it. */
export interface AttackRow {
  readonly tactic: TacticFact;
  /** False where no tag names the tactic, and it is here for a technique alone. */
  readonly tagged: boolean;
  readonly techniques: readonly TechniqueFact[];
}

/** What a rule's tags say in terms of ATT&CK. */
export interface AttackCoverage {
  readonly version: string;
  /** In the order of the matrix. */
  readonly rows: readonly AttackRow[];
  /** Groups, software, campaigns and other objects that tags name: their names are in no table here. */
  readonly others: readonly { readonly kind: string; readonly id: string }[];
  readonly notes: readonly AttackNote[];
}

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

const PREFIX = 'attack.';

/**
 * Reads the ATT&CK tags of a rule: which techniques it covers under which tactics, and what of the tags is out of date,
 * with a change of the tag's own characters wherever there is one that says the same today.
 */
export function attackCoverage(tags: readonly Placed[]): AttackCoverage {
  const reader = new TagReader(tags.filter(({ value }) => value.trim().toLowerCase().startsWith(PREFIX)));
  return reader.read();
}

class TagReader {
  private readonly tagged = new Set<TacticFact>();
  private readonly techniques = new Map<string, TechniqueFact>();
  private readonly others = new Map<string, { readonly kind: string; readonly id: string }>();
  private readonly notes: AttackNote[] = [];
  private readonly written: ReadonlySet<string>;

  constructor(private readonly tags: readonly Placed[]) {
    this.written = new Set(tags.map((tag) => nameOf(tag)));
  }

  read(): AttackCoverage {
    // Techniques first: which successor of a retired tactic fits depends on them.
    const isTechnique = (tag: Placed) => /^t\d/.test(nameOf(tag));
    for (const tag of this.tags) if (isTechnique(tag)) this.readTechnique(tag);
    for (const tag of this.tags) if (!isTechnique(tag)) this.readOther(tag);
    const place = (note: AttackNote) => note.range.start;
    return {
      version: ATTACK_VERSION,
      rows: this.rows(),
      others: [...this.others.values()],
      notes: this.notes.sort((a, b) => place(a) - place(b)),
    };
  }

  private rows(): AttackRow[] {
    const under = new Map<TacticFact, TechniqueFact[]>();
    for (const found of this.techniques.values()) {
      const named = found.tactics.filter((t) => this.tagged.has(t));
      for (const one of named.length > 0 ? named : found.tactics)
        under.set(one, [...(under.get(one) ?? []), found]);
    }
    return TACTICS.filter((t) => this.tagged.has(t) || under.has(t)).map((t) => ({
      tactic: t,
      tagged: this.tagged.has(t),
      techniques: (under.get(t) ?? []).sort((a, b) => (a.id < b.id ? -1 : 1)),
    }));
  }

  private readTechnique(tag: Placed): void {
    const id = nameOf(tag).toUpperCase();
    const found = technique(id);
    if (found) {
      this.techniques.set(id, found);
      return;
    }
    const next = successorOf(id);
    if (next) {
      this.techniques.set(next.id, next);
      const text = `${id} was revoked; ${next.id} ${next.name} has taken its place.`;
      this.replaced('attack-revoked', tag, text, [next.id.toLowerCase()]);
      return;
    }
    const parent = technique(id.slice(0, Math.max(0, id.indexOf('.'))));
    if (isDeprecated(id)) this.note('attack-deprecated', tag, `${id} is deprecated and has no successor.`);
    else if (parent) {
      this.note(
        'attack-unknown',
        tag,
        `${parent.id} ${parent.name} has no part ${id} in ATT&CK ${ATTACK_VERSION}.`,
        [parent.id.toLowerCase()],
      );
    } else this.note('attack-unknown', tag, `${id} is no technique of ATT&CK Enterprise ${ATTACK_VERSION}.`);
  }

  private readOther(tag: Placed): void {
    const name = nameOf(tag);
    const found = tactic(name);
    if (found) {
      this.tagged.add(found);
      return;
    }
    const retired = RETIRED_TACTICS.get(name.replaceAll('_', '-'));
    if (retired) {
      const { successors } = retired;
      const used = (t: TacticFact) => [...this.techniques.values()].some((one) => one.tactics.includes(t));
      const fitting = successors.filter(used);
      for (const one of fitting.length > 0 ? fitting : successors) this.tagged.add(one);
      const because =
        fitting.length > 0 && fitting.length < successors.length
          ? ` The rule’s techniques belong to ${fitting.map((t) => t.name).join(' and ')}.`
          : '';
      this.replaced(
        'attack-retired',
        tag,
        `${retired.name} is a tactic up to ATT&CK ${retired.until}; since then it is ${successors
          .map((t) => t.name)
          .join(' and ')}.${because}`,
        [...fitting, ...successors.filter((t) => !fitting.includes(t))].map((t) => t.shortname),
      );
      return;
    }
    const meant = tactic(name.replaceAll('_', '-')) ?? tacticById(name.toUpperCase());
    if (meant) {
      this.tagged.add(meant);
      this.replaced('attack-spelling', tag, `Tags name this tactic \`${PREFIX}${meant.shortname}\`.`, [
        meant.shortname,
      ]);
      return;
    }
    const object = OBJECTS.find(([pattern]) => pattern.test(name));
    if (object) this.others.set(name, { kind: object[1], id: name.toUpperCase() });
    else
      this.note(
        'attack-unknown',
        tag,
        `\`${name}\` is no tactic, technique or other object of ATT&CK ${ATTACK_VERSION}.`,
      );
  }

  /** A note whose fixes are other names; those that the rule has already would only stand there twice. */
  private replaced(code: AttackCode, tag: Placed, text: string, names: readonly string[]): void {
    const missing = names.filter((name) => !this.written.has(name));
    const there = names.filter((name) => this.written.has(name));
    const also =
      there.length === 0
        ? ''
        : ` ${there.map((name) => `\`${PREFIX}${name}\``).join(' and ')} ${
            there.length === 1 ? 'is' : 'are'
          } among the tags already.`;
    this.note(code, tag, text + also, missing);
  }

  private note(
    code: AttackCode,
    { value, range }: Placed,
    message: string,
    names: readonly string[] = [],
  ): void {
    const fixes = names.map((name) => ({
      title: `Replace by ${PREFIX}${name}`,
      edits: [{ range, text: PREFIX + name }],
    }));
    this.notes.push({ code, severity: 'info', tag: value, range, message, fixes });
  }
}

function nameOf({ value }: Placed): string {
  return value.trim().slice(PREFIX.length).toLowerCase();
}

import { ATTACK_VERSION, type TacticFact, type TechniqueFact } from '../knowledge/attack';
import type { Placed } from '../rule/ast';
import type { Fix } from '../text/diagnostic';
import type { Range } from '../text/range';
import {
  ATTACK_PREFIX,
  type AttackTag,
  attackName,
  fittingSuccessors,
  type Placement,
  placed,
  readAttackName,
} from './attack-tags';

/** Something about one tag that its author should know, with changes of the tag that settle it. */
export interface AttackNote {
  /** The tag as written. */
  readonly tag: string;
  readonly range: Range;
  readonly text: string;
  readonly fixes: readonly Fix[];
}

/** What a rule's tags say in terms of ATT&CK. */
export interface AttackCoverage {
  readonly version: string;
  /** In the order of the matrix. */
  readonly rows: readonly Placement[];
  /** Groups, software, campaigns and other objects that tags name: their names are in no table here. */
  readonly others: readonly { readonly kind: string; readonly id: string }[];
  readonly notes: readonly AttackNote[];
}

/**
 * Reads the ATT&CK tags of a rule: which techniques it covers under which tactics, and what of the tags is out of date,
 * with a change of the tag's own characters wherever there is one that says the same today.
 */
export function attackCoverage(tags: readonly Placed[]): AttackCoverage {
  const reader = new TagReader(
    tags.flatMap((tag) => {
      const name = attackName(tag.value);
      return name === null ? [] : [{ ...tag, name, read: readAttackName(name) }];
    }),
  );
  return reader.read();
}

interface ReadTag extends Placed {
  readonly name: string;
  readonly read: AttackTag;
}

class TagReader {
  private readonly tagged = new Set<TacticFact>();
  private readonly techniques = new Map<string, TechniqueFact>();
  private readonly others = new Map<string, { readonly kind: string; readonly id: string }>();
  private readonly notes: AttackNote[] = [];
  private readonly written: ReadonlySet<string>;

  constructor(private readonly tags: readonly ReadTag[]) {
    this.written = new Set(tags.map(({ name }) => name));
  }

  read(): AttackCoverage {
    // Techniques first: which successor of a retired tactic fits depends on them.
    const isTechnique = ({ read }: ReadTag) => read.kind === 'technique' || read.kind === 'no technique';
    for (const tag of this.tags) if (isTechnique(tag)) this.take(tag);
    for (const tag of this.tags) if (!isTechnique(tag)) this.take(tag);
    const place = (note: AttackNote) => note.range.start;
    return {
      version: ATTACK_VERSION,
      rows: placed(this.tagged, this.techniques.values()),
      others: [...this.others.values()],
      notes: this.notes.sort((a, b) => place(a) - place(b)),
    };
  }

  private take(tag: ReadTag): void {
    const { read, name } = tag;
    switch (read.kind) {
      case 'technique': {
        const { technique } = read;
        this.techniques.set(technique.id, technique);
        if (!read.revoked) return;
        const text = `${name.toUpperCase()} was revoked; ${technique.id} ${technique.name} has taken its place.`;
        this.replaced(tag, text, [technique.id.toLowerCase()]);
        return;
      }
      case 'no technique':
        this.noTechnique(tag, read);
        return;
      case 'tactic':
        this.tagged.add(read.tactic);
        if (read.respelled) {
          const { shortname } = read.tactic;
          this.replaced(tag, `Tags name this tactic \`${ATTACK_PREFIX}${shortname}\`.`, [shortname]);
        }
        return;
      case 'retired tactic':
        this.retired(tag, read);
        return;
      case 'object':
        this.others.set(name, { kind: read.object, id: read.id });
        return;
      case 'unknown':
        this.note(tag, `\`${name}\` is no tactic, technique or other object of ATT&CK ${ATTACK_VERSION}.`);
        return;
    }
  }

  private noTechnique(tag: ReadTag, read: Extract<AttackTag, { kind: 'no technique' }>): void {
    const { id, deprecated, parent } = read;
    if (deprecated) this.note(tag, `${id} is deprecated and has no successor.`);
    else if (parent) {
      this.note(tag, `${parent.id} ${parent.name} has no part ${id} in ATT&CK ${ATTACK_VERSION}.`, [
        parent.id.toLowerCase(),
      ]);
    } else this.note(tag, `${id} is no technique of ATT&CK Enterprise ${ATTACK_VERSION}.`);
  }

  private retired(tag: ReadTag, { retired }: Extract<AttackTag, { kind: 'retired tactic' }>): void {
    const { successors } = retired;
    const fitting = fittingSuccessors(retired, this.techniques.values());
    for (const one of fitting.length > 0 ? fitting : successors) this.tagged.add(one);
    const because =
      fitting.length > 0 && fitting.length < successors.length
        ? ` The rule’s techniques belong to ${fitting.map((t) => t.name).join(' and ')}.`
        : '';
    this.replaced(
      tag,
      `${retired.name} is a tactic up to ATT&CK ${retired.until}; since then it is ${successors
        .map((t) => t.name)
        .join(' and ')}.${because}`,
      [...fitting, ...successors.filter((t) => !fitting.includes(t))].map((t) => t.shortname),
    );
  }

  /** A note whose fixes are other names; those that the rule has already would only stand there twice. */
  private replaced(tag: Placed, text: string, names: readonly string[]): void {
    const missing = names.filter((name) => !this.written.has(name));
    const there = names.filter((name) => this.written.has(name));
    const also =
      there.length === 0
        ? ''
        : ` ${there.map((name) => `\`${ATTACK_PREFIX}${name}\``).join(' and ')} ${
            there.length === 1 ? 'is' : 'are'
          } among the tags already.`;
    this.note(tag, text + also, missing);
  }

  private note({ value, range }: Placed, text: string, names: readonly string[] = []): void {
    const fixes = names.map((name) => ({
      title: `Replace by ${ATTACK_PREFIX}${name}`,
      edits: [{ range, text: ATTACK_PREFIX + name }],
    }));
    this.notes.push({ tag: value, range, text, fixes });
  }
}

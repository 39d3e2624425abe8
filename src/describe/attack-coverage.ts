import { ATTACK_VERSION, type TacticFact, type TechniqueFact } from '../knowledge';
import type { Placed } from '../rule';
import { code, type Diagnostic, type Fix, joinWords, say, type Words } from '../text';
import {
  ATTACK_PREFIX,
  type AttackTag,
  attackName,
  fittingSuccessors,
  type Placement,
  placed,
  readAttackName,
} from './attack-tags';

/** The codes for problems in ATT&CK tags. */
export type AttackCode =
  | 'attack-revoked'
  | 'attack-retired'
  | 'attack-deprecated'
  | 'attack-spelling'
  | 'attack-unknown';

/** A note about one tag that its author should know, with fixes that settle it. The rule still works. */
export interface AttackNote extends Diagnostic<AttackCode> {
  readonly severity: 'info';
  /** The tag as written. */
  readonly tag: string;
  readonly fixes: readonly Fix[];
}

/** What a rule's tags mean in ATT&CK. */
export interface AttackCoverage {
  readonly version: string;
  /** In the order of the matrix. */
  readonly rows: readonly Placement[];
  /** Groups, software, campaigns and other objects in tags. No table here has their names. */
  readonly others: readonly { readonly kind: string; readonly id: string }[];
  readonly notes: readonly AttackNote[];
}

/**
 * Reads a rule's ATT&CK tags: which techniques the rule covers under which tactics, and which tags are out of date,
 * with a fix for the tag if there is an equivalent today.
 */
export function attackCoverage(tags: readonly Placed[]): AttackCoverage {
  const steps = attackCoverageInSteps(tags);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** So many tags are read in one step. */
const STEP = 100;

/** The same in steps, each of which takes little time. */
export function* attackCoverageInSteps(tags: readonly Placed[]): Generator<void, AttackCoverage> {
  const read: ReadTag[] = [];
  for (const [i, tag] of tags.entries()) {
    if (i % STEP === STEP - 1) yield;
    const name = attackName(tag.value);
    if (name !== null) read.push({ ...tag, name, read: readAttackName(name) });
  }
  return yield* new TagReader(read).read();
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

  *read(): Generator<void, AttackCoverage> {
    // Techniques first: they decide which successor of a retired tactic fits.
    const isTechnique = ({ read }: ReadTag) => read.kind === 'technique' || read.kind === 'no technique';
    const tags = [...this.tags.filter(isTechnique), ...this.tags.filter((tag) => !isTechnique(tag))];
    for (const [i, tag] of tags.entries()) {
      if (i % STEP === STEP - 1) yield;
      this.take(tag);
    }
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
        const text = say`${name.toUpperCase()} was revoked. It is now ${technique.id} ${technique.name}.`;
        this.replaced('attack-revoked', tag, text, [technique.id.toLowerCase()]);
        return;
      }
      case 'no technique':
        this.noTechnique(tag, read);
        return;
      case 'tactic':
        this.tagged.add(read.tactic);
        if (read.respelled) {
          const { shortname } = read.tactic;
          this.replaced(
            'attack-spelling',
            tag,
            say`In tags, this tactic is called \`${ATTACK_PREFIX}${shortname}\`.`,
            [shortname],
          );
        }
        return;
      case 'retired tactic':
        this.retired(tag, read);
        return;
      case 'object':
        this.others.set(name, { kind: read.object, id: read.id });
        return;
      case 'unknown':
        this.note(
          'attack-unknown',
          tag,
          say`\`${name}\` is not a tactic, technique or other object of ATT&CK ${ATTACK_VERSION}.`,
        );
        return;
    }
  }

  private noTechnique(tag: ReadTag, read: Extract<AttackTag, { kind: 'no technique' }>): void {
    const { id, deprecated, parent } = read;
    if (deprecated)
      this.note('attack-deprecated', tag, say`${id} is deprecated, without a replacement. Remove the tag.`);
    else if (parent) {
      this.note(
        'attack-unknown',
        tag,
        say`${parent.id} ${parent.name} has no sub-technique ${id} in ATT&CK ${ATTACK_VERSION}.`,
        [parent.id.toLowerCase()],
      );
    } else
      this.note('attack-unknown', tag, say`${id} is not a technique of ATT&CK Enterprise ${ATTACK_VERSION}.`);
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
      'attack-retired',
      tag,
      say`${retired.name} is a tactic up to ATT&CK ${retired.until}; since then it is ${successors
        .map((t) => t.name)
        .join(' and ')}.${because}`,
      [...fitting, ...successors.filter((t) => !fitting.includes(t))].map((t) => t.shortname),
    );
  }

  /** A note whose fixes are other names; those that the rule has already would only stand there twice. */
  private replaced(about: AttackCode, tag: Placed, text: Words, names: readonly string[]): void {
    const missing = names.filter((name) => !this.written.has(name));
    const there = names.filter((name) => this.written.has(name));
    const also =
      there.length === 0
        ? ''
        : say` ${joinWords(
            there.map((name) => code(ATTACK_PREFIX + name)),
            ' and ',
          )} ${there.length === 1 ? 'is' : 'are'} among the tags already.`;
    this.note(about, tag, say`${text}${also}`, missing);
  }

  private note(
    about: AttackCode,
    { value, range }: Placed,
    message: Words,
    names: readonly string[] = [],
  ): void {
    const fixes = names.map((name) => ({
      title: say`Replace with ${code(ATTACK_PREFIX + name)}`,
      edits: [{ range, text: ATTACK_PREFIX + name }],
    }));
    this.notes.push({ code: about, severity: 'info', tag: value, range, message, fixes });
  }
}

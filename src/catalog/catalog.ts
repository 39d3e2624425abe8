import type { SpecVersion } from '../knowledge';
import type { PatternListener, Plan, PlanLogsource, RuleCode, RuleMeta } from '../rule';
import { compileCollection } from '../rule';
import { LineIndex, say, toldOf, type Words } from '../text';
import type { RuleFile, UnreadFile } from './rule-file';

/** The levels of rules, highest first; `none` is for rules without one, or with an unknown one. */
export const LEVELS = ['critical', 'high', 'medium', 'low', 'informational', 'none'] as const;
export type Level = (typeof LEVELS)[number];

/** A rule as a list shows it. Plain data. */
export interface CatalogRule {
  readonly title: string;
  readonly id: string | null;
  readonly level: Level;
  readonly status: string | null;
  readonly author: string | null;
  readonly date: string | null;
  readonly tags: readonly string[];
  readonly logsource: PlanLogsource;
  readonly path: string;
  /** The index of its document in the file. */
  readonly document: number;
}

/** Why a file, or a part of it, cannot run: what is wrong with its rule, or with the file, or that one of its patterns hung. */
export type BrokenCode =
  | RuleCode
  | 'file-unread'
  | 'file-slow'
  | 'file-failed'
  | 'pattern-slow'
  | 'rule-slow'
  | 'rule-failed';

/** A rule, or a whole file, that is left out, and why. */
export interface LeftOut {
  readonly path: string;
  /** The number of its document in the file; null for the file. */
  readonly document: number | null;
  readonly code: BrokenCode;
  readonly reason: Words;
}

/** A file of which a part, or everything, cannot run. Plain data. */
export interface BrokenFile {
  readonly path: string;
  readonly code: BrokenCode;
  /** From 1; null if the file could not be read at all. */
  readonly line: number | null;
  /** What is wrong, and what to write instead. */
  readonly reason: Words;
  /** How many further errors the file has. */
  readonly more: number;
}

export interface CatalogOptions {
  /** Values for `%name%` under `expand`. */
  readonly placeholders?: Readonly<Record<string, readonly string[]>>;
  /** The version to read rules as that name none; absent: the published one. */
  readonly spec?: SpecVersion;
  /** Backtracking expressions that have hung; rules with one of them are left out. */
  readonly leaveOut?: ReadonlySet<string>;
  /** Rules and files that were found to fail or to take too long. */
  readonly leftOut?: readonly LeftOut[];
  /** Called before a backtracking expression of any rule runs. */
  readonly onPattern?: PatternListener | undefined;
}

/**
 * Many rules, compiled as they come; `plans[i]` is the plan of `rules[i]`. Broken files are reported and never stop the
 * rest.
 */
export class Catalog {
  readonly rules: CatalogRule[] = [];
  readonly plans: Plan[] = [];
  readonly broken: BrokenFile[] = [];
  /** Every file that could be read, including the broken ones. */
  readonly files: RuleFile[] = [];
  /** Names that may be placeholders: text between percent signs in files that use `expand`. */
  readonly placeholders = new Set<string>();

  constructor(private readonly options: CatalogOptions = {}) {}

  /** Adds a file, with each of its detection rules that has a verdict of its own. */
  add(file: RuleFile | UnreadFile): void {
    if ('reason' in file) {
      this.broken.push({ path: file.path, code: 'file-unread', line: null, reason: file.reason, more: 0 });
      return;
    }
    this.files.push(file);
    const gone = this.leftOutOf(file.path, null);
    if (gone) {
      this.broken.push({ path: file.path, code: gone.code, line: null, reason: gone.reason, more: 0 });
      return;
    }
    try {
      this.compile(file);
    } catch (error) {
      const reason = say`The engine failed at this file: ${toldOf(error)}.`;
      this.broken.push({ path: file.path, code: 'file-failed', line: null, reason, more: 0 });
    }
  }

  private compile(file: RuleFile): void {
    const { placeholders = {}, spec, onPattern } = this.options;
    if (file.text.includes('|expand'))
      for (const [, name] of file.text.matchAll(/%([^%\s]+)%/g)) if (name) this.placeholders.add(name);
    const { plans, documents, diagnostics } = compileCollection(file.text, {
      ...{ placeholders, onPattern },
      ...(spec ? { spec } : {}),
    });
    const errors = diagnostics.filter((d) => d.severity === 'error' && !d.lint);
    if (errors[0])
      this.say(file, errors[0].code, errors[0].range.start, errors[0].message, errors.length - 1);
    for (const [index, { plan, rule, title, ownVerdict }] of plans.entries()) {
      if (!ownVerdict) continue;
      const slow = plan.patterns.find(({ source }) => this.options.leaveOut?.has(source));
      if (slow) {
        const reason = say`The pattern \`${slow.source}\` took too long and was stopped. The rule is left out.`;
        this.say(file, 'pattern-slow', slow.range.start, reason, 0);
        continue;
      }
      const document = documents.findIndex(
        ({ kind, compiled }) => kind === 'detection' && compiled === index,
      );
      const gone = this.leftOutOf(file.path, document);
      if (gone) {
        this.say(file, gone.code, plan.rule.detection.range.start, gone.reason, 0);
        continue;
      }
      this.plans.push(plan);
      this.rules.push({ ...told(rule.meta), title, logsource: plan.logsource, path: file.path, document });
    }
  }

  /** Lists a rule that is left out of runs, with the reason, a sentence. Returns the entry of the list. */
  leaveOut(position: number, code: BrokenCode, why: Words): BrokenFile {
    const { title, path } = this.rules[position]!;
    const plan = this.plans[position]!;
    const { line } = new LineIndex(plan.text).position(plan.rule.detection.range.start);
    const reason = say`The rule “${title}” is left out. ${why}`;
    const file: BrokenFile = { path, code, line, reason, more: 0 };
    this.broken.push(file);
    return file;
  }

  private leftOutOf(path: string, document: number | null): LeftOut | undefined {
    return this.options.leftOut?.find((one) => one.path === path && one.document === document);
  }

  /** The text of the file that contains rule `position`. */
  textOf(position: number): string | null {
    return this.plans[position]?.text ?? null;
  }

  private say(file: RuleFile, code: BrokenCode, offset: number, reason: Words, more: number): void {
    const { line } = new LineIndex(file.text).position(offset);
    this.broken.push({ path: file.path, code, line, reason, more });
  }
}

function told({
  id,
  level,
  status,
  author,
  date,
  tags,
}: RuleMeta): Omit<CatalogRule, 'title' | 'logsource' | 'path' | 'document'> {
  return {
    id: id?.value ?? null,
    level: LEVELS.find((l) => l === level?.value.trim().toLowerCase()) ?? 'none',
    status: status?.value ?? null,
    author: author?.value ?? null,
    date: date?.value ?? null,
    tags: tags.map(({ value }) => value),
  };
}

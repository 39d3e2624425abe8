import { LESSONS, told } from '../limits';
import { own, say, type Words } from '../text';
import type { LessonCode, LessonProblem } from './lesson-problem';

/** What a place in a lesson is called in messages, if not by its keys; null for a place that has no such name. */
export type PlaceName = (path: readonly (string | number)[]) => string | null;

/** A value of unknown make, at its place in a lesson. Problems of all its parts are collected in one list. */
export class Reading {
  constructor(
    readonly value: unknown,
    readonly problems: LessonProblem[],
    readonly path: readonly (string | number)[] = [],
    readonly called: PlaceName = () => null,
  ) {}

  /** Adds an error at this place. */
  error(code: LessonCode, message: Words): void {
    this.problems.push({ code, severity: 'error', path: this.path, message });
  }

  /** Adds a warning at this place. */
  warning(code: LessonCode, message: Words): void {
    this.problems.push({ code, severity: 'warning', path: this.path, message });
  }

  /** True if the value is a map. Otherwise this is an error. */
  isMap(known: readonly string[]): boolean {
    if (!isRecord(this.value)) {
      this.error('lesson-type', say`${this.name} must be a map of keys and values.`);
      return false;
    }
    for (const key of Object.keys(this.value))
      if (!known.includes(key)) this.at(key).warning('lesson-key', say`There is no key \`${key}\` here.`);
    return true;
  }

  /** What a map has under a key. */
  at(key: string): Reading {
    const value = isRecord(this.value) ? own(this.value, key) : undefined;
    return new Reading(value, this.problems, [...this.path, key], this.called);
  }

  /** True if there is nothing here: no such key, or null. */
  get isAbsent(): boolean {
    return this.value === undefined || this.value === null;
  }

  /** A text that has to be there, and must not be empty unless that is allowed. */
  text(mayBeEmpty = false): string {
    const { value } = this;
    if (this.isAbsent && !mayBeEmpty) this.error('lesson-missing', say`${this.name} is missing.`);
    else if (!this.isAbsent && typeof value !== 'string')
      this.error('lesson-type', say`${this.name} must be a text.`);
    else if (!mayBeEmpty && (value as string).trim() === '')
      this.error('lesson-missing', say`${this.name} is empty.`);
    if (typeof value !== 'string') return '';
    if (value.length > LESSONS.text.value)
      this.error('lesson-too-large', say`${this.name} has more than ${told(LESSONS.text)} characters.`);
    return value;
  }

  /** A text that may be missing. */
  optionalText(): string | undefined {
    return this.isAbsent ? undefined : this.text(true);
  }

  /** One of a closed list; the first of them where it is not. */
  oneOf<T extends string>(choices: readonly T[]): T {
    const found = choices.find((choice) => choice === this.value);
    if (found !== undefined) return found;
    const names = choices.map((choice) => `\`${choice}\``).join(', ');
    if (this.isAbsent) this.error('lesson-missing', say`${this.name} is missing. It is one of ${names}.`);
    else this.error('lesson-kind', say`${this.name} must be one of ${names}.`);
    return choices[0]!;
  }

  /** True or false. */
  flag(): boolean {
    if (typeof this.value !== 'boolean')
      this.error('lesson-type', say`${this.name} must be \`true\` or \`false\`.`);
    return this.value === true;
  }

  /** A whole number from `least`. */
  count(least: number): number {
    const { value } = this;
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least) return value;
    this.error('lesson-type', say`${this.name} must be a whole number from ${least}.`);
    return least;
  }

  /** The members of a list; none if there is no list, which is an error only if it is something else. */
  list(most: number = Infinity): Reading[] {
    const { value } = this;
    if (this.isAbsent) return [];
    if (!Array.isArray(value)) {
      this.error('lesson-type', say`${this.name} must be a list.`);
      return [];
    }
    if (value.length > most)
      this.error('lesson-too-large', say`${this.name} has more than ${most.toLocaleString('en')} entries.`);
    return value
      .slice(0, most)
      .map((member: unknown, i) => new Reading(member, this.problems, [...this.path, i], this.called));
  }

  /** The entries of a map whose keys anybody may choose. */
  entries(): [string, Reading][] {
    if (this.isAbsent) return [];
    if (!isRecord(this.value)) {
      this.error('lesson-type', say`${this.name} must be a map of keys and values.`);
      return [];
    }
    return Object.keys(this.value).map((key) => [key, this.at(key)]);
  }

  /** How messages call this place. */
  get name(): Words {
    const { path } = this;
    const called = this.called(path);
    if (called !== null) return [called];
    if (path.length === 0) return ['This'];
    let name = '';
    for (const step of path)
      name += typeof step === 'number' ? `[${step + 1}]` : `${name === '' ? '' : '.'}${step}`;
    return say`\`${name}\``;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

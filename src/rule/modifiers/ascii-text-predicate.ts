import type { FieldReading } from './reading';
import { TextPredicate } from './text-predicate';

/** A value with wildcards that ignores case for the letters A to Z only: an alternative reading. */
export class AsciiTextPredicate extends TextPredicate {
  override test(reading: FieldReading): boolean {
    const { text } = reading;
    if (text === null) return false;
    this.tellRun(text);
    return this.pattern.test(this.cased ? text : this.pattern.fold(text));
  }
}

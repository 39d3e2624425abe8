import type { Words } from '../../text';
import { REFUSALS } from './regex-refusal';
import { engineTakes, LAST_CODE_POINT, SYNTAX } from './regex-syntax';
import type { Fault } from './regex-types';

/**
 * An expression as far as it is read, and what is written for it: for the browser's engine, and for the linear one.
 */
export class Transcript {
  protected out = '';
  protected linear = '';
  /** The first construct that only the linear engine can run. */
  protected linearOnly: Fault | null = null;
  protected at = 0;
  protected fault: Fault | null = null;

  constructor(protected readonly source: string) {}

  protected take(length: number, text: string, linear = text): void {
    this.out += text;
    this.linear += linear;
    this.at += length;
  }

  /**
   * Takes a construct that the browser cannot express. It is a fault only if the linear engine cannot run the
   * expression.
   */
  protected takeLinear(length: number, message: Words): void {
    this.linearOnly ??= { at: { start: this.at, end: this.at + length }, message };
    this.take(length, '', this.source.slice(this.at, this.at + length));
  }

  protected fail(length: number, message: Words): void {
    this.fault ??= { at: { start: this.at, end: this.at + length }, message };
  }

  protected rest(): string {
    return this.source.slice(this.at, this.at + 200);
  }

  /** Takes the character after `skipped` units, and escapes it if it would be syntax. */
  protected character(skipped: number, inClass: boolean): number {
    const value = this.source.codePointAt(this.at + skipped)!;
    const text = String.fromCodePoint(value);
    const needed = SYNTAX.test(text) || (inClass && text === '-');
    this.take(skipped + text.length, needed ? `\\${text}` : text);
    return value;
  }

  protected number(length: number, value: number): number {
    if (value > LAST_CODE_POINT) this.fail(length, REFUSALS.codePoint);
    else this.take(length, `\\u{${value.toString(16)}}`, `\\x{${value.toString(16)}}`);
    return value;
  }

  /** In the browser, `\pL` and `\p{Greek}` are `\p{L}` and `\p{Script=Greek}`, and `\p{^L}` is `\P{L}`. */
  protected property(rest: string): void {
    const found = /^\\([pP])(?:\{(\^?)([^}]*)\}|([A-Za-z]))/.exec(rest);
    const [whole, letter, negation, long, short] = found ?? ['\\p'];
    const name = long ?? short ?? '';
    const other = letter === 'p' ? 'P' : 'p';
    const written = [name, `Script=${name}`]
      .map((known) => `\\${negation ? other : letter}{${known}}`)
      .find(engineTakes);
    if (written) this.take(whole.length, written, whole);
    else this.fail(whole.length, REFUSALS.property);
  }
}

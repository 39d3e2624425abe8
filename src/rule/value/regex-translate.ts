import { RULE, told } from '../../limits';
import { prose, type Range, say } from '../../text';
import { FOREIGN_ESCAPES, FOREIGN_GROUPS, REFUSALS } from './regex-refusal';
import {
  CLASS_NAMES,
  CONTROLS,
  engineTakes,
  LINEAR_ESCAPE,
  LINEAR_FLAGS,
  NAMED_GROUP,
  NAMED_REFERENCE,
  NUMBERED,
  numberOf,
  SET_ESCAPE,
} from './regex-syntax';
import { Transcript } from './regex-transcript';
import type { Fault, Need, Translation } from './regex-types';

/** What a repetition would repeat. */
type Before = 'nothing' | 'atom' | 'assertion' | 'repetition';

/**
 * Translates an expression, as people write it for PCRE, Python or RE2, into one with the same meaning that the
 * browser accepts in its Unicode mode. One walk, an escape at a time, so that escaped text and classes are never
 * taken for syntax.
 */
export function translate(source: string): Translation {
  return new Translator(source).run();
}

class Translator extends Transcript {
  private readonly needs = new Set<Need>();
  private before: Before = 'nothing';
  private readonly open: { readonly at: number; readonly after: Before }[] = [];
  private readonly names: (string | undefined)[] = [];
  /** A reference may come before its group, so references are checked at the end. */
  private readonly references: { readonly to: string | number; readonly at: Range }[] = [];

  run(): Translation {
    while (this.at < this.source.length && !this.fault) this.step();
    this.fault ??= this.faultAtEnd();
    if (this.fault) return { ok: false, ...this.fault };
    const { out: source, linear, needs, linearOnly, names } = this;
    return { ok: true, source, linear, needs, linearOnly, names };
  }

  private step(): void {
    const character = this.source[this.at]!;
    if (character === '\\') {
      this.before = /^\\[bB]/.test(this.rest()) ? 'assertion' : 'atom';
      this.escape(false);
    } else if (character === '[') {
      this.characterClass();
      this.before = 'atom';
    } else if (character === '(') this.group();
    else if (character === ')') this.close();
    else if ('*+?{'.includes(character)) this.repetition(character);
    else {
      if (character === '|') this.before = 'nothing';
      else this.before = character === '^' || character === '$' ? 'assertion' : 'atom';
      this.take(1, character === ']' || character === '}' ? `\\${character}` : character);
    }
  }

  private faultAtEnd(): Fault | null {
    const unclosed = this.open.pop();
    if (unclosed) return { at: { start: unclosed.at, end: unclosed.at + 1 }, message: REFUSALS.openGroup };
    for (const { to, at } of this.references) {
      const known = typeof to === 'number' ? to <= this.names.length : this.names.includes(to);
      if (!known) {
        const named = typeof to === 'number' ? String(to) : say`\`${to}\``;
        return { at, message: say`There is no group ${named} to refer to. Refer to an existing group.` };
      }
    }
    return null;
  }

  private repetition(character: string): void {
    const sign = character === '{' ? /^\{(\d+)(?:,(\d*))?\}/.exec(this.rest()) : [character];
    if (!sign) {
      // A brace that counts nothing stands for itself, as everywhere except in the browser's Unicode mode.
      this.before = 'atom';
      this.take(1, '\\{');
      return;
    }
    const [whole, least, most] = sign as unknown as [string, string?, string?];
    const next = this.source[this.at + whole.length];
    if (this.before === 'nothing') this.fail(whole.length, REFUSALS.nothingToRepeat);
    else if (this.before === 'assertion') this.fail(whole.length, REFUSALS.repeatsAssertion);
    else if (this.before === 'repetition') this.fail(whole.length, REFUSALS.repeatsRepetition);
    else if (most && Number(most) < Number(least))
      this.fail(whole.length, say`This range is backwards. Write \`{${most},${least}}\`.`);
    else if (next === '+') this.fail(whole.length + 1, REFUSALS.possessive);
    else {
      const lazy = next === '?' ? '?' : '';
      this.take(whole.length + lazy.length, whole + lazy);
      this.before = 'repetition';
    }
  }

  private group(): void {
    const rest = this.rest();
    const reference = NAMED_REFERENCE.exec(rest);
    const named = NAMED_GROUP.exec(rest);
    const plain = /^\((?:\?(?:<?[=!]|:))?(?![?*])/.exec(rest);
    const flags = /^\(\?(?:[ims]+(?:-[ims]+)?|-[ims]+):/.exec(rest);
    if (reference) this.reference(reference);
    else if (named) {
      const name = named[1]!;
      if (this.names.includes(name))
        this.fail(named[0].length, say`Another group is already named \`${name}\`. Choose another name.`);
      this.names.push(name);
      this.enter(named[0].length, `(?<${name}>`, 'atom');
    } else if (plain) {
      if (plain[0] === '(') this.names.push(undefined);
      if (/[=!]$/.test(plain[0])) this.needs.add(plain[0].includes('<') ? 'a lookbehind' : 'a lookahead');
      this.enter(plain[0].length, plain[0], /[=!]$/.test(plain[0]) ? 'assertion' : 'atom');
    } else if (flags && engineTakes(`${flags[0]}a)`)) this.enter(flags[0].length, flags[0], 'atom');
    else {
      const foreign = FOREIGN_GROUPS.find(([pattern]) => pattern.test(rest));
      const length = foreign?.[0].exec(rest)?.[0].length;
      const linear = LINEAR_FLAGS.exec(rest)?.[0];
      if (linear) {
        this.flags(linear);
        return;
      }
      // `(*` is not a group but a repetition of nothing. The walk gets to it next.
      if (!foreign && rest[1] !== '?') this.enter(1, '(', 'atom');
      else this.fail(length ?? Math.min(3, rest.length), foreign ? prose(foreign[1]) : REFUSALS.group);
    }
  }

  /** `(?i:`, and `(?i)` in the middle. */
  private flags(written: string): void {
    const { at } = this;
    this.takeLinear(written.length, REFUSALS.flags);
    if (written.endsWith(')')) this.before = 'atom';
    else {
      this.out += '(?:';
      this.open.push({ at, after: 'atom' });
      this.before = 'nothing';
    }
  }

  private enter(length: number, text: string, after: Before): void {
    if (this.open.length >= RULE.expressionDepth.value)
      this.fail(
        length,
        say`Groups are nested more than ${told(RULE.expressionDepth)} deep. Remove those that are not needed.`,
      );
    this.open.push({ at: this.at, after });
    this.take(length, text);
    this.before = 'nothing';
  }

  private close(): void {
    const group = this.open.pop();
    if (!group) {
      this.fail(1, REFUSALS.closesNothing);
      return;
    }
    this.take(1, ')');
    this.before = group.after;
  }

  private reference(found: RegExpExecArray): void {
    const name = (found[1] ?? found[2])!;
    this.needs.add('a back reference');
    this.references.push({ to: name, at: { start: this.at, end: this.at + found[0].length } });
    this.before = 'atom';
    this.take(found[0].length, `\\k<${name}>`);
  }

  private characterClass(): void {
    const opening = this.at;
    const negated = this.source[this.at + 1] === '^';
    this.take(negated ? 2 : 1, negated ? '[^' : '[');
    const first = this.at;
    /** Offset and number of the last single character, which may begin a range. */
    let low: { readonly at: number; readonly value: number } | null = null;
    while (this.at < this.source.length && !this.fault) {
      const rest = this.rest();
      // Elsewhere, a leading bracket stands for itself; to the browser the class would be empty.
      if (rest[0] === ']' && this.at > first) {
        this.take(1, ']');
        return;
      }
      // Before a set such as `\w` and at the end, a dash cannot make a range and stands for itself.
      if (low && rest[0] === '-' && rest.length > 1 && rest[1] !== ']' && !SET_ESCAPE.test(rest.slice(1))) {
        this.take(1, '-');
        const high = this.classAtom();
        if (high !== null && high < low.value && !this.fault)
          this.fault = { at: { start: low.at, end: this.at }, message: REFUSALS.classBackwards };
        low = null;
      } else {
        const at = this.at;
        const value = this.classAtom();
        low = value === null ? null : { at, value };
      }
    }
    this.fault ??= { at: { start: opening, end: this.source.length }, message: REFUSALS.openClass };
  }

  /** Takes one member of a class. Returns its number, or null for a set of characters. */
  private classAtom(): number | null {
    const rest = this.rest();
    if (rest[0] === '\\') return this.escape(true);
    const named = /^\[:\^?(\w+):\]/.exec(rest);
    if (named) {
      const [whole, name] = named;
      if (CLASS_NAMES.has(name!)) this.takeLinear(whole.length, REFUSALS.namedClass);
      else this.fail(whole.length, REFUSALS.className);
      return null;
    }
    return this.character(0, true);
  }

  /** Takes an escape. Returns the number of its character, or null. */
  private escape(inClass: boolean): number | null {
    const rest = this.rest();
    const next = rest[1];
    const foreign = next === undefined ? undefined : FOREIGN_ESCAPES.get(next);
    if (next === undefined) this.fail(1, REFUSALS.trailingBackslash);
    else if (!/[A-Za-z0-9]/.test(next)) return this.character(1, inClass);
    else if (next === 'p' || next === 'P') this.property(rest);
    else if (SET_ESCAPE.test(rest)) this.take(2, `\\${next}`);
    else if (next === 'b' && inClass) return this.number(2, 8);
    else if (next === 'b' || next === 'B')
      if (inClass) this.fail(2, REFUSALS.escapeInClass);
      else this.take(2, `\\${next}`);
    else if (CONTROLS.has(next)) return this.number(2, CONTROLS.get(next)!);
    else if (/^\\c[A-Za-z]/.test(rest)) return this.number(3, rest.charCodeAt(2) % 32);
    else if (/[1-9]/.test(next) || NAMED_REFERENCE.test(rest)) this.backReference(rest, inClass);
    else {
      const numbered = NUMBERED.exec(rest);
      const quoted = LINEAR_ESCAPE.exec(rest)?.[0];
      if (quoted && inClass) this.fail(2, REFUSALS.escapeInClass);
      else if (quoted) this.takeLinear(quoted.length, prose(FOREIGN_ESCAPES.get(next)!));
      else if (!numbered) this.fail(2, foreign === undefined ? REFUSALS.escape : prose(foreign));
      else return this.number(numbered[0].length, numberOf(numbered));
    }
    return null;
  }

  private backReference(rest: string, inClass: boolean): void {
    const named = NAMED_REFERENCE.exec(rest);
    const [whole, digits] = named ?? /^\\(\d+)/.exec(rest)!;
    if (inClass) this.fail(whole.length, REFUSALS.referenceInClass);
    else if (named) this.reference(named);
    else {
      this.needs.add('a back reference');
      this.references.push({ to: Number(digits), at: { start: this.at, end: this.at + whole.length } });
      this.take(whole.length, whole);
    }
  }
}

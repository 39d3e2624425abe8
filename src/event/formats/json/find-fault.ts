import { type Code, prose, say } from '../../../text';
import { type Fault, fault, show } from '../fault';
import { found, skipSpace, stringFault, unquotedName, wordEnd, wordFault } from './tokens';

type Expected = 'value' | 'member' | 'name' | 'name or end' | 'colon' | 'comma or end' | 'nothing';

/**
 * The first fault of the JSON value that begins at `start` and must end by `limit`; `undefined` if it is well formed.
 * One pass without recursion, so that no text is too deep. `JSON.parse` decides whether a text is JSON; this says why
 * not.
 */
export function findFault(text: string, start: number, limit: number): Fault | undefined {
  return new FaultFinder(text, start, limit).find();
}

/** One pass over a JSON value. Each method consumes what is at `at`, or says what is wrong with it. */
class FaultFinder {
  /** The positions of the open brackets, innermost last. */
  private readonly open: number[] = [];
  private expected: Expected = 'value';
  private at: number;
  private lastComma = -1;
  private lastName = '';
  private lastEnd: number;

  constructor(
    private readonly text: string,
    private readonly start: number,
    private readonly limit: number,
  ) {
    this.at = start;
    this.lastEnd = start;
  }

  find(): Fault | undefined {
    for (;;) {
      this.at = skipSpace(this.text, this.at, this.limit);
      if (this.at >= this.limit) return this.end();
      const fault = this.token(this.text[this.at]!);
      if (fault) return fault;
      this.lastEnd = this.at;
    }
  }

  private get inObject(): boolean {
    const { open, text } = this;
    return open.length > 0 && text[open[open.length - 1]!] === '{';
  }

  private token(char: string): Fault | undefined {
    const { text, at, expected } = this;
    if (char === '/' && (text[at + 1] === '/' || text[at + 1] === '*'))
      return fault('json-comment', at, at + 2, prose('JSON has no comments. Remove this one.'));
    if (expected === 'nothing') {
      const message = say`${this.found()} follows the end of the event. Put each event on a line of its own.`;
      return fault('json-text-after', at, this.tokenEnd(), message);
    }
    if (char === '}' || char === ']') return this.closer(char);
    if (char === ',') return this.comma();
    if (char === ':') return this.colon();
    if (expected === 'name' || expected === 'name or end') return this.name(char);
    if (expected === 'colon')
      return fault(
        'json-colon-missing',
        at,
        this.tokenEnd(),
        say`a colon is missing after \`${this.lastName}\`.`,
      );
    if (expected === 'comma or end') return this.commaMissing();
    return this.value(char);
  }

  private closer(char: '}' | ']'): Fault | undefined {
    const { at, expected, text, open, inObject, lastComma, lastName } = this;
    const top = open[open.length - 1];
    if (top === undefined)
      return fault('json-syntax', at, at + 1, say`\`${char}\` closes nothing here. Remove it.`);
    if ((char === '}') !== inObject) {
      const wanted = inObject ? '}' : ']';
      const message = say`\`${char}\` is where \`${wanted}\` should close \`${text[top]}\`.`;
      return fault('json-bracket', at, at + 1, message);
    }
    if ((expected === 'name' || expected === 'member') && lastComma >= 0) {
      const message = say`nothing follows this comma. Remove it, or add what is missing before \`${char}\`.`;
      return fault('json-trailing-comma', lastComma, lastComma + 1, message);
    }
    if (expected === 'value')
      return fault(
        'json-value-missing',
        at,
        at + 1,
        say`the value of \`${lastName}\` is missing before \`${char}\`.`,
      );
    if (expected === 'colon')
      return fault(
        'json-colon-missing',
        at,
        at + 1,
        say`a colon and a value are missing after \`${lastName}\`.`,
      );
    open.pop();
    this.expected = open.length === 0 ? 'nothing' : 'comma or end';
    this.at++;
    return undefined;
  }

  private comma(): Fault | undefined {
    const { at, expected, lastName } = this;
    if (expected !== 'comma or end') {
      const what =
        expected === 'colon'
          ? say`a colon and a value are missing after \`${lastName}\``
          : expected === 'value'
            ? say`the value of \`${lastName}\` is missing before this comma`
            : 'this comma has nothing before it. Remove it';
      return fault('json-comma', at, at + 1, say`${what}.`);
    }
    this.lastComma = at;
    this.expected = this.inObject ? 'name' : 'member';
    this.at++;
    return undefined;
  }

  private colon(): Fault | undefined {
    const { at } = this;
    if (this.expected !== 'colon')
      return fault('json-colon', at, at + 1, prose('a colon may only separate a name from its value.'));
    this.expected = 'value';
    this.at++;
    return undefined;
  }

  private name(char: string): Fault | undefined {
    const { at, text, limit } = this;
    if (char === '{') {
      const message = prose('a name should be here. Before `{`, `}` seems to be missing.');
      const missing = fault('json-not-closed', at, at + 1, message);
      return this.open.length === 1 ? { ...missing, next: at } : missing;
    }
    if (char !== '"') return unquotedName(text, at, limit);
    const end = stringFault(text, at, limit);
    if (typeof end !== 'number') return end;
    this.lastName = show(text.slice(at, end));
    this.expected = 'colon';
    this.at = end;
    return undefined;
  }

  private commaMissing(): Fault {
    const { at, text } = this;
    const missing = say`a comma is missing before ${this.found()}`;
    const message =
      at === this.lastEnd && text[at - 1] === '"'
        ? say`${missing}. If the quote before it belongs to the string, write \`\\"\`.`
        : say`${missing}.`;
    return fault('json-comma-missing', at, this.tokenEnd(), message);
  }

  private value(char: string): Fault | undefined {
    const { at, text, limit, open } = this;
    if (char === '{' || char === '[') {
      open.push(at);
      this.lastComma = -1;
      this.expected = char === '{' ? 'name or end' : 'member';
      this.at++;
      return undefined;
    }
    const end = char === '"' ? stringFault(text, at, limit) : wordFault(text, at, limit);
    if (typeof end !== 'number') return end;
    this.expected = open.length === 0 ? 'nothing' : 'comma or end';
    this.at = end;
    return undefined;
  }

  /** The text ends; reports what it lacks. */
  private end(): Fault | undefined {
    if (this.expected === 'nothing') return undefined;
    const { text, lastEnd, open } = this;
    const at = Math.max(this.start, lastEnd - 1);
    const top = open[open.length - 1];
    if (top === undefined)
      return fault('json-syntax', at, Math.max(lastEnd, at), prose('a value is missing here.'));
    const closer = text[top] === '{' ? '}' : ']';
    const message = say`the event ends too early: \`${closer}\` is missing after ${found(text, at, lastEnd)}.`;
    return fault('json-not-closed', at, lastEnd, message);
  }

  private found(): Code {
    return found(this.text, this.at, this.limit);
  }

  private tokenEnd(): number {
    return wordEnd(this.text, this.at, this.limit);
  }
}

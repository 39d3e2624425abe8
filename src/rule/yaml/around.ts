import type { Range } from '../../text';

/** A quote or a bracket that is open at a place. */
export interface Open {
  readonly sign: "'" | '"' | '[' | '{';
  readonly at: number;
}

/** What stands around a place at which YAML cannot be read. */
export interface Around {
  /** The quotes and brackets that are open at the place, the outermost first. */
  readonly open: readonly Open[];
  /** Where the last value or key before the place begins. */
  readonly node: number | null;
  /** The last value in quotes or brackets that ended before the place. */
  readonly closed: Range | null;
  /** The sign of a text of several lines (`|`, `>`) that the place is in, or that ended on the line before. */
  readonly block: Range | null;
}

/** Walks over `text` up to `at` as YAML does, but goes on where YAML gives up. */
export function aroundOf(text: string, at: number): Around {
  return new Walk(text, at).around();
}

class Walk {
  private i = 0;
  private expected = true;
  private readonly open: Open[] = [];
  private node: number | null = null;
  private closed: Range | null = null;
  private block: { readonly sign: Range; readonly end: number } | null = null;

  constructor(
    private readonly text: string,
    private readonly at: number,
  ) {}

  around(): Around {
    while (this.i < this.at) this.step(this.text[this.i]!);
    const { open, node, closed } = this;
    const ended = this.block?.end ?? -1;
    const block = ended >= this.text.lastIndexOf('\n', this.at - 1) + 1 ? this.block!.sign : null;
    return { open, node, closed, block };
  }

  private step(sign: string): void {
    if (sign === '\n') this.expected = true;
    if (/\s/.test(sign)) this.i++;
    else if (sign === '#' && this.isBlank(this.i - 1)) this.i = this.lineEnd(this.i);
    else if (this.expected) this.begin(sign);
    else this.goOn(sign);
  }

  /** What may begin a value. */
  private begin(sign: string): void {
    const flow = this.open.length > 0;
    if (sign === "'" || sign === '"') this.quoted(sign);
    else if (sign === '[' || sign === '{') {
      this.node = this.i;
      this.open.push({ sign, at: this.i++ });
    } else if (flow && /[,\]}]/.test(sign)) this.goOn(sign);
    else if (!flow && /[-?:]/.test(sign) && this.isBlank(this.i + 1)) this.i++;
    else if (!flow && /[|>]/.test(sign)) this.lines();
    else if (sign === '&' || sign === '!') {
      this.node = this.i;
      while (this.i < this.text.length && !this.isBlank(this.i)) this.i++;
    } else {
      this.node = this.i++;
      this.expected = false;
    }
  }

  private goOn(sign: string): void {
    const flow = this.open.length > 0;
    if (sign === ':' && (this.isBlank(this.i + 1) || (flow && this.closed?.end === this.i)))
      this.expected = true;
    else if (flow && sign === ',') this.expected = true;
    else if (flow && (sign === ']' || sign === '}')) {
      const last = this.open[this.open.length - 1]!;
      if (last.sign === (sign === ']' ? '[' : '{')) {
        this.open.pop();
        this.closed = { start: last.at, end: this.i + 1 };
      }
      this.expected = false;
    }
    this.i++;
  }

  private quoted(sign: "'" | '"'): void {
    const start = this.i;
    const whole = sign === "'" ? /'(?:[^']|'')*'/y : /"(?:[^"\\]|\\[\s\S])*"/y;
    whole.lastIndex = start;
    const end = whole.test(this.text) ? whole.lastIndex : Number.POSITIVE_INFINITY;
    this.node = start;
    this.expected = false;
    this.i = end;
    if (end > this.at) this.open.push({ sign, at: start });
    else this.closed = { start, end };
  }

  /** A text of several lines: every line below it that is indented by more than its key. */
  private lines(): void {
    const start = this.text.lastIndexOf('\n', this.i) + 1;
    const lead = /^ *(?:- +)*/.exec(this.text.slice(start, this.i))![0];
    const indent = start + lead.length === this.i ? lead.lastIndexOf('-') : lead.length;
    const sign = { start: this.i, end: this.lineEnd(this.i) };
    this.node = this.i;
    this.i = sign.end;
    while (this.i < this.text.length) {
      const line = this.text.slice(this.i + 1, this.lineEnd(this.i + 1));
      if (line.trim() !== '' && line.search(/[^ ]/) <= indent) break;
      this.i += 1 + line.length;
    }
    this.block = { sign, end: this.i };
  }

  private isBlank(at: number): boolean {
    const sign = this.text[at];
    return sign === undefined || sign === ' ' || sign === '\t' || sign === '\n' || sign === '\r';
  }

  private lineEnd(at: number): number {
    const end = this.text.indexOf('\n', at);
    return end < 0 ? this.text.length : end;
  }
}

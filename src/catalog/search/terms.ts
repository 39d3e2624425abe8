import { Bits } from './bits';

/**
 * Texts that rules have, each once, with the rules that have it. They are joined to one long text, so that finding a
 * part is one pass over it: for four thousand rules some three million characters, a few milliseconds.
 */
export class Terms {
  /** All texts, each with a line end before and after it; no search text contains one. */
  private readonly joined: string;
  private readonly starts: readonly number[];
  private readonly holders: readonly (readonly number[])[];
  private readonly numbers: ReadonlyMap<string, number>;

  /** `holders` for each text: positions of rules, ascending. */
  constructor(
    texts: ReadonlyMap<string, readonly number[]>,
    private readonly size: number,
  ) {
    const starts: number[] = [];
    let at = 1;
    for (const text of texts.keys()) {
      starts.push(at);
      at += text.length + 1;
    }
    this.joined = `\n${[...texts.keys()].join('\n')}\n`;
    this.starts = starts;
    this.holders = [...texts.values()];
    this.numbers = new Map([...texts.keys()].map((text, number) => [text, number]));
  }

  /** The rules that have exactly `text`. */
  whole(text: string): Bits {
    const found = new Bits(this.size);
    const number = this.numbers.get(text);
    if (number !== undefined) found.addAll(this.holders[number] ?? []);
    return found;
  }

  /** The rules that have a text with `part` in it. */
  part(part: string): Bits {
    const found = new Bits(this.size);
    for (let at = this.joined.indexOf(part); at >= 0; ) {
      const number = this.numberAt(at);
      found.addAll(this.holders[number] ?? []);
      // One occurrence in a text is enough.
      at = this.joined.indexOf(part, this.starts[number + 1] ?? this.joined.length);
    }
    return found;
  }

  /** The rules that have a text for which `holds` is true. */
  where(holds: (text: string) => boolean): Bits {
    const found = new Bits(this.size);
    for (const [text, number] of this.numbers) if (holds(text)) found.addAll(this.holders[number] ?? []);
    return found;
  }

  private numberAt(place: number): number {
    let [low, high] = [0, this.starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) <= place) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

/** Collects which rule has which texts. Rules come in the order of their positions. */
export class TermsBuilder {
  private readonly texts = new Map<string, number[]>();

  add(text: string, rule: number): void {
    const holders = this.texts.get(text);
    if (!holders) this.texts.set(text, [rule]);
    else if (holders.at(-1) !== rule) holders.push(rule);
  }

  done(size: number): Terms {
    return new Terms(this.texts, size);
  }
}

import { type Entry, isGap, readEntry } from './entries';
import { type DocumentFacts, factsOf } from './facts';
import {
  enter,
  type Frame,
  type MapFrame,
  mayClose,
  STEP,
  type State,
  type Step,
  type TextFrame,
} from './frames';
import { Keys } from './keys';
import { isKey, isLogsourceKey, isPlainName, isSurelyRoot } from './places';
import { isProse } from './prose';

/*
 * Finds the lost indentation of a document's lines: every way in which the lines can form a Sigma document, line by
 * line. The keys of the specification and the names in the condition decide what each line may belong to. Only a
 * document with exactly one way can be restored.
 */

/** One way in which the lines form a document. */
export interface Nesting {
  /** The column of each line; for lines without content, that of the next line. */
  readonly columns: readonly number[];
  /** What each line is under, by name. */
  readonly owners: readonly string[];
}

export interface Nestings {
  /** The ways found, at most as many as requested. */
  readonly found: readonly Nesting[];
  /** The last line that could be reached; if nothing was found, it fits nowhere. */
  readonly reached: number;
  /** Names that the condition refers to and no line begins. */
  readonly missing: readonly string[];
}

/** The most steps before giving up: there are too many ways. */
const MAX_STEPS = 60_000;

/** For each line, whether it is at the top level or below; null if unknown. */
export type RootLines = readonly (boolean | null)[];

/** Up to `most` ways of nesting the lines of one document. `rootLines` says what is already known. */
export function nestings(
  lines: readonly string[],
  most: number,
  rootLines: RootLines | null = null,
): Nestings | null {
  const facts = factsOf(lines);
  return facts && new Search(lines, facts, most, rootLines).run();
}

class Search {
  private readonly columns: number[];
  private readonly owners: string[];
  private readonly entries: (Entry | null | undefined)[] = [];
  private readonly found: Nesting[] = [];
  private reached = 0;
  private steps = 0;

  constructor(
    private readonly lines: readonly string[],
    private readonly facts: DocumentFacts,
    private readonly most: number,
    private readonly rootLines: RootLines | null,
  ) {
    this.columns = lines.map(() => -1);
    this.owners = lines.map(() => '');
  }

  run(): Nestings | null {
    const root: MapFrame = { is: 'map', kind: 'root', keys: Keys.NONE, parent: null, column: 0, name: '' };
    this.walk({ at: 0, top: root, going: -1 });
    if (this.steps > MAX_STEPS) return null;
    const { names, keys } = this.facts;
    const missing = [...names.exact].filter((name) => !keys.has(name));
    return { found: this.found, reached: this.reached, missing };
  }

  private get isOver(): boolean {
    return this.found.length >= this.most || this.steps > MAX_STEPS;
  }

  private walk(from: State): void {
    let state = from;
    for (;;) {
      if (++this.steps > MAX_STEPS) return;
      const { at } = state;
      this.reached = Math.max(this.reached, at);
      if (at >= this.lines.length) {
        if (this.mayEnd(state.top)) this.found.push(this.snapshot());
        return;
      }
      const next = this.after(state);
      const [first] = next;
      if (!first) return;
      if (next.length > 1) {
        for (const step of next) {
          if (this.isOver) return;
          this.walk(this.take(state, step));
        }
        return;
      }
      state = this.take(state, first);
    }
  }

  private take({ at }: State, step: Step): State {
    for (let i = at; i < step.at; i++) {
      this.columns[i] = i === at || step.column < 0 ? step.column : step.column + STEP;
      this.owners[i] = step.owner;
    }
    return step;
  }

  /** The ways to continue from a line. */
  private after(state: State): Step[] {
    const { at, top, going } = state;
    const line = this.lines[at]!;
    if (isGap(line)) {
      const comment = line.trim() !== '';
      // A number sign may also be part of the text.
      if (comment && top.is === 'text') return [];
      return [{ at: at + 1, top, going: comment ? -1 : going, column: -1, owner: '' }];
    }
    const entry = this.entry(at);
    if (top.is === 'text') return this.afterText(state, top, entry, line.trim());
    if (!entry) return [];
    if (!entry.dash && entry.key === null) {
      // Neither a key nor an item: it continues the plain value above.
      const plain = going >= 0 && entry.next === at + 1 && entry.behind !== 'block' && this.deep(at, true);
      return plain
        ? [{ at: at + 1, top, going: entry.behind === 'plain' ? going : -1, column: going, owner: '' }]
        : [];
    }
    return this.placed(top, entry);
  }

  private afterText(state: State, top: TextFrame, entry: Entry | null, line: string): Step[] {
    const starts = entry !== null && (entry.dash || entry.key !== null);
    const ends = top.above !== null && starts ? this.placed(top, entry) : [];
    if (ends.length > 0 && entry && this.surelyEnds(entry, top)) return ends;
    // A custom key would look the same.
    const key = entry && !entry.dash ? entry.key : null;
    const mayEnd = ends.length > 0 && key !== null && (isPlainName(key) || isKey(key, this.facts));
    if (!this.deep(state.at, true) || !isProse(line, top.above) || (entry?.dash ?? false))
      return mayEnd ? ends : [];
    const text: Step = {
      at: state.at + 1,
      top: { ...top, above: line },
      going: -1,
      column: top.column,
      owner: top.name,
    };
    return mayEnd ? [...ends, text] : [text];
  }

  /** True if a line cannot be part of the text above it. */
  private surelyEnds(entry: Entry, { within }: TextFrame): boolean {
    if (within === 'detection' || within === 'filter') return true;
    if (within === 'logsource' && isLogsourceKey(entry.key ?? '')) return /^\S*$/.test(entry.written);
    const known = isKey(entry.key ?? '', this.facts);
    return (
      isSurelyRoot(entry, this.facts) ||
      (known && !['status', 'level', 'date', 'modified', 'id'].includes(entry.key!))
    );
  }

  /** Everything that a key or item may be part of, from the innermost outwards. */
  private placed(top: Frame, entry: Entry): Step[] {
    const steps: Step[] = [];
    let surelyRoot: Step | null = null;
    for (let frame: Frame | null = top; frame; frame = frame.parent) {
      const step = this.fits(frame, entry) ? enter(frame, entry, this.facts) : null;
      if (step) {
        steps.push(step);
        if (frame.is === 'map' && frame.kind === 'root' && isSurelyRoot(entry, this.facts)) surelyRoot = step;
      }
      if (!mayClose(frame, this.facts)) break;
    }
    return surelyRoot ? [surelyRoot] : steps;
  }

  private mayEnd(top: Frame): boolean {
    for (let frame: Frame | null = top; frame; frame = frame.parent)
      if (!mayClose(frame, this.facts)) return false;
    return true;
  }

  private fits(frame: Frame, entry: Entry): boolean {
    return this.deep(entry.line, frame.is !== 'map' || frame.kind !== 'root');
  }

  /** True if what is known about a line's level allows it here. */
  private deep(line: number, below: boolean): boolean {
    return this.rootLines?.[line] !== below;
  }

  private entry(at: number): Entry | null {
    let entry = this.entries[at];
    if (entry === undefined) {
      entry = readEntry(this.lines, at);
      this.entries[at] = entry;
    }
    return entry;
  }

  /** The current columns. A comment goes with the next line. */
  private snapshot(): Nesting {
    const columns = [...this.columns];
    let next = 0;
    for (let i = columns.length - 1; i >= 0; i--) {
      if (columns[i]! < 0) columns[i] = next;
      else next = columns[i]!;
    }
    return { columns, owners: [...this.owners] };
  }
}

import type { editor as api } from 'monaco-editor/editor';
import type { Range } from '../../src/text';
import { breathe } from '../../src/turns';
import { keepBusy } from '../results/resting';
import type { ModelView } from './model-view';
import { FIRST, nextSize, sliceEnd } from './slices';

/** What is done when a long text comes in. */
export interface FillSteps {
  /** What it replaces is gone, and nothing of it is there yet. */
  readonly onStart: () => void;
  /** All of it is there. */
  readonly onEnd: (placed: Range) => void;
}

interface Fill extends FillSteps {
  readonly text: string;
  isBegun: boolean;
  /** How much of the text is there. */
  at: number;
  /** Where in the model the next slice goes. */
  place: number;
  readonly letGo: () => void;
}

/**
 * A long text on its way into an editor, slice by slice, each in a task of its own. What is typed meanwhile follows at the
 * end, and any other key has the rest come in at once.
 */
export class Filling {
  private now: Fill | null = null;
  private isMine = false;
  private isGoingOn = false;
  private readonly queued: (() => void)[] = [];
  private readonly later = new Map<string, () => void>();

  constructor(private readonly at: ModelView) {
    at.view.onDidChangeModelContent(({ changes }) => {
      if (this.now && !this.isMine) this.move(changes);
    });
  }

  get isOn(): boolean {
    return this.now !== null;
  }

  /** Puts `text` in the place of a range. Monaco's undo does not record it. */
  put({ start, end }: Range, text: string, steps: FillSteps): void {
    this.finish();
    // Wider line numbers would have all lines wrapped again.
    this.at.view.updateOptions({ lineNumbersMinChars: Math.max(3, `${linesIn(text)}`.length) });
    this.now = { ...steps, text, at: 0, isBegun: false, place: start, letGo: keepBusy() };
    if (end > start) this.write({ start, end }, '');
    void this.run(this.now);
  }

  /** Has the rest come in at once. */
  finish(): void {
    const { now } = this;
    if (!now) return;
    this.begin(now);
    this.slice(now, now.text.length);
    this.end();
  }

  /** Does this once all is there; only the last of several with the same key. */
  after(key: string, call: () => void): void {
    if (this.now) this.later.set(key, call);
    else call();
  }

  /** Does this once all is there, in the order in which it was asked for: what a person types or takes back meanwhile. */
  queue(call: () => void): void {
    if (this.now || this.isGoingOn) this.queued.push(call);
    else call();
  }

  private async run(fill: Fill): Promise<void> {
    let size = FIRST;
    await breathe();
    if (this.now === fill) this.begin(fill);
    for (await breathe(); this.now === fill && fill.at < fill.text.length; await breathe()) {
      const since = performance.now();
      this.slice(fill, sliceEnd(fill.text, fill.at, size));
      size = nextSize(size, performance.now() - since);
    }
    if (this.now === fill) this.end();
  }

  private begin(fill: Fill): void {
    if (fill.isBegun) return;
    fill.isBegun = true;
    fill.onStart();
  }

  private slice(fill: Fill, end: number): void {
    const text = fill.text.slice(fill.at, end);
    this.write({ start: fill.place, end: fill.place }, text);
    fill.at = end;
    fill.place += text.length;
  }

  private write(range: Range, text: string): void {
    this.isMine = true;
    this.at.model.applyEdits([{ range: this.at.span(range), text, forceMoveMarkers: false }]);
    this.isMine = false;
  }

  /** Someone else has changed the text meanwhile. */
  private move(changes: readonly api.IModelContentChange[]): void {
    for (const { rangeOffset, rangeLength, text } of changes)
      if (this.now && rangeOffset + rangeLength <= this.now.place)
        this.now.place += text.length - rangeLength;
  }

  private end(): void {
    const { now } = this;
    if (!now) return;
    this.now = null;
    this.at.view.updateOptions({ lineNumbersMinChars: 3 });
    now.onEnd({ start: now.place - now.at, end: now.place });
    this.goOn();
    now.letGo();
  }

  /** Does what waits for all of the text. Each of the queued may have another come in, at once or in slices. */
  private goOn(): void {
    if (this.isGoingOn) return;
    this.isGoingOn = true;
    try {
      while (!this.isOn && this.queued.length > 0) this.queued.shift()?.();
    } finally {
      this.isGoingOn = false;
    }
    if (this.isOn) return;
    const calls = [...this.later.values()];
    this.later.clear();
    for (const call of calls) call();
  }
}

function linesIn(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

import type { editor as api } from 'monaco-editor/editor';
import type { Range } from '../../src/text';
import { breathe } from '../../src/turns';
import { keepBusy } from '../results/resting';
import type { ModelView } from './model-view';
import { FIRST, nextSize, sliceEnd } from './slices';

/** How a long text comes in. */
export interface FillOptions {
  /** Undo takes it back, in one step. */
  readonly isUndone: boolean;
  /** All of it is there. */
  readonly onEnd: (placed: Range) => void;
}

interface Fill extends FillOptions {
  readonly text: string;
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
  private typed: (() => void)[] = [];
  private readonly later = new Map<string, () => void>();

  constructor(private readonly at: ModelView) {
    at.view.onDidChangeModelContent(({ changes, isUndoing, isRedoing }) => {
      if (!this.now || this.isMine) return;
      if (isUndoing || isRedoing) this.end();
      else this.move(changes);
    });
  }

  get isOn(): boolean {
    return this.now !== null;
  }

  /** Puts `text` in the place of a range. */
  put({ start, end }: Range, text: string, options: FillOptions): void {
    this.finish();
    const { model, view } = this.at;
    if (options.isUndone) model.pushStackElement();
    // Wider line numbers would have all lines wrapped again.
    view.updateOptions({ lineNumbersMinChars: Math.max(3, `${linesIn(text)}`.length) });
    this.now = { ...options, text, at: 0, place: start, letGo: keepBusy() };
    if (end > start) this.write({ start, end }, '');
    void this.run(this.now);
  }

  /** Has the rest come in at once. */
  finish(): void {
    const { now } = this;
    if (!now) return;
    this.slice(now, now.text.length);
    this.end();
  }

  /** Does this once all is there; only the last of several with the same key. */
  after(key: string, call: () => void): void {
    if (this.now) this.later.set(key, call);
    else call();
  }

  /** What a person types meanwhile comes behind. */
  queue(call: () => void): void {
    this.typed.push(call);
  }

  private async run(fill: Fill): Promise<void> {
    let size = FIRST;
    for (await breathe(); this.now === fill && fill.at < fill.text.length; await breathe()) {
      const since = performance.now();
      this.slice(fill, sliceEnd(fill.text, fill.at, size));
      size = nextSize(size, performance.now() - since);
    }
    if (this.now === fill) this.end();
  }

  private slice(fill: Fill, end: number): void {
    const text = fill.text.slice(fill.at, end);
    this.write({ start: fill.place, end: fill.place }, text);
    fill.at = end;
    fill.place += text.length;
  }

  private write(range: Range, text: string): void {
    const { model, view } = this.at;
    const edits = [{ range: this.at.span(range), text, forceMoveMarkers: false }];
    this.isMine = true;
    if (this.now?.isUndone) model.pushEditOperations(view.getSelections(), edits, () => null);
    else model.applyEdits(edits);
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
    if (now.isUndone) this.at.model.pushStackElement();
    this.at.view.updateOptions({ lineNumbersMinChars: 3 });
    now.onEnd({ start: now.place - now.at, end: now.place });
    for (const call of this.typed.splice(0)) call();
    const calls = [...this.later.values()];
    this.later.clear();
    for (const call of calls) call();
    now.letGo();
  }
}

function linesIn(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

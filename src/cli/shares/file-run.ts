import { CHUNK_SIZE, encodingOf, isEvtx } from '../../event';
import { TextSource } from '../../log';
import { DiskFile } from './bytes-at-hand';
import type { EventFile } from './event-files';
import { EventStream } from './event-stream';
import type { ShareAnswer } from './lane';
import type { Pool } from './pool';
import { BEYOND, type Guess, type Share, type ShareBytes, type ShareResult, type TextBegin } from './share';

/** How much is one share, and how much more of a stream comes with it. Tests make it small. */
export interface ShareSizes {
  /** Bytes in which the events of a share begin. */
  readonly share: number;
  /** Bytes behind it that come along. */
  readonly more: number;
}

export const SHARES: ShareSizes = { share: 4 << 20, more: 1 << 20 };

/** As many wrong guesses, and no more are made in a file. */
const WRONG_GUESSES = 2;

/** A share's result, with what is before it in its file. */
export interface Committed {
  readonly result: ShareResult;
  /** The index of its first event, and how many lines are before its first. */
  readonly first: number;
  readonly lines: number;
  /** How many bytes of the file are through with it. */
  readonly through: number;
}

/**
 * One file of events, divided into shares. Each share has to begin where the one before it ends; those that are asked for
 * ahead guess that, and where a guess was wrong, the share is done again. So results are the same however many there are.
 */
export class FileRun {
  private readonly stream: EventStream | null;
  /** Answers to shares that were asked for ahead, by their number. */
  private readonly ahead = new Map<
    number,
    { readonly guess: Guess | null; readonly answer: Promise<ShareAnswer> }
  >();
  private nextAhead = 1;
  private kind: 'text' | 'evtx' = 'text';
  private guess: Guess | null = null;
  private wrong = 0;
  /** Resolved once it is known what the file is. */
  private opened: Promise<void> | null = null;
  private leftOut: () => readonly number[];

  constructor(
    readonly file: EventFile,
    private readonly pool: Pool,
    leftOut: () => readonly number[],
    private readonly sizes: ShareSizes = SHARES,
  ) {
    this.leftOut = leftOut;
    this.stream = 'path' in file.from ? null : new EventStream(file.from.stream());
  }

  /** Finds out what the file is, and asks for its first share. Rejects if it cannot be read. */
  open(): Promise<void> {
    this.opened ??= this.look();
    return this.opened;
  }

  /** How many shares were asked for and not fetched. */
  get asked(): number {
    return this.ahead.size;
  }

  /** Asks for one more share ahead of its turn; false if there is none that can be. */
  askAhead(): boolean {
    const number = this.nextAhead;
    const begin = number * this.sizes.share;
    if (this.kind === 'text' && (!this.guess || this.wrong >= WRONG_GUESSES)) return false;
    if (this.stream ? this.stream.endsBefore(begin) : begin >= this.file.size!) return false;
    this.nextAhead++;
    const { guess } = this;
    const from: Share['from'] =
      this.kind === 'evtx' ? { kind: 'evtx', at: begin } : { kind: 'guessed', at: begin, guess: guess! };
    this.ahead.set(number, { guess, answer: quiet(this.askFor(from, begin - 1, number)) });
    return true;
  }

  /** The results of all shares, in the order of the file. Rejects where one cannot be had. */
  async *results(refill: () => void): AsyncGenerator<Committed, void, undefined> {
    await this.open();
    if (this.kind === 'evtx') yield* this.eventLog(refill);
    else yield* this.text(refill);
  }

  private async look(): Promise<void> {
    const { path, size } =
      'path' in this.file.from ? { ...this.file.from, size: this.file.size! } : { path: null, size: 0 };
    await this.stream?.upTo(this.sizes.share + this.sizes.more);
    const disk = path === null ? null : new DiskFile(path);
    try {
      const head = disk ? disk.bytes(0, 16) : this.stream!.head;
      this.kind = isEvtx(head) || /\.evtx$/i.test(this.file.name) ? 'evtx' : 'text';
      const isDivided = this.stream ? !this.stream.endsBefore(this.sizes.share) : size > this.sizes.share;
      if (this.kind === 'text' && this.pool.size > 1 && isDivided && encodingOf(head).name === 'utf-8')
        this.guess = await guessFrom(disk ? disk.bytes(0, 1 << 18) : this.stream!.head.subarray(0, 1 << 18));
    } finally {
      disk?.close();
    }
    const from: Share['from'] =
      this.kind === 'evtx' ? { kind: 'evtx', at: 0 } : { kind: 'known', begin: null };
    this.ahead.set(0, { guess: null, answer: quiet(this.askFor(from, 0, 0)) });
  }

  private async *eventLog(refill: () => void): AsyncGenerator<Committed, void, undefined> {
    const { share } = this.sizes;
    let first = 0;
    let lines = 0;
    for (let number = 0; ; number++) {
      const begin = number * share;
      await this.stream?.upTo(begin);
      if (number > 0 && (this.stream ? this.stream.endsBefore(begin) : begin >= this.file.size!)) return;
      const result = certain(await this.fetch(number, () => ({ kind: 'evtx', at: begin }), begin));
      this.stream?.drop(begin + share);
      yield { result, first, lines, through: begin + share };
      refill();
      first += result.events;
      lines += result.lines;
    }
  }

  private async *text(refill: () => void): AsyncGenerator<Committed, void, undefined> {
    const { share } = this.sizes;
    let begin: TextBegin | null = null;
    let event = 0;
    let first = 0;
    for (;;) {
      const number: number = Math.floor(event / share);
      const at: TextBegin | null = begin;
      const guessed: ShareResult | null = at ? await this.guessed(number, at, event) : null;
      const known = (): Share['from'] => ({ kind: 'known', begin: at });
      const result: ShareResult = guessed ?? certain(await this.fetch(number, known, at?.start ?? 0));
      const line: number = at?.resumed.line ?? 1;
      const lines: number = guessed ? line - guessed.firstLine : line - 1;
      this.stream?.drop(result.next?.start ?? 0);
      yield { result, first, lines, through: result.next?.start ?? this.file.size ?? 0 };
      first += result.events;
      if (!result.next || result.nextEvent === null) return;
      begin = guessed
        ? { ...result.next, resumed: { ...result.next.resumed, line: result.next.resumed.line + lines } }
        : result.next;
      event = result.nextEvent;
      for (const skipped of this.ahead.keys())
        if (skipped < Math.floor(event / share)) this.ahead.delete(skipped);
      this.nextAhead = Math.max(this.nextAhead, Math.floor(event / share) + 1);
      refill();
    }
  }

  /** The result of a share that was asked for ahead, if it began where the one before it ended. */
  private async guessed(number: number, begin: TextBegin, event: number): Promise<ShareResult | null> {
    const ahead = this.ahead.get(number);
    if (!ahead?.guess) return null;
    this.ahead.delete(number);
    const answer = await ahead.answer.catch(() => BEYOND as typeof BEYOND);
    const { format, prelude, midLine } = begin.resumed;
    const isSame = ahead.guess.format === format && ahead.guess.prelude === prelude && !midLine;
    if (answer !== BEYOND && isSame && answer.firstEvent === event && !answer.isUnsure) return answer;
    this.wrong++;
    return null;
  }

  /** The answer to a share, asked for now if it was not before; with more bytes as long as those at hand are too few. */
  private async fetch(number: number, from: () => Share['from'], start: number): Promise<ShareAnswer> {
    const ahead = this.ahead.get(number);
    this.ahead.delete(number);
    let answer = await (ahead && !ahead.guess ? ahead.answer : this.askFor(from(), start, number, 0, true));
    for (let more = this.sizes.more * 4; answer === BEYOND; more *= 4)
      answer = await this.askFor(from(), start, number, more, true);
    return answer;
  }

  private async askFor(
    from: Share['from'],
    start: number,
    number: number,
    more = this.sizes.more,
    isFirst = false,
  ): Promise<ShareAnswer> {
    const until = (number + 1) * this.sizes.share;
    // The last chunk of an event log begins before `until`, and ends behind it.
    const behind = Math.max(more, this.kind === 'evtx' ? CHUNK_SIZE : 0);
    const bytes = await this.bytes(start, until + behind);
    return this.pool.ask({ bytes, until, from, leftOut: this.leftOut() }, isFirst);
  }

  private async bytes(start: number, end: number): Promise<ShareBytes> {
    if ('path' in this.file.from) return { path: this.file.from.path };
    await this.stream!.upTo(end);
    return this.stream!.part(start, end);
  }
}

/** A rejection is for whoever fetches the answer. */
function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}

function certain(answer: ShareAnswer): ShareResult {
  if (answer === BEYOND) throw new Error('The file cannot be divided.');
  return answer;
}

/** What the first events of a file say about how later ones begin; null if they say nothing. */
async function guessFrom(bytes: Uint8Array): Promise<Guess | null> {
  const source = await TextSource.open(new Blob([bytes as Uint8Array<ArrayBuffer>]));
  const { value: piece } = await source.pieces(undefined, bytes.length / 2).next();
  if (!piece?.next || piece.next.resumed.midLine || piece.slices.length === 0) return null;
  const { format, prelude } = piece.next.resumed;
  if (format === null) return null;
  const line = piece.text.slice(piece.next.chars, piece.next.chars + 200);
  return { format, prelude, opening: /^[ \t]*(?:<[A-Za-z]+|[[{])/.exec(line)?.[0] ?? '' };
}

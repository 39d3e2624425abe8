import { faultWords, surprises } from '../../event';
import { EvtxSource, type FirstPiece, TextSource } from '../../log';
import { Evaluator, keptFields, PartTimes, type TimeFacts } from '../../match';
import { fixWords, LineIndex, plain } from '../../text';
import { LastPattern, LimitedRules, type RuleMatch } from '../limited-rules';
import { fileOf } from './bytes-at-hand';
import { type CompiledRules, compileRules } from './compiled-rules';
import { beginNear } from './guessed-begin';
import type {
  EventMatches,
  EventProblem,
  KeptMatch,
  RuleLeftOut,
  RulesAsked,
  RulesRead,
  Share,
  ShareResult,
  TextBegin,
} from './share';

/** Stands for the name of an event until it is known; no rule has it in its title. */
const EVENT = `event ${Math.random().toString(36).slice(2)}`;
/** Characters of an event's text that come with a match. */
const LONGEST = 2000;

/** Does shares, one after another: reads their events and asks all rules about each. */
export class ShareRunner {
  readonly read: RulesRead;
  private readonly compiled: CompiledRules;
  private readonly limited: LimitedRules;
  private readonly evaluators = new Map<number, Evaluator>();
  /** How many texts of each rule's events were taken in this share. */
  private texts = new Map<number, number>();
  private work = new Work();

  /** `beat` is told of progress, with how many events were asked about since. */
  constructor(
    private readonly asked: RulesAsked,
    private readonly beat: (events: number) => void,
  ) {
    const pattern = new LastPattern();
    this.compiled = compileRules(asked, pattern);
    this.read = this.compiled.read;
    const { ignoreLogsource } = asked;
    const leaves = (position: number, line: string) => this.work.leaves(position, line);
    this.limited = new LimitedRules(this.compiled.rules, { ignoreLogsource }, pattern, leaves, () => beat(0));
  }

  async run(share: Share): Promise<ShareResult> {
    const work = new Work();
    this.work = work;
    this.texts = new Map();
    this.limited.leaveOut(share.leftOut);
    const times = this.compiled.asked.size > 0 ? new PartTimes() : null;
    const file = fileOf(share.bytes);
    try {
      const { from, until } = share;
      if (from.kind === 'evtx') {
        const source = await EvtxSource.open(file);
        for await (const piece of source.pieces(from.at, until)) {
          this.piece(piece, work, times);
          work.passLines(piece.text);
        }
        return work.result(times?.facts ?? null);
      }
      const begin: TextBegin | null =
        from.kind === 'known' ? from.begin : await beginNear(file, from.at, until, from.guess);
      if (from.kind === 'guessed' && begin === null) return work.result(null);
      const source = await TextSource.open(file);
      work.begin(begin, from.kind === 'guessed');
      for await (const piece of source.pieces(begin ?? source.beginning, until)) {
        this.piece(piece, work, times);
        work.passText(piece);
      }
      return work.result(times?.facts ?? null);
    } finally {
      file.close();
    }
  }

  private piece(piece: FirstPiece, work: Work, times: PartTimes | null): void {
    work.tell(piece);
    const { slices } = piece;
    const read = slices.flatMap(({ event }) => event ?? []);
    const first = work.events;
    const base = piece.place.resumed.index - first;
    const place = (i: number) => read[i]!.index - base;
    let told = 0;
    this.limited.run(
      read,
      (i) => {
        work.at = place(i);
        return EVENT;
      },
      (i, matches) => {
        const event = read[i]!;
        const own = times?.take(event) ?? null;
        if (matches.length > 0) {
          work.matches.push(this.matchesOf(matches, place(i), piece.text, event.range));
          if (own)
            for (const { position } of matches) {
              const asked = this.compiled.asked.get(position);
              if (!asked) continue;
              const fields = keptFields(this.evaluator(position), event, asked);
              work.kept.push({ position, event: place(i), time: own, fields });
            }
        }
        if (i + 1 - told >= 200) {
          this.beat(i + 1 - told);
          told = i + 1;
        }
      },
    );
    this.beat(slices.length - told);
    work.events += slices.length;
  }

  private matchesOf(
    matches: readonly RuleMatch[],
    event: number,
    text: string,
    { start, end }: { readonly start: number; readonly end: number },
  ): EventMatches {
    const most = this.asked.texts;
    if (most === 0) return { event, rules: matches };
    return {
      event,
      rules: matches.map((one) => {
        const before = this.texts.get(one.position) ?? 0;
        this.texts.set(one.position, before + 1);
        return before < most ? { ...one, text: text.slice(start, Math.min(end, start + LONGEST)) } : one;
      }),
    };
  }

  private evaluator(position: number): Evaluator {
    let one = this.evaluators.get(position);
    if (!one) {
      one = new Evaluator(this.compiled.rules[position]!.rule.plan);
      this.evaluators.set(position, one);
    }
    return one;
  }
}

/** What has been found of a share so far. */
class Work {
  events = 0;
  /** The event that a rule runs on. */
  at = 0;
  readonly matches: EventMatches[] = [];
  readonly kept: KeptMatch[] = [];
  private readonly damage: string[] = [];
  private readonly problems: EventProblem[] = [];
  private readonly leftOut: RuleLeftOut[] = [];
  private firstEvent: number | null = null;
  private firstLine = 1;
  /** Where the current piece begins: lines before it in the share, and characters of its line. */
  private line = 0;
  private column = 0;
  private isGuessed = false;
  private isUnsure = false;
  private next: TextBegin | null = null;
  private nextEvent: number | null = null;

  begin(begin: TextBegin | null, isGuessed: boolean): void {
    this.isGuessed = isGuessed;
    this.column = begin?.column ?? 0;
  }

  leaves(position: number, line: string): void {
    const [before = '', ...after] = line.split(EVENT);
    this.leftOut.push({ position, event: this.at, line: [before, after.join(EVENT)] });
  }

  /** Takes the problems of a piece. */
  tell({ text, slices, offsets, damage, surprising, place }: FirstPiece): void {
    for (const p of damage) this.damage.push(`${p.offset}: ${p.severity}: ${plain(p.message)} [${p.code}]`);
    const index = new LineIndex(text);
    if (this.firstEvent === null && slices.length > 0) {
      this.firstEvent = offsets[0]!;
      this.firstLine = this.line + index.position(slices[0]!.range.start).line;
    }
    const found: { readonly at: number; readonly problem: EventProblem }[] = [];
    const add = (at: number, rest: Omit<EventProblem, 'line' | 'column'>) => {
      const { line, column } = index.position(at);
      const place = { line: this.line + line, column: line === 1 ? column + this.column : column };
      found.push({ at, problem: { ...rest, ...place } });
    };
    if (surprising.length > 0 && this.isGuessed) this.isUnsure = true;
    for (const { range, code, severity, message, fixes = [] } of [
      ...surprising,
      ...surprises(text, slices),
    ]) {
      const words = fixes.length > 0 ? ` Fix: ${fixes.map((fix) => plain(fixWords(fix))).join('; ')}.` : '';
      add(range.start, { code, severity, message: plain(message), fixes: words });
    }
    for (const slice of slices) {
      if (slice.event) continue;
      const { code, at, line, message } = slice;
      // The line as the share counts: its text, or that of an event log, begins with the first.
      const fault = line - place.resumed.line + 1 + this.line;
      const words = plain(faultWords({ line: 0, message })).slice('Line 0: '.length);
      add(at.start, { code, severity: 'error', message: words, fault, fixes: '' });
    }
    // In the order of the text, wherever that was cut.
    for (const { problem } of found.sort((a, b) => a.at - b.at)) this.problems.push(problem);
  }

  /** Goes on behind the text of an event log's piece. */
  passLines(text: string): void {
    if (text !== '') this.line += newlines(text, text.length) + 1;
  }

  /** Goes on behind what belongs to a piece alone. */
  passText({ text, next, nextEvent, place }: FirstPiece): void {
    this.nextEvent = nextEvent;
    if (!next) {
      this.next = null;
      return;
    }
    const lines = next.resumed.line - place.resumed.line;
    const at = next.chars;
    this.column = lines > 0 ? at - 1 - text.lastIndexOf('\n', at - 1) : this.column + at;
    this.line += lines;
    this.next = {
      start: next.start,
      resumed: { ...next.resumed, index: 0 },
      column: this.column,
    };
  }

  result(times: TimeFacts | null): ShareResult {
    const { events, matches, damage, problems, leftOut, kept, next, nextEvent } = this;
    return {
      events,
      matches,
      damage,
      problems,
      leftOut,
      kept,
      times,
      firstEvent: this.firstEvent,
      firstLine: this.firstLine,
      lines: this.line,
      next,
      nextEvent,
      isUnsure: this.isUnsure,
    };
  }
}

function newlines(text: string, end: number): number {
  let count = 0;
  for (let feed = text.indexOf('\n'); feed >= 0 && feed < end; feed = text.indexOf('\n', feed + 1)) count++;
  return count;
}

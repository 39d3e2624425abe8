import { type EventFormat, EventReader, type EventSlice, type SigmaEvent } from '../event';
import type { SetOptions } from '../match';
import { Beacon } from '../rule';
import type { FieldMapping } from '../text';
import { breathe, Every, type Turn, Turns } from '../turns';
import { CarefulRun, type RuleFault } from './careful-run';
import { type BrokenFile, Catalog, type CatalogOptions, type CatalogRule } from './catalog';
import { type Answer, Answerer, type Question, type QuestionKind } from './questions';
import type { RuleFile, UnreadFile } from './rule-file';

/** Rule files, one after the other as they are read, and their number. */
export interface RuleFiles {
  readonly total: number;
  files(): AsyncIterable<RuleFile | UnreadFile> | Iterable<RuleFile | UnreadFile>;
}

/** How a run over all events ended. */
export interface RunEnd {
  readonly events: number;
  readonly unreadable: number;
  readonly hits: number;
}

/** What a catalog reports while it works. */
export type CatalogMessage =
  /** How many files of `total` have been read. */
  | { readonly kind: 'loading'; readonly done: number; readonly total: number }
  /** How many events are done, and which part of their text that is, from 0 to 1. */
  | { readonly kind: 'running'; readonly events: number; readonly share: number }
  /** New hits, as columns: `rules[i]` matches `events[i]`. Events ascend. */
  | {
      readonly kind: 'hits';
      readonly rules: Uint32Array<ArrayBuffer>;
      readonly events: Uint32Array<ArrayBuffer>;
    }
  /** A rule is left out from now on; `file` is the entry of its file in the list of those that cannot run. */
  | { readonly kind: 'left-out'; readonly rule: number; readonly file: BrokenFile }
  /** The next step, so that a watchdog can name it. */
  | ({ readonly kind: 'beacon' } & CatalogPlace);

/** What a catalog is doing. */
export interface CatalogPlace {
  /** The pattern that runs, if it may take long. */
  readonly pattern: string | null;
  /** False: an earlier pattern may be the one that runs. */
  readonly isSure: boolean;
  /** The file that is being read. */
  readonly path?: string;
  /** The event or, where all rules run together, the first of the events up to the next message. */
  readonly event?: number;
  /** The rule, where the rules run one by one. */
  readonly rule?: number;
}

/** The most events between two messages of a run, and so the most that are evaluated rule by rule. */
const CAREFUL_FOR = 2000;

/** Milliseconds between two reports of progress and hits. */
const TELL = 100;

/**
 * A user's catalog of rules, and runs of all of them over all events. `alive` is called between pieces of work: it lets
 * other work run and returns false if the work is no longer wanted; then nothing of it is kept.
 */
export class CatalogEngine {
  private catalog = new Catalog();
  private answerer: Answerer;
  private set: { readonly key: string; readonly rules: CarefulRun } | null = null;
  /** Rules that failed or took too long, by position. */
  private leftOut = new Set<number>();
  private at: Omit<CatalogPlace, 'pattern' | 'isSure'> = {};
  private readonly beacon = new Beacon((pattern, isSure) =>
    this.post({ kind: 'beacon', pattern, isSure, ...this.at }),
  );

  /** `turn` lets other work run while a question is answered. */
  constructor(
    private readonly post: (message: CatalogMessage) => void,
    private readonly turn: Turn = breathe,
  ) {
    this.answerer = new Answerer(this.catalog, turn);
  }

  get rules(): readonly CatalogRule[] {
    return this.catalog.rules;
  }

  get broken(): readonly BrokenFile[] {
    return this.catalog.broken;
  }

  /** Names of placeholders that the rules may use; their values were fixed when the rules were loaded. */
  get placeholders(): ReadonlySet<string> {
    return this.catalog.placeholders;
  }

  /** Every file that could be read, to be saved. */
  get files(): readonly RuleFile[] {
    return this.catalog.files;
  }

  /**
   * Answers a question about the current rules, even during a job. Null if there are none, or if others have replaced
   * them in the meantime.
   */
  async answer(question: Question): Promise<Answer<QuestionKind> | null> {
    const { catalog, answerer } = this;
    if (catalog.rules.length === 0) return null;
    const answer = await answerer.answer(question);
    return catalog === this.catalog ? answer : null;
  }

  /** Removes all rules. */
  clear(): void {
    this.replace(new Catalog());
  }

  /** Reads and compiles files as the new rules. False if it was stopped: then the old rules stay. */
  async load(source: RuleFiles, alive: Turn, options: CatalogOptions = {}): Promise<boolean> {
    const catalog = new Catalog({ ...options, onPattern: this.beacon.hear });
    const turns = new Turns(alive);
    const telling = new Every(TELL);
    let done = 0;
    this.post({ kind: 'loading', done, total: source.total });
    for await (const file of source.files()) {
      this.goTo({ path: file.path });
      catalog.add(file);
      done++;
      if (telling.isDue()) this.post({ kind: 'loading', done, total: source.total });
      if (turns.isOver && !(await turns.goOn())) return false;
    }
    this.post({ kind: 'loading', done, total: source.total });
    this.replace(catalog);
    return true;
  }

  /** Runs every rule over every event of the text; reports hits as they are found. Null if it was stopped. */
  async run(events: string, options: RunOptions, alive: Turn): Promise<RunEnd | null> {
    const reader = new EventReader(events, options.format);
    const hits = new Hits(this.post);
    const counts = await this.runOver(
      {
        first: 0,
        slices: slicesOf(reader),
        hit: (rule, event) => hits.add(rule, event),
        tell: (read) => {
          hits.tell();
          const share = events.length === 0 ? 1 : reader.position / events.length;
          this.post({ kind: 'running', events: read, share });
        },
      },
      options,
      alive,
    );
    return counts && { ...counts, hits: hits.count };
  }

  /** Runs every rule over consecutive events, wherever they come from. Null if it was stopped. */
  async runOver(input: RunInput, options: RunOptions, alive: Turn): Promise<Omit<RunEnd, 'hits'> | null> {
    this.beacon.forget();
    const { carefulFrom = Number.POSITIVE_INFINITY } = options;
    const rules = this.rulesFor(options);
    const turns = new Turns(alive);
    let [at, unreadable] = [input.first, 0];
    const telling = new Every(TELL);
    const host = {
      begins: (rule: number) => this.goTo({ event: at, rule }),
      leaveOut: (fault: RuleFault) => this.leaveOut(fault),
      turns,
    };
    this.goTo({ event: at });
    for (const { event } of input.slices) {
      if (!event) unreadable++;
      else {
        const isCareful = at >= carefulFrom && at < carefulFrom + CAREFUL_FOR;
        this.beacon.isExact = isCareful;
        const together = isCareful ? null : rules.together(event);
        const matches = together ?? (await rules.oneByOne(event, at, host));
        if (!matches) return null;
        for (const rule of matches) input.hit(rule, at, event);
        if (!together) this.goTo({ event: at + 1 });
      }
      at++;
      if (telling.isDue()) input.tell(at - input.first);
      if (!turns.isOver) continue;
      if (!(await turns.goOn())) return null;
      this.goTo({ event: at });
    }
    const events = at - input.first;
    input.tell(events);
    return { events, unreadable };
  }

  /** Leaves rules out of all runs from now on, without listing them: they were found guilty elsewhere. */
  without(positions: Iterable<number>): void {
    for (const position of positions) {
      if (this.leftOut.has(position)) continue;
      this.leftOut.add(position);
      this.set = null;
    }
  }

  /** The rules that are left out of runs, by position. */
  get positionsLeftOut(): readonly number[] {
    return [...this.leftOut];
  }

  /** Reports what is done from now on. */
  private goTo(at: CatalogEngine['at']): void {
    this.at = at;
    this.post({ kind: 'beacon', pattern: null, isSure: true, ...at });
  }

  private leaveOut({ rule, code, reason }: RuleFault): void {
    this.post({ kind: 'left-out', rule, file: this.catalog.leaveOut(rule, code, reason) });
  }

  private replace(catalog: Catalog): void {
    this.catalog = catalog;
    this.answerer = new Answerer(catalog, this.turn);
    this.set = null;
    this.leftOut = new Set();
  }

  /** Building a set takes longer than a short run, so it is cached. */
  private rulesFor({ ignoreLogsource, mapping }: SetOptions): CarefulRun {
    const key = JSON.stringify([ignoreLogsource, Object.entries(mapping ?? {})]);
    if (this.set?.key !== key) {
      const options = { ignoreLogsource: ignoreLogsource === true, ...(mapping ? { mapping } : {}) };
      this.set = { key, rules: new CarefulRun(this.catalog.plans, options, this.leftOut) };
    }
    return this.set.rules;
  }
}

/** What a run depends on beside rules and events. */
export interface RunOptions {
  readonly ignoreLogsource: boolean;
  readonly mapping?: FieldMapping;
  readonly format?: EventFormat | undefined;
  readonly carefulFrom?: number | undefined;
}

/** Consecutive events, and what becomes of what is found in them. */
export interface RunInput {
  /** The number of the first event. */
  readonly first: number;
  readonly slices: Iterable<EventSlice>;
  /** The rule matches the event with this number. */
  hit(rule: number, number: number, event: SigmaEvent): void;
  /** So many events are done; called a few times a second, and at the end. */
  tell(events: number): void;
}

function* slicesOf(reader: EventReader): Generator<EventSlice> {
  for (let slice = reader.next(); slice; slice = reader.next()) yield slice;
}

/** Collects hits as columns, and reports them in batches. */
class Hits {
  count = 0;
  private rules: number[] = [];
  private events: number[] = [];

  constructor(private readonly post: (message: CatalogMessage) => void) {}

  add(rule: number, event: number): void {
    this.rules.push(rule);
    this.events.push(event);
    this.count++;
  }

  tell(): void {
    const { rules, events } = this;
    if (rules.length > 0)
      this.post({ kind: 'hits', rules: Uint32Array.from(rules), events: Uint32Array.from(events) });
    this.rules = [];
    this.events = [];
  }
}

import { type EventFormat, EventReader } from '../event';
import { RuleSet, type SetOptions } from '../match';
import { Beacon } from '../rule';
import type { FieldMapping } from '../text';
import { breathe, Every, type Turn, Turns } from '../turns';
import { type BrokenFile, Catalog, type CatalogOptions, type CatalogRule } from './catalog';
import { type Answer, Answerer, type Question, type QuestionKind } from './questions';
import type { RuleFile, UnreadFile } from './rule-file';

/** Rule files as they come, and how many there will be. */
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

/** What a catalog tells while it works. */
export type CatalogMessage =
  /** So many files read of `total`. */
  | { readonly kind: 'loading'; readonly done: number; readonly total: number }
  /** So many events done, and how much of their text that is, from 0 to 1. */
  | { readonly kind: 'running'; readonly events: number; readonly share: number }
  /** Hits that are new, as columns: `rules[i]` matches `events[i]`. Events ascend. */
  | {
      readonly kind: 'hits';
      readonly rules: Uint32Array<ArrayBuffer>;
      readonly events: Uint32Array<ArrayBuffer>;
    }
  /** Sent before a pattern runs that could hang, so that a watchdog can name it. */
  | { readonly kind: 'beacon'; readonly what: string };

/** Milliseconds between two tellings of progress and hits. */
const TELL = 100;

/**
 * A person's catalog of rules, and runs of all of them over all events. `alive` is asked between pieces of work: it gives
 * others a turn and answers false where the work is not wanted any more; then nothing of it is kept.
 */
export class CatalogEngine {
  private catalog = new Catalog();
  private answerer: Answerer;
  private set: { readonly key: string; readonly rules: RuleSet } | null = null;
  private readonly beacon = new Beacon((what) => this.post({ kind: 'beacon', what }));

  /** `turn` gives others a turn while a question is answered. */
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

  /** Names of placeholders that the rules may use; what they stand for was settled when the rules were loaded. */
  get placeholders(): ReadonlySet<string> {
    return this.catalog.placeholders;
  }

  /** Every file that could be read, to be kept. */
  get files(): readonly RuleFile[] {
    return this.catalog.files;
  }

  /**
   * Answers a question about the rules there are, in the middle of a job too. Null where there are none, or where others
   * took their place meanwhile.
   */
  async answer(question: Question): Promise<Answer<QuestionKind> | null> {
    const { catalog, answerer } = this;
    if (catalog.rules.length === 0) return null;
    const answer = await answerer.answer(question);
    return catalog === this.catalog ? answer : null;
  }

  /** Forgets all rules. */
  clear(): void {
    this.replace(new Catalog());
  }

  /** Reads and compiles files in place of the rules there are. False where it was stopped: those stay. */
  async load(source: RuleFiles, alive: Turn, options: CatalogOptions = {}): Promise<boolean> {
    const catalog = new Catalog({ ...options, onBacktracking: this.beacon.hear });
    const turns = new Turns(alive);
    const telling = new Every(TELL);
    let done = 0;
    this.post({ kind: 'loading', done, total: source.total });
    for await (const file of source.files()) {
      catalog.add(file);
      done++;
      if (telling.isDue()) this.post({ kind: 'loading', done, total: source.total });
      if (turns.isOver && !(await turns.goOn())) return false;
    }
    this.post({ kind: 'loading', done, total: source.total });
    this.replace(catalog);
    return true;
  }

  /** Runs every rule over every event of the text; tells hits as they are found. Null where it was stopped. */
  async run(
    events: string,
    options: {
      readonly ignoreLogsource: boolean;
      readonly mapping?: FieldMapping;
      readonly format?: EventFormat | undefined;
    },
    alive: Turn,
  ): Promise<RunEnd | null> {
    this.beacon.forget();
    const set = this.setFor(options);
    const reader = new EventReader(events, options.format);
    const turns = new Turns(alive);
    const telling = new Every(TELL);
    let [read, unreadable, hits] = [0, 0, 0];
    let rules: number[] = [];
    let hitEvents: number[] = [];
    const tell = () => {
      if (rules.length > 0)
        this.post({ kind: 'hits', rules: Uint32Array.from(rules), events: Uint32Array.from(hitEvents) });
      rules = [];
      hitEvents = [];
      const share = events.length === 0 ? 1 : reader.position / events.length;
      this.post({ kind: 'running', events: read, share });
    };
    for (let slice = reader.next(); slice; slice = reader.next()) {
      if (!slice.event) unreadable++;
      else
        for (const rule of set.match(slice.event)) {
          rules.push(rule);
          hitEvents.push(read);
          hits++;
        }
      read++;
      if (telling.isDue()) tell();
      if (turns.isOver && !(await turns.goOn())) return null;
    }
    tell();
    return { events: read, unreadable, hits };
  }

  private replace(catalog: Catalog): void {
    this.catalog = catalog;
    this.answerer = new Answerer(catalog, this.turn);
    this.set = null;
  }

  /** Building a set takes longer than a short run; it is kept. */
  private setFor(options: SetOptions): RuleSet {
    const key = JSON.stringify([options.ignoreLogsource, Object.entries(options.mapping ?? {})]);
    if (this.set?.key !== key) this.set = { key, rules: new RuleSet(this.catalog.plans, options) };
    return this.set.rules;
  }
}

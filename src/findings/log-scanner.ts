import {
  CatalogEngine,
  type CatalogMessage,
  type CatalogOptions,
  type RuleFile,
  type RuleFiles,
  type RunOptions,
} from '../catalog';
import type { LogPiecePlace, LogSource } from '../log';
import type { Turn } from '../turns';
import { ShareCollector, type ShareHits } from './share-hits';

/** A share of a log that is to be scanned. */
export interface LogShare {
  readonly share: number;
  /** Its file among those of the log. */
  readonly file: number;
  readonly place: LogPiecePlace;
  /** The time of each of its events, in milliseconds since 1970; not a number where there is none. */
  readonly times: Float64Array;
}

/** The rules of a catalog for a scanner: the same texts under the same options give the same positions. */
export interface ScannedRules {
  readonly files: readonly RuleFile[];
  readonly options: CatalogOptions;
}

/** All rules of a catalog over shares of a log, in any order. The verdicts are those of a run of that catalog. */
export class LogScanner {
  private readonly engine: CatalogEngine;
  private source: LogSource | null = null;

  constructor(post: (message: CatalogMessage) => void, turn: Turn) {
    this.engine = new CatalogEngine(post, turn);
  }

  /** Reads the rules and opens the log. Gives the number of rules; null if it was stopped. */
  async open(rules: ScannedRules, source: LogSource, alive: Turn): Promise<number | null> {
    const { files, options } = rules;
    const all: RuleFiles = { total: files.length, files: () => files };
    this.source = source;
    return (await this.engine.load(all, alive, options)) ? this.engine.rules.length : null;
  }

  /** Rules that another scanner found guilty. */
  without(positions: Iterable<number>): void {
    this.engine.without(positions);
  }

  /** What all rules find in a share; null if it was stopped. `tell` hears how many of its events are done. */
  async scan(
    { share, file, place, times }: LogShare,
    options: RunOptions,
    alive: Turn,
    tell: (events: number) => void = () => {},
  ): Promise<ShareHits | null> {
    if (!this.source) throw new Error('No log is open.');
    const { slices } = await this.source.read(place);
    const first = place.resumed.index;
    const found = new ShareCollector(share, file, (number) => times[number - first] ?? Number.NaN);
    const counts = await this.engine.runOver(
      { first, slices, tell, hit: (rule, number, event) => found.add(rule, number, event) },
      options,
      alive,
    );
    return counts && found.end(counts);
  }
}

import {
  byStart,
  CorrelationStream,
  FileTimes,
  type GroupKey,
  type LeftOut,
  latestOf,
  type OwnTime,
  type TimeFacts,
} from '../../match';
import type { Collection } from '../../rule';
import { LEFT_OUT } from '../left-out';
import { SetAside } from './set-aside';
import type { KeptMatch, MatchLine, RuleFacts } from './share';

/** A text with correlations, compiled, and the position of its first rule. */
export interface Correlating {
  readonly collection: Collection;
  readonly first: number;
}

/** Where a match of a correlation or a problem of one goes. */
export interface FiringsHost {
  found(rule: RuleFacts, line: MatchLine): void;
  warn(line: string): void;
}

/** A firing as it is kept until all are known. */
interface KeptFiring {
  readonly start: number;
  readonly key: GroupKey;
  readonly members: Float64Array;
}

/** Events of a file that match and do not count. */
interface Uncounted {
  count: number;
  first: number;
}

/** What is found of a text with correlations. */
class Found {
  readonly firings: KeptFiring[][];
  /** For each correlation: by reason, by file. */
  readonly leftOut: Map<LeftOut['reason'], Map<number, Uncounted>>[];
  readonly stream: CorrelationStream;

  constructor({ collection }: Correlating, fileOf: (event: number) => number) {
    this.firings = collection.correlations.map(() => []);
    this.leftOut = collection.correlations.map(() => new Map());
    this.stream = new CorrelationStream(collection, {
      fired: ({ correlation, start, key, members }) => {
        if (!collection.correlations[correlation]!.ownVerdict) return;
        const events = Float64Array.from(members, ({ event }) => event);
        this.firings[correlation]!.push({ start, key, members: events });
      },
      leftOut: (correlation, { event, reason }) => {
        const byFile = this.leftOut[correlation]!.get(reason) ?? new Map<number, Uncounted>();
        this.leftOut[correlation]!.set(reason, byFile);
        const file = fileOf(event);
        const out = byFile.get(file) ?? { count: 0, first: event };
        byFile.set(file, { count: out.count + 1, first: Math.min(out.first, event) });
      },
    });
  }
}

/**
 * Correlations over all files of a run, as one stretch of time: the order of files and events does not matter. Of the events that
 * match their rules, times and the fields that they ask for are set aside until all files are read, and then go by in the order
 * of time. A time that depends on other events is known only then, and its match waits in memory.
 */
export class Firings {
  private readonly files: { readonly name: string; readonly first: number; readonly times: FileTimes }[] = [];
  private readonly aside: SetAside;
  private readonly unsure: { readonly match: KeptMatch; readonly event: number }[] = [];
  private events = 0;

  constructor(
    private readonly correlating: readonly Correlating[],
    inMemory?: number,
  ) {
    this.aside = new SetAside(inMemory);
  }

  /** The next file begins. */
  file(name: string): void {
    this.files.push({ name, first: this.events, times: new FileTimes() });
  }

  /** Takes what is kept of a share, whose first event is the file's event `first`. */
  add(matches: readonly KeptMatch[], times: TimeFacts | null, first: number, events: number): void {
    const file = this.files.at(-1)!;
    if (times) file.times.add(times);
    const begin = file.first + first;
    for (const match of matches)
      if (!isSure(match.time)) this.unsure.push({ match, event: begin + match.event });
    const sure = matches.filter(({ time }) => isSure(time));
    this.aside.add(
      sure.map(({ position, event, time, fields }) => ({
        position,
        event: begin + event,
        micros: time.micros,
        fields,
      })),
    );
    this.events = Math.max(this.events, begin + events);
  }

  /** Tells all firings; `lacks`: some rule of a text was left out. */
  tell(host: FiringsHost, lacks: (correlating: Correlating) => boolean): void {
    const all = this.found();
    for (const [i, correlating] of this.correlating.entries()) {
      const { correlations } = correlating.collection;
      if (lacks(correlating)) {
        for (const { title } of correlations)
          host.warn(
            `error: "${title}" is not evaluated, because a rule of its file was left out. [rule-left-out]`,
          );
        continue;
      }
      const { firings, leftOut } = all[i]!;
      for (const [correlation, { ownVerdict, id, title, level }] of correlations.entries()) {
        if (!ownVerdict) continue;
        const facts = { id, title, level, ownVerdict };
        for (const { members, key } of firings[correlation]!.sort(byStart()))
          host.found(facts, this.line(facts, [...members], key));
        for (const [reason, why] of Object.entries(LEFT_OUT))
          this.warn(leftOut[correlation]!.get(reason as LeftOut['reason']), `in "${title}": ${why}.`, host);
      }
    }
  }

  /** Forgets what was set aside. */
  close(): void {
    this.aside.close();
  }

  /** Lets all matches go by in the order of time. */
  private found(): readonly Found[] {
    const latest = latestOf(this.files.map(({ times }) => times));
    this.aside.add(
      this.unsure.map(({ match: { position, time, fields }, event }) => {
        const file = this.fileOf(event);
        return { position, event, micros: this.files[file]!.times.micros(time, latest[file]!), fields };
      }),
    );
    const all = this.correlating.map((one) => new Found(one, (event) => this.fileOf(event)));
    for (const { matches, next } of this.aside.inOrder()) {
      for (const { position, event, micros, fields } of matches) {
        const i = this.correlating.findLastIndex((one) => one.first <= position);
        all[i]!.stream.take(position - this.correlating[i]!.first, event, micros, fields);
      }
      if (next !== null) for (const { stream } of all) stream.advance(next);
    }
    const last = this.files.reduce(
      (newest, { times }, i) => Math.max(newest, times.last(latest[i]!)),
      Number.NEGATIVE_INFINITY,
    );
    for (const { stream } of all) stream.end(last);
    return all;
  }

  private line({ id, title }: RuleFacts, members: readonly number[], key: GroupKey): MatchLine {
    const files = members.map((event) => this.fileOf(event));
    const last = files.at(-1)!;
    const events = members.map((event, i) => event - this.files[files[i]!]!.first);
    const isOne = files.every((file) => file === last);
    return {
      rule: id,
      title,
      file: this.files[last]!.name,
      event: events.at(-1)!,
      selections: [],
      events,
      ...(isOne ? {} : { files: files.map((file) => this.files[file]!.name) }),
      key,
    };
  }

  /** Warns of events that match and do not count, once for each file. */
  private warn(byFile: ReadonlyMap<number, Uncounted> | undefined, why: string, host: FiringsHost): void {
    for (const [file, { count, first }] of [...(byFile ?? [])].sort(([a], [b]) => a - b)) {
      const { name, first: begin } = this.files[file]!;
      const told =
        count === 1 ? '1 event matches but is not counted' : `${count} events match but are not counted`;
      host.warn(`${name}#${first - begin}: warning: ${told} ${why} [correlation-left-out]`);
    }
  }

  private fileOf(event: number): number {
    let [low, high] = [0, this.files.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.files[middle]!.first <= event) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

function isSure({ dates, place }: OwnTime): boolean {
  return dates.length === 0 && place === null;
}

import { FileTimes, type GroupKey, KeptMatches, latestOf, type OwnTime, type TimeFacts } from '../../match';
import type { Collection } from '../../rule';
import { LEFT_OUT } from '../left-out';
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

/**
 * Correlations over all files of a run, as one stretch of time. Of the events that match their rules, only times and the
 * fields that they ask for are kept, until all files are read: so the order of files and events does not matter.
 */
export class Firings {
  private readonly kept: readonly KeptMatches[];
  private readonly files: { readonly name: string; readonly first: number; readonly times: FileTimes }[] = [];
  /** Of kept events, by their number over all files: the time in microseconds, or what it depends on. */
  private readonly times = new Map<number, number | OwnTime | null>();
  private readonly texts = new Map<string, string>();
  private events = 0;

  constructor(private readonly correlating: readonly Correlating[]) {
    this.kept = correlating.map(({ collection }) => new KeptMatches(collection));
  }

  /** The next file begins. */
  file(name: string): void {
    this.files.push({ name, first: this.events, times: new FileTimes() });
  }

  /** Takes what is kept of a share, whose first event is the file's event `first`. */
  add(matches: readonly KeptMatch[], times: TimeFacts | null, first: number, events: number): void {
    const file = this.files.at(-1)!;
    if (times) file.times.add(times);
    for (const { position, event, time, fields } of matches) {
      const i = this.correlating.findLastIndex((one) => one.first <= position);
      const number = file.first + first + event;
      const isSure = time.dates.length === 0 && time.place === null;
      this.times.set(number, isSure ? time.micros : time);
      const [counted, shared] = [this.shared(fields.counted), this.shared(fields.shared)];
      this.kept[i]!.add(position - this.correlating[i]!.first, number, { counted, shared });
    }
    this.events = Math.max(this.events, file.first + first + events);
  }

  /** Tells all firings; `lacks`: some rule of a text was left out. */
  tell(host: FiringsHost, lacks: (correlating: Correlating) => boolean): void {
    const latest = latestOf(this.files.map(({ times }) => times));
    const time = (event: number) => {
      const own = this.times.get(event) ?? null;
      if (own === null || typeof own === 'number') return own;
      const file = this.fileOf(event);
      return this.files[file]!.times.micros(own, latest[file]!);
    };
    const last = this.files.reduce(
      (newest, { times }, i) => Math.max(newest, times.last(latest[i]!)),
      Number.NEGATIVE_INFINITY,
    );
    for (const [i, correlating] of this.correlating.entries()) {
      const { correlations } = correlating.collection;
      if (lacks(correlating)) {
        for (const { title } of correlations)
          host.warn(
            `error: "${title}" is not evaluated, because a rule of its file was left out. [rule-left-out]`,
          );
        continue;
      }
      for (const { correlation, firings, leftOut } of this.kept[i]!.correlate(time, last)) {
        const { ownVerdict, id, title, level } = correlations[correlation]!;
        if (!ownVerdict) continue;
        const facts = { id, title, level, ownVerdict };
        for (const { members, key } of firings)
          host.found(
            facts,
            this.line(
              facts,
              members.map(({ event }) => event),
              key,
            ),
          );
        for (const [reason, why] of Object.entries(LEFT_OUT))
          this.warn(
            leftOut.flatMap((one) => (one.reason === reason ? one.event : [])),
            `in "${title}": ${why}.`,
            host,
          );
      }
    }
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
  private warn(events: readonly number[], why: string, host: FiringsHost): void {
    const byFile = new Map<number, number[]>();
    for (const event of events) {
      const file = this.fileOf(event);
      const out = byFile.get(file);
      if (out) out.push(event);
      else byFile.set(file, [event]);
    }
    for (const [file, out] of byFile) {
      const { name, first } = this.files[file]!;
      const count =
        out.length === 1
          ? '1 event matches but is not counted'
          : `${out.length} events match but are not counted`;
      host.warn(`${name}#${out[0]! - first}: warning: ${count} ${why} [correlation-left-out]`);
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

  /** Texts that stand in many events are kept once. */
  private shared(texts: readonly (string | null)[]): (string | null)[] {
    return texts.map((text) => {
      if (text === null) return null;
      const known = this.texts.get(text);
      if (known !== undefined) return known;
      this.texts.set(text, text);
      return text;
    });
  }
}

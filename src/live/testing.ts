import type { AuthorAsk } from '../authoring';
import { VERDICTS } from '../match';
import { LiveEngine } from './live-engine';
import type { LiveMessage } from './messages';
import { LIVE_PANELS } from './on-screen';

/*
 * Rules, events and a user, for tests.
 */

type Of<K extends LiveMessage['kind']> = Extract<LiveMessage, { kind: K }>;

/** A rule that looks for a value of `k`. */
export const rule = (name: string, k: string, more = '') =>
  `title: ${name.toUpperCase()}\nname: ${name}\nlogsource: {product: test}\ndetection:\n    s: {k: ${k}}\n    condition: s\n${more}`;
export const FAILS = rule('fails', 'fail');
export const WORKS = rule('works', 'ok');
export const COUNT =
  'title: Count\ncorrelation: {type: event_count, rules: [fails], group-by: [u], timespan: 1m, condition: {gte: 3}}\n';
export const FILTER =
  'title: No robots\nlogsource: {product: test}\nfilter: {rules: [fails], selection: {u: robot}, condition: not selection}\n';
/** A text with several documents. */
export const text = (...documents: readonly string[]) => documents.join('---\n');

const at = (second: number) => new Date(1_700_000_000_000 + second * 1000).toISOString();
export const EVENTS = [
  { '@timestamp': at(0), k: 'fail', u: 'ann' },
  { '@timestamp': at(10), k: 'fail', u: 'ann' },
  { '@timestamp': at(20), k: 'ok', u: 'ann' },
  { '@timestamp': at(30), k: 'fail', u: 'ann' },
  { '@timestamp': at(40), k: 'fail', u: 'robot' },
  { '@timestamp': at(50), k: 'fail' },
]
  .map((event) => JSON.stringify(event))
  .join('\n');

/** A user at work, and everything that the engine posts about the newest run. */
export class Person {
  messages: LiveMessage[] = [];
  readonly engine: LiveEngine;

  constructor(clock?: () => number) {
    this.engine = new LiveEngine((message) => this.messages.push(message), clock);
  }

  async asks(ruleText: string, document = 0, alive = async () => true, events = EVENTS) {
    this.messages = [];
    const settings = { ignoreLogsource: false, placeholders: {} };
    await this.engine.run(
      ruleText,
      events,
      settings,
      { event: 0, visible: null, document, open: LIVE_PANELS },
      alive,
    );
    return this;
  }

  /** What is written from the events, for the last run's rule and events. */
  async writes(ask: AuthorAsk) {
    await this.engine.author(ask);
    return this.get('authored').answer;
  }

  get<K extends LiveMessage['kind']>(kind: K): Of<K> {
    return this.messages.findLast((m): m is Of<K> => m.kind === kind)!;
  }

  get kinds(): string[] {
    return this.messages.map((m) => m.kind);
  }

  get matches(): number[] {
    const { codes } = this.get('verdicts').verdicts;
    return [...codes].flatMap((code, i) => (VERDICTS[code] === 'match' ? [i] : []));
  }

  get title(): string | undefined {
    return this.get('rule').info?.title;
  }
}

import type { Paper } from '../../export';
import { paperMarkdown } from '../../export';
import { count, csvLine } from '../../text';
import { cell } from '../printable';
import type { Terminal } from '../terminal';
import type { MatchLine, RuleFacts } from './share';

/** How matches are written. */
export const MATCH_FORMATS = ['text', 'jsonl', 'csv', 'md'] as const;
export type MatchFormat = (typeof MATCH_FORMATS)[number];

/** Events of each rule that a report shows. */
export const SHOWN = 3;

/** What a report says of the run as a whole. */
export interface RunFacts {
  readonly rules: number;
  readonly files: number;
  readonly events: number;
}

/** Writes matches as they come. */
export interface Findings {
  /** `text`: the beginning of the event's text. */
  take(rule: RuleFacts, line: MatchLine, text?: string): void;
  end(facts: RunFacts): void;
}

/** Writes matches in a format. */
export function findingsIn(format: MatchFormat, terminal: Terminal): Findings {
  if (format === 'md') return new Report(terminal);
  if (format === 'csv') return new Table(terminal);
  const written = format === 'text' ? tabbed : (line: MatchLine) => JSON.stringify(line);
  return { take: (_, line) => terminal.out(written(line)), end: () => {} };
}

function tabbed({ rule, title, file, event, selections }: MatchLine): string {
  return [`${file}#${event}`, title, String(rule), selections.join()].map(cell).join('\t');
}

const COLUMNS = ['file', 'event', 'level', 'title', 'rule', 'selections', 'events', 'group'];

class Table implements Findings {
  private hasHead = false;

  constructor(private readonly terminal: Terminal) {}

  take({ level }: RuleFacts, line: MatchLine): void {
    this.head();
    const { file, event, title, rule, selections, key } = line;
    const group = key ? Object.entries(key).map(([name, value]) => `${name}=${value}`) : [];
    const cells = [file, String(event), level ?? '', title, rule ?? ''];
    this.terminal.out(csvLine([...cells, selections.join(), members(line).join(' '), group.join(' ')]));
  }

  end(): void {
    this.head();
  }

  private head(): void {
    if (!this.hasHead) this.terminal.out(csvLine(COLUMNS));
    this.hasHead = true;
  }
}

/** The events of a firing, with their files where they are in several. */
function members({ events = [], files }: MatchLine): string[] {
  return events.map((event, i) => (files ? `${files[i]}#${event}` : String(event)));
}

/** What a report keeps of a rule. */
interface Found {
  readonly rule: RuleFacts;
  count: number;
  readonly first: { readonly line: MatchLine; readonly text: string | undefined }[];
}

const LEVELS = ['critical', 'high', 'medium', 'low', 'informational'];

/** Findings by rule, written when everything is known. */
class Report implements Findings {
  private readonly found = new Map<RuleFacts, Found>();

  constructor(private readonly terminal: Terminal) {}

  take(rule: RuleFacts, line: MatchLine, text?: string): void {
    let found = this.found.get(rule);
    if (!found) {
      found = { rule, count: 0, first: [] };
      this.found.set(rule, found);
    }
    found.count++;
    if (found.first.length < SHOWN) found.first.push({ line, text });
  }

  end(facts: RunFacts): void {
    const rank = ({ rule }: Found) => LEVELS.indexOf(rule.level ?? '') + 1 || LEVELS.length + 1;
    const all = [...this.found.values()].sort((a, b) => rank(a) - rank(b) || b.count - a.count);
    for (const line of paperMarkdown(reportOf(all, facts)).trimEnd().split('\n')) this.terminal.out(line);
  }
}

function reportOf(all: readonly Found[], { rules, files, events }: RunFacts): Paper {
  const matches = all.reduce((sum, one) => sum + one.count, 0);
  const sum = `${count(events, 'event')} in ${count(files, 'file')}, ${count(rules, 'rule')}: ${count(matches, 'match', 'matches')} of ${count(all.length, 'rule')}.`;
  return {
    title: 'Findings',
    blocks: [
      { kind: 'paragraph', words: [sum] },
      ...(all.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              name: 'Findings by rule',
              head: ['Rule', 'Level', 'Matches'],
              rows: all.map(({ rule, count: n }) => [
                [rule.title],
                [rule.level ?? '–'],
                [n.toLocaleString('en')],
              ]),
            },
          ]),
      ...all.flatMap(({ rule, count: n, first }) => [
        { kind: 'heading' as const, level: 2 as const, words: [rule.title] },
        {
          kind: 'facts' as const,
          rows: [
            ['Rule', [rule.id ? { code: rule.id } : 'without an id']],
            ['Level', [rule.level ?? 'none']],
            [
              'Matches',
              [
                n > first.length
                  ? `${n.toLocaleString('en')}, of which the first ${first.length}:`
                  : n.toLocaleString('en'),
              ],
            ],
          ] as const,
        },
        ...first.flatMap(({ line, text }) => blocksOf(line, text)),
      ]),
    ],
  };
}

function blocksOf(line: MatchLine, text: string | undefined): Paper['blocks'] {
  const place = { code: `${line.file}#${line.event}` };
  const selections = line.selections.length > 0 ? [' (', line.selections.join(', '), ')'] : [];
  const key = line.key ? Object.entries(line.key).map(([name, value]) => `${name}=${value}`) : [];
  const group = key.length > 0 ? [' for ', { code: key.join(' ') }] : [];
  const of = line.events ? [`${count(line.events.length, 'event')}, the last `] : [];
  const paragraph = { kind: 'paragraph' as const, words: [...of, place, ...group, ...selections] };
  if (text === undefined) return [paragraph];
  const language = /^\s*[[{]/.test(text) ? ('json' as const) : ('text' as const);
  return [paragraph, { kind: 'code', name: 'Event', language, text, marks: [], selections: [], more: 0 }];
}

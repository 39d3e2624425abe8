import { LEVELS } from '../catalog';
import { paperMarkdown } from '../export';
import { count, csvText } from '../text';
import type { FoundEvent, NameTable } from './counted';
import type { FoundRule } from './filter';
import type { CountedFindings } from './tables';

/** How many hits are written in one step. */
const STEP = 2000;

/** How many rows a table of a report has at most. */
const REPORTED = 50;

/** What a report says that the findings are of. */
export interface ReportFacts {
  readonly log: string;
  /** How many files the log has. */
  readonly files: number;
  readonly catalog: string;
  /** Further sentences: under which filter they are, what was left out. */
  readonly notes: readonly string[];
}

const HEAD = [
  'time',
  'level',
  'rule',
  'rule id',
  'techniques',
  'host',
  'user',
  'event',
  'file of the rule',
  'file of the log',
];

/** The hits as CSV, in parts. */
export function* findingsCsv(found: CountedFindings, rules: readonly FoundRule[]): Generator<string> {
  yield csvText([HEAD]);
  for (const rows of inSteps(found))
    yield csvText(
      rows.map((row) => {
        const { title, id, level, techniques, path } = rules[row.rule]!;
        const event = String(row.number + 1);
        return [
          timeOf(row.time),
          level,
          title,
          id ?? '',
          techniques.join(' '),
          row.host,
          row.user,
          event,
          path,
          row.file,
        ];
      }),
    );
}

/** The hits as JSON Lines, in parts. */
export function* findingsLines(found: CountedFindings, rules: readonly FoundRule[]): Generator<string> {
  for (const rows of inSteps(found))
    yield rows
      .map((row) => {
        const { title, id, level, techniques, path } = rules[row.rule]!;
        const { host, user, file } = row;
        const time = row.time === null ? null : timeOf(row.time);
        const rule = { title, id, level, techniques, path };
        return `${JSON.stringify({ time, event: row.number + 1, file, host: host || null, user: user || null, rule })}\n`;
      })
      .join('');
}

/** The findings as a report in Markdown: counts, and the first events of each rule. */
export function findingsReport(
  found: CountedFindings,
  rules: readonly FoundRule[],
  facts: ReportFacts,
): string {
  const { tables, firstEvents } = found;
  const { hits, events, levels } = tables;
  // Of the tables, only the one by rule is under a filter of its own: it has other rules than the findings.
  const own = tables.rules.filter(({ rule }) => firstEvents.has(rule));
  const hasFiles = facts.files > 1;
  return paperMarkdown({
    title: `Findings in ${facts.log}`,
    blocks: [
      {
        kind: 'facts',
        rows: [
          ['Log', [facts.log]],
          ['Rules', [facts.catalog]],
          [
            'Findings',
            [
              `${count(hits, 'match', 'matches')} of ${count(own.length, 'rule')} in ${count(events, 'event')}`,
            ],
          ],
        ],
      },
      ...facts.notes.map((note) => ({ kind: 'paragraph' as const, words: [note] })),
      ...tableOf('By level', 'Level', {
        rows: LEVELS.flatMap((name, i) => (levels[i] ? [{ name, count: levels[i] }] : [])),
        names: levels.filter((n) => n > 0).length,
      }),
      ...tableOf('By technique', 'Technique', tables.techniques),
      ...tableOf('By host', 'Host', tables.hosts),
      ...tableOf('By user', 'User', tables.users),
      ...(hasFiles ? tableOf('By file', 'File', tables.files) : []),
      { kind: 'heading', level: 2, words: ['Rules'] },
      ...own.flatMap(({ rule, count: matches, first, last }) => {
        const { title, level, path } = rules[rule]!;
        const shown = firstEvents.get(rule)!;
        const span = first === null ? '' : `, from ${timeOf(first)} to ${timeOf(last)}`;
        return [
          { kind: 'heading' as const, level: 3 as const, words: [title] },
          {
            kind: 'paragraph' as const,
            words: [`Level ${level}; ${count(matches, 'match', 'matches')}${span}. `, { code: path }],
          },
          {
            kind: 'table' as const,
            name: 'First events',
            head: ['Event', 'Time', 'Host', 'User', ...(hasFiles ? ['File'] : [])],
            rows: shown.map((row) => [
              [(row.number + 1).toLocaleString('en')],
              [timeOf(row.time)],
              [row.host],
              [row.user],
              ...(hasFiles ? [[row.file]] : []),
            ]),
          },
        ];
      }),
    ],
  });
}

function tableOf(title: string, head: string, { rows, names }: NameTable) {
  if (rows.length === 0) return [];
  const more = names - Math.min(rows.length, REPORTED);
  return [
    { kind: 'heading' as const, level: 2 as const, words: [title] },
    {
      kind: 'table' as const,
      name: title,
      head: [head, 'Findings'],
      rows: rows
        .slice(0, REPORTED)
        .map(({ name, count: n }) => [[name || '(not named)'], [n.toLocaleString('en')]]),
    },
    ...(more > 0 ? [{ kind: 'paragraph' as const, words: [`And ${more.toLocaleString('en')} more.`] }] : []),
  ];
}

function* inSteps(found: CountedFindings): Generator<FoundEvent[]> {
  for (let from = 0; from < found.tables.hits; from += STEP) yield found.rows(from, from + STEP);
}

function timeOf(time: number | null): string {
  return time === null ? '' : new Date(time).toISOString();
}

import { type Export, lines } from './export';

/* Tables that are neither CSV nor objects: rows as lists in JSON, and tables drawn for a screen. */

const COLUMNS = ['@timestamp', 'host.name', 'process.executable', 'process.command_line'];
const FIRST = ['2026-03-02T08:09:10.111Z', 'lab-3', 'C:\\Tools\\probe.exe', 'probe.exe "a & b"'];
const SECOND = ['2026-03-02T08:09:11.111Z', null, 'C:\\Tools\\other.exe', 'other.exe'];
const named = (key: string, names = COLUMNS) => names.map((name) => ({ [key]: name, type: 'keyword' }));
const OF_ROWS: Export['events'] = [
  [
    'ECS process start',
    { 'host.name': 'lab-3', 'process.executable': FIRST[2], 'process.command_line': FIRST[3] },
  ],
  ['ECS process start', { 'host.name': undefined, 'process.command_line': 'other.exe' }],
];
const LOGS = ['TimeGenerated', 'Computer', 'EventID', 'Channel', 'NewProcessName'];
const LOG = ['2026-03-02T08:09:10Z', 'lab-3.example', 4688, 'Security', 'C:\\Tools\\probe.exe'];
const OF_LOG: Export['events'] = [
  ['Security 4688', { NewProcessName: 'C:\\Tools\\probe.exe', EventID: 4688 }],
];
const TRAIL =
  '{"eventVersion":"1.08","eventSource":"iam.amazonaws.com","eventName":"CreateUser","awsRegion":"x","eventTime":"2026-03-02T08:09:10Z"}';

const ROWS: readonly Export[] = [
  {
    tool: 'Elasticsearch',
    form: '`_query`, `columns` and `values`',
    since: '8.11',
    text: JSON.stringify({ took: 3, columns: named('name'), values: [FIRST, SECOND] }),
    events: OF_ROWS,
  },
  {
    tool: 'Elasticsearch',
    form: 'SQL, `columns` and `rows`',
    text: `${JSON.stringify({ columns: named('name'), rows: [FIRST, SECOND], cursor: 'x' }, null, 2)}\n`,
    events: OF_ROWS,
  },
  {
    tool: 'OpenSearch',
    form: 'SQL and PPL, `schema` and `datarows`',
    text: JSON.stringify({
      schema: named('name'),
      datarows: [FIRST, SECOND],
      total: 2,
      size: 2,
      status: 200,
    }),
    events: OF_ROWS,
  },
  {
    tool: 'Splunk',
    form: 'REST, `output_mode=json_rows`',
    text: JSON.stringify({ preview: false, init_offset: 0, fields: COLUMNS, rows: [FIRST, SECOND] }),
    events: OF_ROWS,
  },
  {
    tool: 'Log Analytics',
    form: 'API, `tables`',
    text: `${JSON.stringify({ tables: [{ name: 'PrimaryResult', columns: named('name', LOGS), rows: [LOG] }] }, null, 2)}\n`,
    events: OF_LOG,
  },
  {
    tool: 'Kusto',
    form: 'API v1, `Tables`',
    text: JSON.stringify({
      Tables: [{ TableName: 'Table_0', Columns: named('ColumnName', LOGS), Rows: [LOG] }],
    }),
    events: OF_LOG,
  },
  {
    tool: 'aws',
    form: '`logs get-query-results`',
    text: `${JSON.stringify(
      {
        results: [
          [
            { field: '@timestamp', value: '2026-03-02 08:09:10.111' },
            { field: '@message', value: TRAIL },
          ],
        ],
        statistics: { recordsMatched: 1 },
        status: 'Complete',
      },
      null,
      4,
    )}\n`,
    events: [['AWS CloudTrail', { eventName: 'CreateUser', '@timestamp': '2026-03-02 08:09:10.111' }]],
  },
  {
    tool: 'BigQuery',
    form: 'API, `schema` and `rows`',
    text: JSON.stringify({
      kind: 'bigquery#queryResponse',
      schema: { fields: named('name') },
      totalRows: '2',
      rows: [FIRST, SECOND].map((row) => ({ f: row.map((v) => ({ v })) })),
    }),
    events: OF_ROWS,
  },
  {
    tool: 'pandas',
    form: "`to_json(orient='split')`",
    text: JSON.stringify({ columns: COLUMNS, index: [0, 1], data: [FIRST, SECOND] }),
    events: OF_ROWS,
  },
  {
    tool: 'any program',
    form: 'a list of lists, the first of names',
    text: JSON.stringify([LOGS, LOG], null, 1),
    events: OF_LOG,
  },
];

const DRAWN: Export['events'] = [
  ['Security 4688', { Computer: 'lab-3', NewProcessName: 'C:\\Tools\\a | b.exe', EventID: '4688' }],
  ['Security 4688', { Computer: 'lab-4', NewProcessName: undefined, EventID: '4688' }],
];
const CELLS = [
  ['Time', 'Computer', 'EventID', 'Channel', 'NewProcessName'],
  ['2026-03-02 08:09:10', 'lab-3', '4688', 'Security', 'C:\\Tools\\a | b.exe'],
  ['2026-03-02 08:09:11', 'lab-4', '4688', 'Security', ''],
] as const;
const WIDTHS = CELLS[0].map((_, i) => Math.max(...CELLS.map((row) => row[i]!.length)));
const padded = (row: readonly string[]) => row.map((cell, i) => cell.padEnd(WIDTHS[i]!));
const dashes = (dash: string, more = 2) => WIDTHS.map((width) => dash.repeat(width + more));
const [HEAD, ...BODY] = CELLS.map(padded) as [string[], ...string[][]];
const barred = (bar: string) => (row: readonly string[]) => `${bar} ${row.join(` ${bar} `)} ${bar}`;
const ruled = (left: string, cross: string, right: string, dash: string) =>
  `${left}${dashes(dash).join(cross)}${right}`;
const TYPES = padded(['timestamp', 'varchar', 'int64', 'varchar', 'varchar']);
const edge = ruled('+', '+', '+', '-');

const SCREEN: readonly Export[] = [
  {
    tool: 'psql',
    form: 'aligned table',
    text: lines(
      ` ${HEAD.join(' | ')} `,
      dashes('-').join('+'),
      ...BODY.map((row) => ` ${row.join(' | ').trimEnd()}`),
      '(2 rows)',
    ),
    events: DRAWN,
  },
  {
    tool: 'psql',
    form: 'aligned table, cells over several lines',
    text: lines(
      '      Time       | EventID | Channel  |   NewProcessName   |    CommandLine     ',
      '-----------------+---------+----------+--------------------+--------------------',
      ' 2026-03-02 08:1 |    4688 | Security | C:\\Tools\\probe.exe | probe.exe "one    +',
      '                 |         |          |                    |   two" | more     +',
      '                 |         |          |                    | three',
      ' 2026-03-02 08:2 |    4688 | Security | C:\\Tools\\other.exe | other.exe',
      '(2 rows)',
    ),
    events: [
      ['Security 4688', { CommandLine: 'probe.exe "one\n  two" | more\nthree', EventID: '4688' }],
      ['Security 4688', { CommandLine: 'other.exe' }],
    ],
  },
  {
    tool: 'mysql',
    form: 'table',
    text: lines(edge, barred('|')(HEAD), edge, ...BODY.map(barred('|')), edge, '2 rows in set (0.01 sec)'),
    events: DRAWN,
  },
  {
    tool: 'DuckDB',
    form: '`.mode duckbox`',
    text: lines(
      ruled('┌', '┬', '┐', '─'),
      barred('│')(HEAD),
      barred('│')(TYPES),
      ruled('├', '┼', '┤', '─'),
      ...BODY.map(barred('│')),
      ruled('└', '┴', '┘', '─'),
    ),
    events: DRAWN,
  },
  {
    tool: 'SQLite',
    form: '`.mode box`',
    text: lines(
      ruled('┌', '┬', '┐', '─'),
      barred('│')(HEAD),
      ruled('├', '┼', '┤', '─'),
      ...BODY.map(barred('│')),
      ruled('└', '┴', '┘', '─'),
    ),
    events: DRAWN,
  },
  {
    tool: 'SQLite',
    form: '`.mode column`',
    text: lines(HEAD.join('  '), dashes('-', 0).join('  '), ...BODY.map((row) => row.join('  ').trimEnd())),
    events: DRAWN,
  },
  {
    tool: 'SQLite, DuckDB',
    form: '`.mode markdown`',
    text: lines(barred('|')(HEAD), ruled('|', '|', '|', '-'), ...BODY.map(barred('|'))),
    events: DRAWN,
  },
  {
    tool: 'any program',
    form: 'CSV with bars',
    text: lines(
      'EventID|Channel|NewProcessName',
      '4688|Security|C:\\Tools\\probe.exe',
      '4688|Security|"C:\\Tools\\a | b.exe"',
    ),
    events: [
      ['Security 4688', { NewProcessName: 'C:\\Tools\\probe.exe' }],
      ['Security 4688', { NewProcessName: 'C:\\Tools\\a | b.exe' }],
    ],
  },
  {
    tool: 'Get-WinEvent',
    form: '`Format-Table`, as it is shown',
    text: lines(
      '',
      '   ProviderName: Microsoft-Windows-Sysmon',
      '',
      'TimeCreated                     Id LevelDisplayName Message',
      '-----------                     -- ---------------- -------',
      '3/2/2026 8:09:10 AM              5 Information      Process terminated:',
      '3/2/2026 8:09:11 AM             22 Information      Dns query:',
      '',
      '',
      '   ProviderName: Microsoft-Windows-Security-Auditing',
      '',
      'TimeCreated                     Id LevelDisplayName Message',
      '-----------                     -- ---------------- -------',
      '3/2/2026 8:09:12 AM           4625 Information      An account failed to log on.',
      '',
    ),
    events: [
      ['Sysmon 5', { TimeCreated: '3/2/2026 8:09:10 AM', Message: 'Process terminated:', EventID: '5' }],
      ['Sysmon 22', { EventID: '22' }],
      ['Security 4625', { Provider_Name: 'Microsoft-Windows-Security-Auditing', EventID: '4625' }],
    ],
  },
];

export const TABLES: readonly Export[] = [...ROWS, ...SCREEN];

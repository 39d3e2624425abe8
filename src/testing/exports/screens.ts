import { type Export, lines } from './export';

/* Tables drawn for a screen, and CSV with bars. */

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

export const SCREENS: readonly Export[] = [
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
    form: '`.mode box`, cells over several lines',
    text: lines(
      '┌─────────┬──────────┬────────────────┐',
      '│ EventID │ Channel  │  CommandLine   │',
      '├─────────┼──────────┼────────────────┤',
      '│ 4688    │ Security │ probe.exe "one │',
      '│         │          │ two"           │',
      '├─────────┼──────────┼────────────────┤',
      '│ 4688    │ Security │ other.exe      │',
      '└─────────┴──────────┴────────────────┘',
    ),
    events: [
      ['Security 4688', { CommandLine: 'probe.exe "one\ntwo"' }],
      ['Security 4688', { CommandLine: 'other.exe' }],
    ],
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

import type { Export } from './export';

/* Tables in JSON: rows as lists. */

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

const OF_TEXT_LOG: Export['events'] = [
  ['Security 4688', { NewProcessName: 'C:\\Tools\\probe.exe', EventID: '4688' }],
];
const TABLES_OF_QUERY = ['Ordinal', 'Kind', 'Name', 'Id', 'PrettyName'];
const frame = (id: number, kind: string, name: string, columns: string[], rows: unknown[][]) => ({
  FrameType: 'DataTable',
  TableId: id,
  TableKind: kind,
  TableName: name,
  Columns: named('ColumnName', columns),
  Rows: rows,
});
const athena = (rows: readonly (readonly unknown[])[]) => ({
  UpdateCount: 0,
  ResultSet: {
    Rows: rows.map((row) => ({ Data: row.map((value) => ({ VarCharValue: String(value) })) })),
    ResultSetMetadata: {
      ColumnInfo: LOGS.map((Name) => ({ CatalogName: 'hive', Name, Label: Name, Type: 'varchar' })),
    },
  },
});

export const ROWS: readonly Export[] = [
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
    tool: 'Splunk',
    form: 'REST, `output_mode=json_cols`',
    text: JSON.stringify({
      preview: false,
      init_offset: 0,
      fields: COLUMNS,
      columns: COLUMNS.map((_, i) => [FIRST[i], SECOND[i]]),
    }),
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
    tool: 'Kusto',
    form: 'API v1, tables of the query behind the rows',
    text: JSON.stringify({
      Tables: [
        { TableName: 'Table_0', Columns: named('ColumnName', LOGS), Rows: [LOG] },
        { TableName: 'Table_1', Columns: named('ColumnName', ['Value']), Rows: [['{}']] },
        {
          TableName: 'Table_2',
          Columns: named('ColumnName', TABLES_OF_QUERY),
          Rows: [[0, 'QueryResult', 'x', 'y', '']],
        },
      ],
    }),
    events: OF_LOG,
  },
  {
    tool: 'Kusto',
    form: 'API v2, frames',
    text: `${JSON.stringify(
      [
        { FrameType: 'DataSetHeader', IsProgressive: false, Version: 'v2.0' },
        frame(
          0,
          'QueryProperties',
          '@ExtendedProperties',
          ['TableId', 'Key', 'Value'],
          [[1, 'Visualization', '{}']],
        ),
        frame(1, 'PrimaryResult', 'PrimaryResult', LOGS, [LOG]),
        frame(
          2,
          'QueryCompletionInformation',
          'QueryCompletionInformation',
          ['Timestamp', 'Level'],
          [['t', 4]],
        ),
        { FrameType: 'DataSetCompletion', HasErrors: false, Cancelled: false },
      ],
      null,
      2,
    )}\n`,
    events: OF_LOG,
  },
  {
    tool: 'Kusto',
    form: 'API v2, progressive frames',
    text: JSON.stringify([
      { FrameType: 'DataSetHeader', IsProgressive: true, Version: 'v2.0' },
      {
        FrameType: 'TableHeader',
        TableId: 1,
        TableKind: 'PrimaryResult',
        TableName: 'PrimaryResult',
        Columns: named('ColumnName', LOGS),
      },
      { FrameType: 'TableProgress', TableId: 1, TableProgress: 50 },
      { FrameType: 'TableFragment', TableFragmentType: 'DataAppend', TableId: 1, Rows: [LOG] },
      { FrameType: 'TableCompletion', TableId: 1, RowCount: 1 },
      { FrameType: 'DataSetCompletion', HasErrors: false, Cancelled: false },
    ]),
    events: OF_LOG,
  },
  {
    tool: 'aws',
    form: '`athena get-query-results`',
    text: `${JSON.stringify(athena([LOGS, LOG]), null, 4)}\n`,
    events: OF_TEXT_LOG,
  },
  {
    tool: 'aws',
    form: '`athena get-query-results`, a later page',
    text: JSON.stringify(athena([LOG])),
    events: OF_TEXT_LOG,
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

import {
  type Export,
  IN_XML,
  json,
  LOGON,
  lines,
  PROCESS_DATA,
  processXml,
  SECURITY_PROVIDER,
  SYSMON,
  table,
} from './export';

/* What Splunk, Elasticsearch and Kibana export and answer. */

const PROCESS = { Image: PROCESS_DATA.Image, CommandLine: PROCESS_DATA.CommandLine };
const FORWARDED = [
  '03/02/2026 08:09:10 AM',
  'LogName=Security',
  `SourceName=${SECURITY_PROVIDER}`,
  'EventCode=4625',
  'EventType=0',
  'ComputerName=lab-3.example',
  'Keywords=Audit Failure',
  `Message=${LOGON.join('\n')}`,
].join('\n');
const FAILED = { TargetUserName: 'marta', LogonType: '10', EventID: '4625', Computer: 'lab-3.example' };
const WINLOGBEAT = {
  '@timestamp': '2026-03-02T08:09:10.111Z',
  event: { code: '1', provider: 'Microsoft-Windows-Sysmon', created: '2026-03-02T08:09:11Z' },
  host: { name: 'lab-3' },
  winlog: {
    channel: SYSMON,
    event_id: '1',
    provider_name: 'Microsoft-Windows-Sysmon',
    computer_name: 'lab-3.example',
    event_data: PROCESS_DATA,
  },
};
const IN_WINLOG = { ...PROCESS, EventID: '1', Computer: 'lab-3.example' };
const SPLUNK = {
  EventCode: '1',
  ...PROCESS,
  _time: '2026-03-02T08:09:10.111+00:00',
  host: 'lab-3',
  source: `XmlWinEventLog:${SYSMON}`,
  sourcetype: 'XmlWinEventLog',
};
const RAW = { _raw: processXml(), _time: '2026-03-02T08:09:10.111+00:00', sourcetype: 'XmlWinEventLog' };

export const SEARCHES: readonly Export[] = [
  {
    tool: 'Splunk',
    form: 'export as JSON, of fields',
    text: json(
      { preview: false, offset: 0, result: SPLUNK },
      { preview: false, offset: 1, lastrow: true, result: SPLUNK },
    ),
    events: [
      ['Sysmon 1', { ...PROCESS, EventID: '1' }],
      ['Sysmon 1', PROCESS],
    ],
  },
  {
    tool: 'Splunk',
    form: 'export as JSON, XML in `_raw`',
    text: json({ preview: false, offset: 0, lastrow: true, result: RAW }),
    events: [['Sysmon 1', IN_XML]],
  },
  {
    tool: 'Splunk',
    form: 'REST, `output_mode=json`',
    text: JSON.stringify({
      preview: false,
      init_offset: 0,
      messages: [{ type: 'INFO', text: 'done' }],
      fields: [{ name: '_raw' }, { name: 'EventCode' }],
      results: [RAW, SPLUNK],
      highlighted: {},
    }),
    events: [
      ['Sysmon 1', IN_XML],
      ['Sysmon 1', PROCESS],
    ],
  },
  {
    tool: 'Splunk',
    form: 'REST, `output_mode=xml`',
    text: lines(
      "<?xml version='1.0' encoding='UTF-8'?>",
      "<results preview='0'>",
      '<meta><fieldOrder><field>_raw</field></fieldOrder></meta>',
      "<result offset='0'>",
      "<field k='EventCode'><value><text>1</text></value></field>",
      "<field k='Image'><value><text>C:\\Tools\\probe.exe</text></value></field>",
      `<field k='source'><value><text>XmlWinEventLog:${SYSMON}</text></value></field>`,
      '</result>',
      "<result offset='1'>",
      `<field k='_raw'><v xml:space='preserve' trim='0'>${processXml().replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</v></field>`,
      '</result>',
      '</results>',
    ),
    events: [
      ['Sysmon 1', { Image: PROCESS.Image }],
      ['Sysmon 1', IN_XML],
    ],
  },
  { tool: 'Splunk', form: 'export as CSV, of fields', text: table(SPLUNK), events: [['Sysmon 1', PROCESS]] },
  { tool: 'Splunk', form: 'export as CSV, XML in `_raw`', text: table(RAW), events: [['Sysmon 1', IN_XML]] },
  {
    tool: 'Splunk',
    form: 'export as CSV, text in `_raw`',
    text: table({
      _raw: FORWARDED,
      _time: '2026-03-02T08:09:10.000+0000',
      sourcetype: 'WinEventLog:Security',
    }),
    events: [['Security 4625', FAILED]],
  },
  {
    tool: 'Splunk',
    form: 'raw events, text',
    text: lines(FORWARDED, FORWARDED),
    events: [
      ['Security 4625', FAILED],
      ['Security 4625', FAILED],
    ],
  },
  {
    tool: 'Splunk',
    form: 'raw events, XML',
    text: lines(processXml(), processXml()),
    events: [
      ['Sysmon 1', IN_XML],
      ['Sysmon 1', IN_XML],
    ],
  },
  {
    tool: 'Splunk',
    form: 'HTTP Event Collector',
    text: json({
      time: 1772438950.111,
      host: 'lab-3',
      sourcetype: 'json',
      event: { Channel: SYSMON, EventID: 1, ...PROCESS },
    }),
    events: [['Sysmon 1', PROCESS]],
  },
  {
    tool: 'Elasticsearch',
    form: 'answer of a search',
    text: JSON.stringify({
      took: 3,
      timed_out: false,
      _shards: { total: 1 },
      hits: {
        total: { value: 2 },
        hits: [
          { _index: 'w', _id: '1', _source: WINLOGBEAT },
          { _index: 'w', _id: '2', _source: WINLOGBEAT },
        ],
      },
    }),
    events: [
      ['Sysmon 1', IN_WINLOG],
      ['Sysmon 1', IN_WINLOG],
    ],
  },
  {
    tool: 'Elasticsearch',
    form: 'answer of an asynchronous search',
    since: '7.7',
    text: JSON.stringify({
      id: 'x',
      is_running: false,
      response: { took: 3, hits: { total: { value: 1 }, hits: [{ _id: '1', _source: WINLOGBEAT }] } },
    }),
    events: [['Sysmon 1', IN_WINLOG]],
  },
  {
    tool: 'Elasticsearch',
    form: 'file for `_bulk`',
    text: json({ index: { _index: 'logs', _id: '1' } }, WINLOGBEAT, { create: {} }, WINLOGBEAT, {
      delete: { _index: 'logs', _id: '7' },
    }),
    events: [
      ['Sysmon 1', IN_WINLOG],
      ['Sysmon 1', IN_WINLOG],
    ],
    told: 'json-bulk-action',
  },
  {
    tool: 'Kibana',
    form: 'a document as JSON',
    text: JSON.stringify(
      { _index: 'w', _id: '1', _score: null, _source: WINLOGBEAT, fields: { 'winlog.channel': [SYSMON] } },
      null,
      2,
    ),
    events: [['Sysmon 1', IN_WINLOG]],
  },
  {
    tool: 'Kibana',
    form: 'a document of `fields`',
    text: JSON.stringify({
      _index: 'w',
      fields: {
        'winlog.channel': [SYSMON],
        'winlog.event_id': ['1'],
        'winlog.event_data.Image': [PROCESS.Image],
      },
    }),
    events: [['Sysmon 1', { Image: [PROCESS.Image] }]],
  },
  {
    tool: 'Kibana',
    form: 'CSV report',
    text: table({
      '@timestamp': 'Mar 2, 2026 @ 08:09:10.111',
      'winlog.channel': SYSMON,
      'winlog.event_id': 1,
      'winlog.event_data.Image': PROCESS.Image,
    }),
    events: [['Sysmon 1', { Image: PROCESS.Image, EventID: '1' }]],
  },
];

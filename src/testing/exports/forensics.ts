import { type Export, IN_XML, json, lines, PROCESS_DATA, processXml, SYSMON } from './export';

/* What tools for event log files write. */

const SYSTEM = {
  Provider: {
    '#attributes': { Name: 'Microsoft-Windows-Sysmon', Guid: '5770385F-C22A-43E0-BF4C-06F5698FFBD9' },
  },
  EventID: 1,
  Channel: SYSMON,
  Computer: 'lab-3.example',
};
const EVENT = { Event: { '#attributes': { xmlns: 'x' }, System: SYSTEM, EventData: PROCESS_DATA } };
const FOUND = {
  Image: PROCESS_DATA.Image,
  CommandLine: PROCESS_DATA.CommandLine,
  EventID: 1,
  Channel: SYSMON,
};
const FLAT = {
  EventID: 1,
  Channel: SYSMON,
  Computer: 'lab-3.example',
  Provider_Name: 'Microsoft-Windows-Sysmon',
  SystemTime: '2026-03-02T08:09:10.111Z',
  ...PROCESS_DATA,
};
const PAYLOAD = JSON.stringify({
  EventData: {
    Data: [
      { '@Name': 'Image', '#text': PROCESS_DATA.Image },
      { '@Name': 'CommandLine', '#text': PROCESS_DATA.CommandLine },
    ],
  },
});
const EVTXECMD = {
  PayloadData1: 'ProcessID: 4242',
  UserName: 'LAB\\marta',
  MapDescription: 'Process creation',
  ChunkNumber: 0,
  Computer: 'lab-3.example',
  Payload: PAYLOAD,
  Channel: SYSMON,
  Provider: 'Microsoft-Windows-Sysmon',
  EventId: 1,
  EventRecordId: '77',
  ProcessId: 3012,
  TimeCreated: '2026-03-02T08:09:10.1110000+00:00',
};
const OF_EVTXECMD = {
  Image: PROCESS_DATA.Image,
  CommandLine: PROCESS_DATA.CommandLine,
  Provider_Name: 'Microsoft-Windows-Sysmon',
  Channel: SYSMON,
};
const cell = (value: unknown) => `"${String(value).replaceAll('"', '""')}"`;
const HAYABUSA = {
  Timestamp: '2026-03-02 08:09:10.111 +00:00',
  RuleTitle: 'Process of the lab',
  Level: 'low',
  Computer: 'lab-3.example',
  Channel: 'Sysmon',
  EventID: 1,
  RecordID: 77,
};
const SHORT = { Cmdline: PROCESS_DATA.CommandLine, Proc: PROCESS_DATA.Image, PID: 4242 };
const OF_HAYABUSA = { CommandLine: PROCESS_DATA.CommandLine, Image: PROCESS_DATA.Image, EventID: 1 };
const pairs = (object: object) =>
  Object.entries(object)
    .map(([name, value]) => `${name}: ${value}`)
    .join(' ¦ ');

export const FORENSICS: readonly Export[] = [
  {
    tool: 'evtx_dump',
    form: '`-o xml`',
    text: [1, 2]
      .map((n) => `Record ${n}\n<?xml version="1.0" encoding="utf-8"?>\n${processXml('"', '\n  ')}\n`)
      .join(''),
    events: [
      ['Sysmon 1', IN_XML],
      ['Sysmon 1', IN_XML],
    ],
  },
  {
    tool: 'evtx_dump',
    form: '`-o json`',
    text: [1, 2].map((n) => `Record ${n}\n${JSON.stringify(EVENT, null, 2)}\n`).join(''),
    events: [
      ['Sysmon 1', FOUND],
      ['Sysmon 1', FOUND],
    ],
  },
  { tool: 'evtx_dump', form: '`-o jsonl`', text: json(EVENT), events: [['Sysmon 1', FOUND]] },
  {
    tool: 'evtx_dump',
    form: '`--separate-json-attributes`',
    text: json({
      Event: {
        Event_attributes: { xmlns: 'x' },
        System: {
          Provider_attributes: { Name: 'Microsoft-Windows-Sysmon' },
          EventID: 1,
          Channel: SYSMON,
          TimeCreated_attributes: { SystemTime: '2026-03-02T08:09:10.111Z' },
        },
        EventData: PROCESS_DATA,
      },
    }),
    events: [['Sysmon 1', { ...FOUND, Provider_Name: 'Microsoft-Windows-Sysmon' }]],
  },
  { tool: 'EvtxECmd', form: '`--json`', text: json(EVTXECMD), events: [['Sysmon 1', OF_EVTXECMD]] },
  {
    tool: 'EvtxECmd',
    form: '`--csv`',
    text: lines(Object.keys(EVTXECMD).join(','), Object.values(EVTXECMD).map(cell).join(',')),
    events: [['Sysmon 1', OF_EVTXECMD]],
  },
  { tool: 'EvtxECmd', form: '`--xml`', text: lines(processXml('"')), events: [['Sysmon 1', IN_XML]] },
  {
    tool: 'Hayabusa',
    form: '`csv-timeline`',
    text: lines(
      [...Object.keys(HAYABUSA), 'Details'].join(','),
      [...Object.values(HAYABUSA), pairs(SHORT)].map(cell).join(','),
    ),
    events: [['Sysmon 1', { ...OF_HAYABUSA, EventID: '1' }]],
  },
  {
    tool: 'Hayabusa',
    form: '`csv-timeline`, profile `all-field-info`',
    since: '2.0',
    text: lines(
      [...Object.keys(HAYABUSA), 'AllFieldInfo'].join(','),
      [...Object.values(HAYABUSA), pairs(PROCESS_DATA)].map(cell).join(','),
    ),
    events: [['Sysmon 1', { ...OF_HAYABUSA, EventID: '1' }]],
  },
  {
    tool: 'Hayabusa',
    form: '`json-timeline`',
    since: '2.0',
    text: [1, 2].map(() => `${JSON.stringify({ ...HAYABUSA, Details: SHORT }, null, 4)}\n`).join(''),
    events: [
      ['Sysmon 1', OF_HAYABUSA],
      ['Sysmon 1', OF_HAYABUSA],
    ],
  },
  {
    tool: 'Hayabusa',
    form: '`json-timeline -L`, profile `all-field-info`',
    text: json({ ...HAYABUSA, AllFieldInfo: PROCESS_DATA }),
    events: [['Sysmon 1', OF_HAYABUSA]],
  },
  {
    tool: 'Chainsaw',
    form: '`search --json`, `dump --json`',
    text: JSON.stringify([EVENT]),
    events: [['Sysmon 1', FOUND]],
  },
  {
    tool: 'Chainsaw',
    form: '`hunt --json`',
    text: JSON.stringify([
      {
        group: 'Sigma',
        kind: 'individual',
        document: { kind: 'evtx', path: 'lab.evtx', data: EVENT },
        name: 'Process of the lab',
        timestamp: '2026-03-02T08:09:10.111+00:00',
        level: 'low',
      },
    ]),
    events: [['Sysmon 1', FOUND]],
  },
  { tool: 'Zircolite', form: 'events as flat JSON', text: json(FLAT), events: [['Sysmon 1', FOUND]] },
  {
    tool: 'Zircolite',
    form: 'detected events',
    text: JSON.stringify([
      {
        title: 'Process of the lab',
        id: 'a',
        sigma: ['SELECT 1'],
        count: 2,
        matches: [
          { row_id: 1, ...FLAT },
          { row_id: 2, ...FLAT },
        ],
      },
      { title: 'Another', id: 'b', count: 1, matches: [{ row_id: 3, ...FLAT }] },
    ]),
    events: [
      ['Sysmon 1', FOUND],
      ['Sysmon 1', FOUND],
      ['Sysmon 1', FOUND],
    ],
  },
  {
    tool: 'Velociraptor',
    form: '`parse_evtx()` as JSONL',
    text: json({
      System: {
        Provider: { Name: 'Microsoft-Windows-Sysmon', Guid: 'x' },
        EventID: { Value: 1 },
        TimeCreated: { SystemTime: 1772438950.111 },
        Channel: SYSMON,
        Computer: 'lab-3.example',
      },
      EventData: PROCESS_DATA,
      Message: 'Process Create',
      _Source: 'Windows.EventLogs',
    }),
    events: [['Sysmon 1', { ...FOUND, Computer: 'lab-3.example' }]],
  },
  {
    tool: 'Velociraptor',
    form: '`Windows.EventLogs.EvtxHunter`',
    text: json({
      EventTime: '2026-03-02T08:09:10Z',
      Computer: 'lab-3.example',
      Channel: SYSMON,
      Provider: 'Microsoft-Windows-Sysmon',
      EventID: 1,
      EventRecordID: 77,
      UserSID: 'S-1-5-18',
      EventData: PROCESS_DATA,
      Message: 'Process Create',
    }),
    events: [['Sysmon 1', { ...FOUND, Provider_Name: 'Microsoft-Windows-Sysmon' }]],
  },
  {
    tool: 'Velociraptor',
    form: '`Windows.EventLogs.EvtxHunter` as CSV',
    text: lines(
      'EventTime,Computer,Channel,Provider,EventID,EventRecordID,EventData,Message',
      [
        '2026-03-02T08:09:10Z',
        'lab-3.example',
        SYSMON,
        'Microsoft-Windows-Sysmon',
        '1',
        '77',
        JSON.stringify(PROCESS_DATA),
        'Process Create',
      ]
        .map(cell)
        .join(','),
    ),
    events: [['Sysmon 1', { ...FOUND, EventID: '1' }]],
  },
];

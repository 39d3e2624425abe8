import { below, json, lines, type TimedFormat, two } from './timed-parts';
import { ANSWERS, PRODUCTS } from './timed-products';

/*
 * Events of every supported format and product, as texts with the given times, each written as its own program does.
 * Times are whole minutes in UTC.
 */

const WINDOWS: readonly TimedFormat[] = [
  {
    name: 'evtx_dump',
    text: json((t, i) => ({
      Event: {
        System: {
          Channel: 'Security',
          EventID: 4625,
          EventRecordID: i,
          TimeCreated: { '#attributes': { SystemTime: t.iso } },
        },
        EventData: { TargetUserName: 'ann' },
      },
    })),
  },
  {
    name: 'Winlogbeat',
    text: json((t) => ({
      '@timestamp': t.iso,
      event: { code: '4625', created: t.iso },
      winlog: { channel: 'Security', event_id: '4625', event_data: { TargetUserName: 'ann' } },
    })),
  },
  {
    name: 'Elasticsearch, fields',
    text: json((t) => ({ _index: 'logs', fields: { '@timestamp': [t.iso], 'event.code': ['4625'] } })),
  },
  {
    name: 'NXLog',
    zoneless: true,
    text: json((t) => ({ EventTime: `${t.date} ${t.clock}`, Channel: 'Security', EventID: 4625 })),
  },
  {
    name: 'Get-WinEvent, Windows PowerShell',
    text: json((t) => ({ Id: 4625, LogName: 'Security', TimeCreated: `/Date(${t.millis})/` })),
  },
  {
    name: 'Get-WinEvent, a date with its display',
    text: json((t) => ({
      Id: 4625,
      LogName: 'Security',
      TimeCreated: { value: `/Date(${t.millis})/`, DisplayHint: 2 },
    })),
  },
  {
    name: 'Get-WinEvent, PowerShell 7',
    text: json((t) => ({ Id: 4625, LogName: 'Security', TimeCreated: t.iso.replace('Z', '+00:00') })),
  },
  {
    name: 'XML',
    text: lines(
      (t) =>
        `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Microsoft-Windows-Security-Auditing"/><EventID>4625</EventID><TimeCreated SystemTime="${t.iso}"/><Channel>Security</Channel></System><EventData><Data Name="TargetUserName">ann</Data></EventData></Event>`,
    ),
  },
  {
    name: 'Event Viewer text',
    zoneless: true,
    text: lines(
      (t) =>
        `Log Name:      Security\nSource:        Microsoft-Windows-Security-Auditing\nDate:          ${t.month}/${t.day}/${t.year} ${t.twelve} ${t.half}\nEvent ID:      4625\nComputer:      pc.example.org\nDescription:\nAn account failed to log on.\n`,
    ),
  },
  {
    name: 'Splunk WinEventLog text',
    zoneless: true,
    text: lines(
      (t) =>
        `${two(t.month)}/${two(t.day)}/${t.year} ${t.twelve.padStart(8, '0')} ${t.half}\nLogName=Security\nEventCode=4625\nComputerName=pc.example.org\nMessage=An account failed to log on.\n`,
    ),
  },
];

const TEXTS: readonly TimedFormat[] = [
  { name: 'auditd', text: lines((t, i) => `type=CWD msg=audit(${t.seconds}.000:${i}): cwd="/root"`) },
  {
    name: 'syslog without a year',
    zoneless: true,
    yearless: true,
    text: lines((t) => `${t.name} ${String(t.day).padStart(2)} ${t.clock} gate sshd[7]: closed`),
  },
  {
    name: 'syslog with a year',
    zoneless: true,
    text: lines(
      (t) => `<34>${t.name} ${String(t.day).padStart(2)} ${t.year} ${t.clock} gate : %ASA-6-1: closed`,
    ),
  },
  { name: 'syslog of rsyslog', text: lines((t) => `${t.iso.replace('Z', '+00:00')} gate sshd[7]: closed`) },
  { name: 'syslog of RFC 5424', text: lines((t) => `<34>1 ${t.iso} gate sshd 7 - - closed`) },
  {
    name: 'access log',
    text: lines(
      (t) => `192.0.2.7 - - [${two(t.day)}/${t.name}/${t.year}:${t.clock} +0000] "GET /a HTTP/1.1" 200 5`,
    ),
  },
  {
    name: 'W3C log',
    text: below(
      '#Fields: date time cs-method cs-uri-stem c-ip sc-status',
      (t) => `${t.date} ${t.clock} GET /a 192.0.2.7 200`,
    ),
  },
  {
    name: 'Zeek',
    text: below(
      '#separator \\x09\n#path\tconn\n#fields\tts\tuid\tid.orig_h\n#types\ttime\tstring\taddr',
      (t, i) => `${t.seconds}.000000\tC${i}\t192.0.2.7`,
    ),
  },
  { name: 'Zeek, JSON', text: json((t) => ({ ts: t.seconds, uid: 'C1', 'id.orig_h': '192.0.2.7' })) },
  { name: 'logfmt', text: lines((t) => `ts=${t.iso} level=info msg=closed`) },
  {
    name: 'key=value of a firewall',
    text: lines((t) => `date=${t.date} time=${t.clock} tz="+0000" devname=gate action=deny`),
  },
  {
    name: 'key=value with nanoseconds',
    text: lines((t) => `eventtime=${t.seconds}000000000 devname=gate action=deny`),
  },
  { name: 'plain lines', zoneless: true, text: lines((t) => `[${t.date} ${t.clock}] service went down`) },
  {
    name: 'errors of nginx',
    zoneless: true,
    text: lines((t) => `${t.date.replaceAll('-', '/')} ${t.clock} [error] 7#7: *1 open() failed`),
  },
  {
    name: 'errors of Apache',
    zoneless: true,
    text: lines(
      (t) => `[${t.weekday} ${t.name} ${two(t.day)} ${t.clock}.123456 ${t.year}] [core:error] [pid 7] closed`,
    ),
  },
  {
    name: 'plain lines without a year',
    zoneless: true,
    yearless: true,
    text: lines((t) => `${t.name} ${String(t.day).padStart(2)} ${t.clock} gate went down`),
  },
];

const TABLES: readonly TimedFormat[] = [
  {
    name: 'CSV of Kibana',
    zoneless: true,
    text: below(
      '"@timestamp","host.name","event.code"',
      (t) => `"${t.name} ${t.day}, ${t.year} @ ${t.clock}.000","pc","4625"`,
    ),
  },
  {
    name: 'CSV of Defender',
    zoneless: true,
    text: below(
      'Timestamp,DeviceName,ActionType',
      (t) => `"${t.name} ${t.day}, ${t.year} ${t.twelve} ${t.half}",pc,LogonFailed`,
    ),
  },
  {
    name: 'CSV of Sentinel',
    text: below(
      'TimeGenerated [UTC],Computer,EventID',
      (t) => `"${t.month}/${t.day}/${t.year}, ${t.twelve}.000 ${t.half}",pc,4625`,
    ),
  },
  {
    name: 'CSV of EvtxECmd',
    zoneless: true,
    text: below(
      'RecordNumber,EventRecordId,TimeCreated,EventId,Level,Provider,Channel,Computer,PayloadData1,Payload',
      (t, i) => `${i},${i},${t.date} ${t.clock}.0000000,4625,LogAlways,P,Security,pc,,"{""EventData"":{}}"`,
    ),
  },
  {
    name: 'CSV of Hayabusa',
    text: below(
      '"Timestamp","Computer","Channel","EventID","Details"',
      (t) => `"${t.date} ${t.clock}.000 +00:00","pc","Sec",4625,"User: ann"`,
    ),
  },
  {
    name: 'CSV of Splunk',
    text: below('"_time",host,sourcetype', (t) => `"${t.iso.replace('Z', '+0000')}",pc,x`),
  },
  {
    name: 'CSV saved by Excel in the United States',
    zoneless: true,
    text: below(
      'TimeGenerated,Computer,EventID',
      (t) => `${t.month}/${t.day}/${t.year} ${t.twelve} ${t.half},pc,4625`,
    ),
  },
  {
    name: 'CSV saved by Excel in Germany',
    zoneless: true,
    text: below(
      'TimeGenerated;Computer;EventID',
      (t) => `${two(t.day)}.${two(t.month)}.${t.year} ${t.clock.slice(0, 5)};pc;4625`,
    ),
  },
  {
    name: 'CSV of Microsoft 365',
    text: below('CreationDate,UserIds,Operations', (t) => `${t.iso},ann@example.org,FileDeleted`),
  },
  { name: 'TSV', text: below('Timestamp\tComputer\tEventID', (t) => `${t.iso}\tpc\t4625`) },
];

/** Every format and product in docs/formats.md, and similar ones. */
export const TIMED_FORMATS: readonly TimedFormat[] = [
  ...WINDOWS,
  ...TEXTS,
  ...TABLES,
  ...ANSWERS,
  ...PRODUCTS,
];

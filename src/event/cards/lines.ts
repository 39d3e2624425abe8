import type { LineCode } from '../codes';
import type { EventCards } from './card';

const RECORD = 'type=SYSCALL msg=audit(1700000000.123:42): exe="/usr/bin/id"';

/** Problems of tables and lines, and of text in a format that the user chose. */
export const LINE_CARDS: EventCards<LineCode> = {
  'auditd-not-a-record': {
    finds: 'A line that is not an auditd record',
    why: 'Each record begins with its type, a time and a number: `type=NAME msg=audit(seconds:number):`. The number connects the records of one event, so every record needs it.',
    bad: `${RECORD}\n«type=CWD msg=audit(1700000000.123): cwd="/root"»`,
    good: `${RECORD}\ntype=CWD msg=audit(1700000000.123:42): cwd="/root"`,
  },
  'format-not-this': {
    finds: 'A line that is not in the chosen format',
    why: 'The events are read in the format that you chose, and this line cannot be. Choose another format, or choose none to have it recognised.',
    readAs: 'Splunk WinEventLog text',
    bad: '«Exported by Jo»\nLogName=Security\nEventCode=1102',
    good: 'LogName=Security\nEventCode=1102',
  },
  'format-unknown': {
    finds: 'Text in an unknown format',
    why: 'No format begins like this. The text is read as plain lines, so that keywords can match in it; it has no fields. The message says what it could be. To choose another format, click the name of the format in the bar above the events.',
    bad: '«Copied by Jo from the console»',
    good: '2026-02-03 10:00:00 service started',
  },
  'message-language': {
    finds: 'A message in another language than English',
    why: 'Windows writes the messages of its own events in its language, and their labels name the fields. Only the English labels are known, so that the message stays one text. The header above it is read in several languages. XML and log files have the fields under the same names everywhere.',
    bad: 'Protokollname: Security\nQuelle:        Microsoft-Windows-Security-Auditing\nEreignis-ID:   4625\nComputer:      lab-3\nBeschreibung:\n«Fehler beim Anmelden eines Kontos.»\n\nAnmeldetyp:\t10\n',
    good: 'Protokollname: Security\nQuelle:        Microsoft-Windows-Security-Auditing\nEreignis-ID:   4625\nComputer:      lab-3\nBeschreibung:\nAn account failed to log on.\n\nLogon Type:\t10\n',
  },
  'syslog-structured-data': {
    finds: 'Malformed structured data',
    why: 'After its header, a syslog line has `-` or `[id name="value"]`. In a value, a backslash escapes `"`, `\\` and `]`.',
    bad: '<13>1 2026-02-03T10:00:00Z host app 1 - [x@1 «u»ser: "jo"] Logged in',
    good: '<13>1 2026-02-03T10:00:00Z host app 1 - [x@1 user="jo"] Logged in',
  },
  'table-cut': {
    finds: 'A cell that is cut off',
    why: 'PowerShell cuts what does not fit the width of the screen, and ends it with dots. What stood behind them is not in the text, so that no rule can find it.',
    bad: 'Id   Message\n--   -------\n4625 An account failed to log on«...»',
    good: 'Id   Message\n--   -------\n4625 An account failed to log on.',
  },
  'table-fewer-cells': {
    finds: 'A row with fewer cells than the header',
    why: 'The row is still read, without values for the last columns. If a cell in the middle is missing, the values are under the wrong names.',
    bad: 'EventID,Image,User\n1,cmd.exe,backup\n«1,cmd.exe»',
    good: 'EventID,Image,User\n1,cmd.exe,backup\n1,cmd.exe,',
  },
  'table-more-cells': {
    finds: 'A row with more cells than the header',
    why: 'The row is still read, without the cells beyond the header. Usually a value contains the separator: put quotes around the value.',
    bad: 'EventID,CommandLine,User\n1,whoami,backup\n1,whoami,backup,«all»',
    good: 'EventID,CommandLine,User\n1,whoami,backup\n1,"whoami,backup",all',
  },
  'table-not-below': {
    finds: 'A row that does not fit the dashes of its table',
    why: 'Below a header with dashes the place of a text says which column it belongs to. A text that reaches into the next column, or a line that belongs to no table, has no such place, so the row is not read.',
    bad: 'Image   User\n-----   ----\ncmd.exe jo\n«powershell.exe jo»',
    good: 'Image          User\n-----          ----\ncmd.exe        jo\npowershell.exe jo',
  },
  'table-quote': {
    finds: 'A misplaced quote in a table',
    why: 'A quoted cell ends with a quote before a separator or the line end. Double a quote that belongs to the value.',
    bad: 'EventID,CommandLine\n1,"echo"« x»\n1,whoami',
    good: 'EventID,CommandLine\n1,"echo"" x"\n1,whoami',
  },
  'yaml-event': {
    finds: 'An event in faulty YAML',
    why: 'Each member of the list is read by itself, and this one is no valid YAML. A value with a colon followed by a blank, or with a quote at its beginning, has to be in quotes.',
    bad: "- name: a\n  level: 1\n«- name: b\n  text: 'open»\n",
    good: "- name: a\n  level: 1\n- name: b\n  text: 'closed'\n",
  },
};

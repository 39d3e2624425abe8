import type { LineCode } from '../codes';
import type { EventCards } from './card';

const RECORD = 'type=SYSCALL msg=audit(1700000000.123:42): exe="/usr/bin/id"';

/** What reading tables and lines finds, and what reading as a format that a person chose finds. */
export const LINE_CARDS: EventCards<LineCode> = {
  'auditd-not-a-record': {
    finds: 'A line that is no record of auditd',
    why: 'Each record begins with its type, a time and a number: `type=NAME msg=audit(seconds:number):`. By the number the records of one event are put together, so that none can do without.',
    bad: `${RECORD}\n«type=CWD msg=audit(1700000000.123): cwd="/root"»`,
    good: `${RECORD}\ntype=CWD msg=audit(1700000000.123:42): cwd="/root"`,
  },
  'format-not-this': {
    finds: 'A line that is not of the format that was chosen',
    why: 'The events are read as the format that you chose, and this line cannot be. Choose another format, or let it be recognised.',
    readAs: 'Splunk WinEventLog text',
    bad: '«Exported by Jo»\nLogName=Security\nEventCode=1102',
    good: 'LogName=Security\nEventCode=1102',
  },
  'format-unknown': {
    finds: 'Text of a form that is not known',
    why: 'None of the formats begins like this. The text is read as plain lines, so that keywords can be searched in it, and has no fields. The message says what it could be; the name of the format in the bar above the events has the others to choose from.',
    bad: '«Copied by Jo from the console»',
    good: '2026-02-03 10:00:00 service started',
  },
  'syslog-structured-data': {
    finds: 'Structured data that is not written as it should be',
    why: 'After its header a line of syslog has `-` or `[id name="value"]`. In a value `"`, `\\` and `]` are escaped by a backslash.',
    bad: '<13>1 2026-02-03T10:00:00Z host app 1 - [x@1 «u»ser: "jo"] Logged in',
    good: '<13>1 2026-02-03T10:00:00Z host app 1 - [x@1 user="jo"] Logged in',
  },
  'table-fewer-cells': {
    finds: 'A row with fewer cells than the header',
    why: 'The row is read all the same, and has no value for the columns at its end. Where a cell in the middle is missing, the values stand under the wrong names.',
    bad: 'EventID,Image,User\n1,cmd.exe,backup\n«1,cmd.exe»',
    good: 'EventID,Image,User\n1,cmd.exe,backup\n1,cmd.exe,',
  },
  'table-more-cells': {
    finds: 'A row with more cells than the header',
    why: 'The row is read all the same, without the cells beyond the header. Most often a value holds the separator: put quotes around it.',
    bad: 'EventID,CommandLine,User\n1,whoami,backup\n1,whoami,backup,«all»',
    good: 'EventID,CommandLine,User\n1,whoami,backup\n1,"whoami,backup",all',
  },
  'table-quote': {
    finds: 'A quote in the wrong place of a table',
    why: 'A cell in quotes ends with a quote that a separator or the line end follows. A quote that belongs to the value is doubled.',
    bad: 'EventID,CommandLine\n1,"echo"« x»\n1,whoami',
    good: 'EventID,CommandLine\n1,"echo"" x"\n1,whoami',
  },
};

import { type Export, json, lines, PROCESS_DATA, processXml, SYSMON } from './export';

/* What Linux, its daemons and osquery write. */

const stamp = 'msg=audit(1772438950.111:42)';
const hex = (value: string) =>
  [...new TextEncoder().encode(value)]
    .map((byte) => byte.toString(16).toUpperCase().padStart(2, '0'))
    .join('');
const RAW = [
  `type=SYSCALL ${stamp}: arch=c000003e syscall=59 success=yes exit=0 a0=55d0 a1=55d1 items=2 ppid=900 pid=901 auid=1000 uid=0 comm="cat" exe="/usr/bin/cat" key="reads"`,
  `type=EXECVE ${stamp}: argc=3 a0="cat" a1_len=24 a1[0]=${hex('/srv/my ')}`,
  `type=EXECVE ${stamp}: a1[1]=${hex('notes.txt')} a2="-n"`,
  `type=PROCTITLE ${stamp}: proctitle=${hex('cat\0/srv/my notes.txt')}`,
];
const OF_RAW = {
  type: ['SYSCALL', 'EXECVE', 'EXECVE', 'PROCTITLE'],
  a0: 'cat',
  a1: '/srv/my notes.txt',
  a2: '-n',
  exe: '/usr/bin/cat',
  syscall: '59',
  proctitle: 'cat /srv/my notes.txt',
};
const INTERPRETED = [
  'type=PROCTITLE msg=audit(03/02/2026 08:09:10.111:42) : proctitle=cat /srv/my notes.txt -n ',
  'type=PATH msg=audit(03/02/2026 08:09:10.111:42) : item=0 name=/srv/my notes.txt inode=12 dev=08:01 mode=file,644 ouid=root nametype=NORMAL ',
  'type=EXECVE msg=audit(03/02/2026 08:09:10.111:42) : argc=3 a0=cat a1=/srv/my notes.txt a2=-n ',
  'type=SYSCALL msg=audit(03/02/2026 08:09:10.111:42) : arch=x86_64 syscall=execve success=yes exit=0 a0=0x55d0 items=2 ppid=900 pid=901 auid=marta uid=root comm=cat exe=/usr/bin/cat key=reads ',
];
const SUDO = 'marta : TTY=pts/1 ; PWD=/home/marta ; USER=root ; COMMAND=/usr/bin/tail -f a ; b';
const OF_SUDO = { TTY: 'pts/1', PWD: '/home/marta', USER: 'root', COMMAND: '/usr/bin/tail -f a ; b' };
const LINUX_XML = processXml('"')
  .replace('Microsoft-Windows-Sysmon"', 'Linux-Sysmon"')
  .replace(SYSMON, 'Linux-Sysmon/Operational')
  .replace('C:\\Tools\\probe.exe', '/usr/bin/probe');
const OF_LINUX = { Image: '/usr/bin/probe', EventID: '1', CommandLine: 'probe.exe "a & b"' };
const JOURNAL = {
  __REALTIME_TIMESTAMP: '1772438950111000',
  _HOSTNAME: 'lab-9',
  PRIORITY: '6',
  _TRANSPORT: 'syslog',
};

export const LINUX: readonly Export[] = [
  { tool: 'auditd', form: '`audit.log`', text: lines(...RAW), events: [['auditd execve', OF_RAW]] },
  {
    tool: 'auditd',
    form: '`audit.log` with `log_format = ENRICHED`',
    text: lines(
      `type=SYSCALL ${stamp}: syscall=59 uid=0 comm="cat" exe="/usr/bin/cat"\x1dSYSCALL=execve UID="root"`,
      `type=PATH ${stamp}: item=0 cap_frootid=0OUID="root" OGID="root"`,
    ),
    events: [['auditd', { SYSCALL: 'execve', UID: 'root', cap_frootid: '0', OUID: 'root', OGID: 'root' }]],
  },
  { tool: 'ausearch', form: '`--raw`', text: lines(...RAW), events: [['auditd execve', OF_RAW]] },
  {
    tool: 'ausearch',
    form: 'without options',
    text: lines(
      '----',
      'time->Mon Mar  2 08:09:10 2026',
      ...RAW,
      '----',
      'time->Mon Mar  2 08:09:11 2026',
      'type=CWD msg=audit(1772438951.111:43): cwd="/srv"',
    ),
    events: [
      ['auditd execve', OF_RAW],
      ['auditd', { cwd: '/srv' }],
    ],
  },
  {
    tool: 'ausearch',
    form: '`-i`',
    text: lines(
      '----',
      ...INTERPRETED,
      '----',
      "type=USER_CMD msg=audit(03/02/2026 08:09:12.111:44) : pid=7 uid=marta auid=marta msg='cwd=/home/marta cmd=cat /etc/a b terminal=pts/1 res=success' ",
    ),
    events: [
      [
        'auditd execve',
        {
          proctitle: 'cat /srv/my notes.txt -n',
          name: '/srv/my notes.txt',
          a1: '/srv/my notes.txt',
          a2: '-n',
          'SYSCALL.a0': '0x55d0',
          syscall: 'execve',
          SYSCALL: 'execve',
          AUID: 'marta',
          exe: '/usr/bin/cat',
        },
      ],
      ['auditd', { cwd: '/home/marta', cmd: 'cat /etc/a b', terminal: 'pts/1', res: 'success' }],
    ],
  },
  {
    tool: 'audisp',
    form: 'syslog',
    text: lines(...RAW.map((one) => `Mar  2 08:09:10 lab-9 audispd: ${one}`)),
    events: [['auditd execve', { a1: '/srv/my notes.txt', hostname: 'lab-9' }]],
  },
  {
    tool: 'sudo',
    form: 'syslog',
    text: lines(`Mar  2 08:09:10 lab-9 sudo[77]:    ${SUDO}`),
    events: [['sudo', { ...OF_SUDO, program: 'sudo' }]],
  },
  {
    tool: 'sudo',
    form: 'syslog, refused',
    text: lines(
      'Mar  2 08:09:10 lab-9 sudo: marta : user NOT in sudoers ; TTY=pts/1 ; PWD=/home/marta ; USER=#-1 ; COMMAND=/usr/bin/id',
    ),
    events: [['sudo', { USER: '#-1', COMMAND: '/usr/bin/id' }]],
  },
  {
    tool: 'sudo',
    form: 'JSON',
    text: lines(
      `Mar  2 08:09:10 lab-9 sudo: @cee:${JSON.stringify({ sudo: { accept: { submituser: 'marta', runuser: 'root', command: '/usr/bin/id', submitcwd: '/home/marta', ttyname: '/dev/pts/1' } } })}`,
    ),
    events: [['sudo', { 'sudo.accept.runuser': 'root' }]],
  },
  {
    tool: 'sshd',
    form: 'syslog',
    text: lines('Mar  2 08:09:10 lab-9 sshd[77]: Failed password for root from 192.0.2.7 port 22 ssh2'),
    events: [['sshd', { message: 'Failed password for root from 192.0.2.7 port 22 ssh2' }]],
  },
  {
    tool: 'cron',
    form: 'syslog',
    text: lines('Mar  2 08:09:10 lab-9 CRON[77]: (root) CMD (/srv/a.sh)'),
    events: [['cron', { message: '(root) CMD (/srv/a.sh)' }]],
  },
  {
    tool: 'journald',
    form: '`-o json`',
    text: json({ ...JOURNAL, SYSLOG_IDENTIFIER: 'sudo', MESSAGE: `   ${SUDO}` }),
    events: [['sudo', OF_SUDO]],
  },
  {
    tool: 'journald',
    form: '`-o json-pretty`',
    text: `${JSON.stringify({ ...JOURNAL, SYSLOG_IDENTIFIER: 'sshd', MESSAGE: 'Failed password for root' }, null, '\t')}\n`,
    events: [['sshd', { MESSAGE: 'Failed password for root' }]],
  },
  {
    tool: 'journald',
    form: '`-o json`, records of auditd',
    text: json({ ...JOURNAL, _TRANSPORT: 'audit', MESSAGE: RAW[0] }),
    events: [['auditd', { exe: '/usr/bin/cat', key: 'reads' }]],
  },
  {
    tool: 'journald',
    form: '`-o json`, Sysmon for Linux',
    text: json({ ...JOURNAL, SYSLOG_IDENTIFIER: 'sysmon', MESSAGE: LINUX_XML }),
    events: [['Sysmon for Linux 1', OF_LINUX]],
  },
  {
    tool: 'journald',
    form: '`-o short`',
    text: lines(`Mar 02 08:09:10 lab-9 sudo[77]:    ${SUDO}`),
    events: [['sudo', OF_SUDO]],
  },
  {
    tool: 'journald',
    form: '`-o short-iso`',
    text: lines(`2026-03-02T08:09:10+0100 lab-9 sudo[77]:    ${SUDO}`),
    events: [['sudo', OF_SUDO]],
  },
  {
    tool: 'Sysmon for Linux',
    form: 'syslog',
    text: lines(`Mar  2 08:09:10 lab-9 sysmon: ${LINUX_XML}`),
    events: [['Sysmon for Linux 1', { ...OF_LINUX, hostname: 'lab-9' }]],
  },
  {
    tool: 'osquery',
    form: 'results log, `windows_events`',
    text: json({
      name: 'pack_lab_windows_events',
      hostIdentifier: 'lab-3',
      unixTime: 1772438950,
      columns: {
        source: SYSMON,
        eventid: '1',
        provider_name: 'Microsoft-Windows-Sysmon',
        computer_name: 'lab-3.example',
        data: JSON.stringify({
          EventData: { Image: PROCESS_DATA.Image, CommandLine: PROCESS_DATA.CommandLine },
        }),
      },
      action: 'added',
    }),
    events: [
      [
        'Sysmon 1',
        {
          Image: PROCESS_DATA.Image,
          CommandLine: PROCESS_DATA.CommandLine,
          EventID: '1',
          Computer: 'lab-3.example',
        },
      ],
    ],
  },
  {
    tool: 'osquery',
    form: 'results log, `process_events`',
    text: json({
      name: 'pack_lab_process_events',
      hostIdentifier: 'lab-9',
      unixTime: 1772438950,
      columns: { path: '/usr/bin/cat', cmdline: 'cat /srv/a', pid: '901', parent: '900', cwd: '"/srv"' },
      action: 'added',
    }),
    events: [
      ['osquery processes, logged', { 'columns.path': '/usr/bin/cat', 'columns.cmdline': 'cat /srv/a' }],
    ],
  },
  {
    tool: 'osquery',
    form: 'results log, snapshot',
    text: json({
      snapshot: [
        { path: '/usr/bin/a', cmdline: 'a -x', pid: '1', parent: '0' },
        { path: '/usr/bin/b', cmdline: 'b', pid: '2', parent: '1' },
      ],
      action: 'snapshot',
      name: 'processes',
      hostIdentifier: 'lab-9',
    }),
    events: [
      ['osquery processes', { path: '/usr/bin/a' }],
      ['osquery processes', { path: '/usr/bin/b' }],
    ],
  },
  {
    tool: 'osquery',
    form: 'results log, batch',
    text: json({
      diffResults: {
        added: [{ path: '/usr/bin/a', remote_address: '192.0.2.7', remote_port: '443', pid: '7' }],
        removed: [{ target_path: '/srv/a', action: 'DELETED' }],
      },
      name: 'pack_lab',
      hostIdentifier: 'lab-9',
      unixTime: 1772438950,
    }),
    events: [
      ['osquery connections', { remote_address: '192.0.2.7' }],
      ['osquery deleted files', { target_path: '/srv/a' }],
    ],
  },
  {
    tool: 'osquery',
    form: '`osqueryi --json`',
    text: '[\n  {"path":"/usr/bin/a","pid":"1"},\n  {"path":"/usr/bin/b","pid":"2"}\n]\n',
    events: [
      ['unknown source', { path: '/usr/bin/a' }],
      ['unknown source', { path: '/usr/bin/b' }],
    ],
  },
];

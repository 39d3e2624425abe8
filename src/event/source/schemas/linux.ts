import type { SigmaEvent } from '../../event';
import { type EventKind, has, kindOf, mapped, type RecognisedKind, type Schema, textOf } from '../schema';

/*
 * What programs of Linux write to the syslog, as lines and as journald's JSON. Rules for these services search the message,
 * or the keys of `sudo`'s records. The same records are in the files of several services: `auth.log` and `syslog` hold all.
 */

/** The names of pluggable authentication, whose pairs stand in the message. */
const PAM = mapped(['pam_user', 'user'], ['pam_rhost', 'rhost']);

const SUDO = kindOf('sudo', { services: ['sudo', 'auth', 'syslog'] }, [
  ...mapped(
    ['USER', ['sudo.accept.runuser', 'sudo.reject.runuser']],
    ['COMMAND', ['sudo.accept.command', 'sudo.reject.command']],
    ['PWD', ['sudo.accept.submitcwd', 'sudo.reject.submitcwd']],
    ['TTY', ['sudo.accept.ttyname', 'sudo.reject.ttyname']],
  ),
  ...PAM,
]);
const SSHD = kindOf('sshd', { services: ['sshd', 'auth', 'syslog'] }, PAM);
const CRON = kindOf('cron', { services: ['cron', 'syslog'] });
const AUTH = kindOf('Linux authentication', { services: ['auth', 'syslog'] }, PAM);
const CLAMAV = kindOf('ClamAV', { services: ['clamav', 'syslog'] });
const VSFTPD = kindOf('vsftpd', { services: ['vsftpd', 'auth', 'syslog'] }, PAM);
const GUACAMOLE = kindOf('Guacamole', { services: ['guacamole', 'syslog'] });
const SYSTEM = kindOf('Linux syslog', { services: ['syslog'] });
/** Any program that journald heard of, which may be one of any service. */
const JOURNAL = kindOf('journald', { services: ['auth', 'syslog', 'auditd'] }, PAM);

/** The programs of each kind, by the names under which they log. */
const PROGRAMS: readonly (readonly [programs: RegExp, kind: EventKind])[] = [
  [/^sudo$/i, SUDO],
  [/^sshd(?:-session|-auth)?$/i, SSHD],
  [/^(?:anacron|crond?|crontab|fcron|cronie)$/i, CRON],
  [/^(?:clamd|clamav|freshclam|clamscan|clamav-milter)$/i, CLAMAV],
  [/^vsftpd$/i, VSFTPD],
  [/^guacd$/i, GUACAMOLE],
  [
    /^(?:su|login|passwd|chpasswd|chage|useradd|userdel|usermod|groupadd|groupdel|groupmod|gpasswd|newusers|pkexec|polkitd?(?:-agent.*)?|doas|systemd-logind|gdm.*|lightdm|sddm|unix_chkpwd|chsh|chfn)$/i,
    AUTH,
  ],
  [
    /^(?:kernel|systemd(?:-.*)?|rsyslogd|syslog-ng|dhclient|NetworkManager|named|dbus-daemon|iptables|firewalld|postfix\/.*|auditd|audispd)$/i,
    SYSTEM,
  ],
];

function recognise(event: SigmaEvent): RecognisedKind | null {
  const isJournal = has(event, '__REALTIME_TIMESTAMP') || has(event, '_TRANSPORT');
  const field = isJournal
    ? ['SYSLOG_IDENTIFIER', '_COMM'].find((name) => textOf(event, name) !== undefined)
    : 'program';
  // The header of a line gives more than the program.
  if (!isJournal && !(has(event, 'hostname') || has(event, 'timestamp'))) return null;
  const program = field && textOf(event, field)?.replace(/^\((.*)\)$/, '$1');
  const found = program ? PROGRAMS.find(([names]) => names.test(program))?.[1] : undefined;
  if (found) return { kind: found, product: 'linux', because: [field!] };
  return isJournal ? { kind: JOURNAL, product: 'linux', because: ['__REALTIME_TIMESTAMP'] } : null;
}

export const LINUX: Schema = {
  name: 'Linux',
  signs: ['program', '__REALTIME_TIMESTAMP', '_TRANSPORT'],
  kinds: [SUDO, SSHD, CRON, AUTH, CLAMAV, VSFTPD, GUACAMOLE, SYSTEM, JOURNAL],
  recognise,
};

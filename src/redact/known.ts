/* Names that identify nobody, and which fields hold names. Everything in lower case. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s*[,\n]\s*/).filter(Boolean));

/** Accounts and domains that every system has. They decide much, and say nothing about anyone. */
const EVERYWHERE = words(`
  system, local system, localsystem, local service, localservice, network service, networkservice
  nt authority, nt-authority, nt service, nt virtual machine, builtin, authority, autorite nt, nt-autorität
  administrator, administrators, guest, guests, defaultaccount, default, defaultuser0, wdagutilityaccount, krbtgt
  anonymous, anonymous logon, everyone, users, authenticated users, domain users, domain admins, interactive, service
  window manager, font driver host, iis apppool, iusr, trustedinstaller, public, all users, default user
  default user.migrated, workgroup, unknown, none, null, n/a, na, not available, -, ?, *, (null), (none), unset
  root, daemon, nobody, bin, sys, sync, mail, www-data, apache, nginx, sshd, messagebus, systemd-network
  systemd-resolve, systemd-timesync, syslog, postfix, dbus, polkitd, chrony, ntp, nfsnobody, postgres, mysql
  localhost, localhost.localdomain, localdomain, broadcasthost, ip6-localhost, wpad, isatap, tsclient
  wellknown, nan, true, false, self, any, all, other, n.a., undefined
`);

/** Endings of names in networks of one's own; they stay as they are. */
export const OWN_ENDINGS = words(
  'local, lan, internal, intranet, intra, home, localdomain, private, test, invalid, example, arpa',
);

/** Second parts of endings with two parts: `co.uk`, `com.au`. */
export const SECOND_LEVEL = words('co, com, org, net, gov, gob, gouv, ac, edu, mil, ltd, plc, ne, or, go');

/** Endings with more than two letters that many names have. */
export const ENDINGS = words(
  'com, net, org, edu, gov, mil, int, biz, info, name, pro, app, dev, cloud, online, site, xyz, top, shop, tech, club, store, live, link, onion, arpa',
);

/** First parts of public names that say what a host does, not whose it is. */
export const SERVICE_LABELS = words(
  'www, mail, smtp, imap, pop, ftp, api, cdn, ns, ns1, ns2, mx, dns, web, static, login, auth, raw, download, downloads, update, updates, status, _ldap, _tcp, _kerberos, _msdcs, dc, gc, pdc, sites',
);

/**
 * Names that are also words of logs or of commands: replaced only where a field says that they are a name, in a home
 * directory and in addresses.
 */
const COMMON = words(`
  user, username, users, test, tester, admin, admins, backup, service, services, server, client, guest, host, domain
  data, files, file, program, windows, system32, local, remote, home, com, net, org, example, corp, web, sql, dev
  prod, production, staging, stage, lab, event, events, eventdata, system, provider, name, record, records, logon
  login, log, logs, security, application, microsoft, google, amazon, linux, ubuntu, debian, docker, kubernetes, root
  cmd, powershell, bash, python, java, node, git, ssh, http, https, tcp, udp, dns, smb, ldap, kerberos, ntlm, oracle
  process, computer, machine, workstation, desktop, laptop, start, stop, run, temp, tmp, new, old, type, status
  success, failure, failed, error, warning, info, information, unknown, null, none, yes, no, true, false, agent
  monitor, scan, scanner, support, sales, office, it, helpdesk, operator, manager, owner, group, team, me, a, an, the
  this, config, network, internal, external, public, private, hidden, script, task, schedule, update, updater
  install, installer, setup, app, apps, api, cloud, azure, aws, github, gitlab, jenkins, vagrant, ec2-user, runner
`);

/** Accounts of services and sessions that carry a number: `DWM-2`, `UMFD-0`. */
const NUMBERED = /^(?:dwm|umfd)-\d+$/;

/** True if the name is the same on every system. */
export function isEverywhere(name: string): boolean {
  const lower = name.toLowerCase();
  return EVERYWHERE.has(lower) || NUMBERED.test(lower);
}

/** True if a short name of old programs (`ADMINI~1`), without its number, is that of such an account. */
export function isShortEverywhere(name: string): boolean {
  return name.length === 6 && 'administrator'.startsWith(name.toLowerCase());
}

/** True if the name is also an ordinary word. */
export function isCommonWord(name: string): boolean {
  return name.length < 3 || COMMON.has(name.toLowerCase());
}

/** What a field holds. `remote`: the name of a host that may be anyone's, such as a DNS query. */
export type Holds = 'user' | 'host' | 'remote' | 'domain';

const USER =
  /(?:users?(?:name|principalname|displayname|id|email)?|account(?:name|upn|displayname)?|logonname|loginname|login|logname|acct|[aeslf]?uid|owner|ownername|actor|actor(?:login|displayname|alternateid|name)|principal(?:email|name)?|caller|calleremail|assignee|membername|initiatedby|identity|suser|duser|srcuser|dstuser|requestinguser|operatorname|sessionusername|submittedby|mailboxowner|upn|email(?:address)?)$/;
const HOST =
  /(?:host(?:name)?|computer(?:name)?|workstation(?:name)?|devicename|machine(?:name)?|agentname|beatname|observername|dvchost|nodename|hostidentifier|dnshostname|shost|dhost|fqdn|collector|netbiosname|clientname|sourcename2|domaincontroller(?:name)?|logonserver)$/;
const REMOTE =
  /(?:queryname|destinationhost(?:name)?|destinationdomain|sourcehost(?:name)?|questionname|urldomain|remotehost(?:name)?|remotedomain|remotedns|dsthost|chost|cshost|sni|servername|targetservername|dnsquery|registereddomain|dsthostname)$/;
const DOMAIN = /(?:domain(?:name)?|realm|forest|domaindns|dnsdomain)$/;
/** Fields that end like these and hold something else. */
const OTHERWISE =
  /(?:providername|domainid|appdomain(?:name)?|useragent|usertype|userclass|logonprocessname)$/;

/** What the field of this name holds; null if no names. `domain.name` and `DomainName` are the same. */
export function holds(field: string): Holds | null {
  const name = field.replace(/[\s._@:\-[\]]/g, '').toLowerCase();
  if (OTHERWISE.test(name)) return null;
  if (REMOTE.test(name)) return 'remote';
  if (HOST.test(name)) return 'host';
  if (DOMAIN.test(name)) return 'domain';
  return USER.test(name) ? 'user' : null;
}

/** True if the field holds numbers of versions, which look like addresses. */
export function isVersionField(field: string): boolean {
  return /version|build|release/i.test(field);
}

/** True if the field holds what writes the events: the same GUID on every system. */
export function isProviderField(field: string): boolean {
  return /(?:provider|source|task)[._ ]?(?:guid|id)$/i.test(field);
}

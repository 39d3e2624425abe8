import { consoleWithoutMfa } from './cloud/console-without-mfa';
import { inboxRule } from './cloud/inbox-rule';
import { openPort } from './cloud/open-port';
import { podExec } from './cloud/pod-exec';
import { privilegedContainer } from './cloud/privileged-container';
import { serviceKeyYaml } from './cloud/service-key-yaml';
import { trailStopped } from './cloud/trail-stopped';
import { vaultDeletedTable } from './cloud/vault-deleted-table';
import type { Example } from './example';
import { oldClientSignIn } from './identity/old-client-sign-in';
import { passwordSpray } from './identity/password-spray';
import { pushFatigue } from './identity/push-fatigue';
import { auditNotRestarted } from './linux/audit-not-restarted';
import { crontabReplaced } from './linux/crontab-replaced';
import { downloadToShell } from './linux/download-to-shell';
import { firstArgument } from './linux/first-argument';
import { keyThenSudo } from './linux/key-then-sudo';
import { preloadFile } from './linux/preload-file';
import { rootKeySshd } from './linux/root-key-sshd';
import { secondRootJournal } from './linux/second-root-journal';
import { setuidAuditd } from './linux/setuid-auditd';
import { sudoShell } from './linux/sudo-shell';
import { launchAgent } from './macos/launch-agent';
import { passwordDialog } from './macos/password-dialog';
import { quarantineRemoved } from './macos/quarantine-removed';
import { adminShare } from './network/admin-share';
import { dnsTunnel } from './network/dns-tunnel';
import { largeUpload } from './network/large-upload';
import { portScan } from './network/port-scan';
import { proxyAgent } from './network/proxy-agent';
import { sameConnection } from './network/same-connection';
import { pathTraversal } from './web/path-traversal';
import { scannerBurst } from './web/scanner-burst';
import { sqlErrors } from './web/sql-errors';
import { webShellIis } from './web/web-shell-iis';
import { adminsPlaceholder } from './windows/admins-placeholder';
import { amsiKeywords } from './windows/amsi-keywords';
import { archivePatterns } from './windows/archive-patterns';
import { bareRundll32 } from './windows/bare-rundll32';
import { certificateExport } from './windows/certificate-export';
import { certutilWindash } from './windows/certutil-windash';
import { dnsAnswered } from './windows/dns-answered';
import { downloadRegex } from './windows/download-regex';
import { driverHash } from './windows/driver-hash';
import { encodedPowershell } from './windows/encoded-powershell';
import { failedLogons } from './windows/failed-logons';
import { groupBySid } from './windows/group-by-sid';
import { icaclsWildcards } from './windows/icacls-wildcards';
import { kerberosRc4 } from './windows/kerberos-rc4';
import { lsassAccess } from './windows/lsass-access';
import { newAccountFilter } from './windows/new-account-filter';
import { oddCase } from './windows/odd-case';
import { oneRuleManySources } from './windows/one-rule-many-sources';
import { outboundCidr } from './windows/outbound-cidr';
import { remoteToolAtNight } from './windows/remote-tool-at-night';
import { ruleWithFaults } from './windows/rule-with-faults';
import { runKeyXml } from './windows/run-key-xml';
import { scheduledTaskFilters } from './windows/scheduled-task-filters';
import { scriptBlockList } from './windows/script-block-list';
import { selfStartFieldref } from './windows/self-start-fieldref';
import { serviceFromShare } from './windows/service-from-share';
import { startupFolderCsv } from './windows/startup-folder-csv';
import { unsignedLibrary } from './windows/unsigned-library';

/** All examples by their ids, in the order in which they are listed. */
export const TEXTS = {
  'certificate-export': certificateExport,
  'scheduled-task-filters': scheduledTaskFilters,
  'archive-patterns': archivePatterns,
  'icacls-wildcards': icaclsWildcards,
  'odd-case': oddCase,
  'certutil-windash': certutilWindash,
  'encoded-powershell': encodedPowershell,
  'download-regex': downloadRegex,
  'amsi-keywords': amsiKeywords,
  'outbound-cidr': outboundCidr,
  'self-start-fieldref': selfStartFieldref,
  'remote-tool-at-night': remoteToolAtNight,
  'bare-rundll32': bareRundll32,
  'new-account-filter': newAccountFilter,
  'failed-logons': failedLogons,
  'run-key-xml': runKeyXml,
  'startup-folder-csv': startupFolderCsv,
  'service-from-share': serviceFromShare,
  'unsigned-library': unsignedLibrary,
  'dns-answered': dnsAnswered,
  'script-block-list': scriptBlockList,
  'lsass-access': lsassAccess,
  'driver-hash': driverHash,
  'kerberos-rc4': kerberosRc4,
  'group-by-sid': groupBySid,
  'one-rule-many-sources': oneRuleManySources,
  'admins-placeholder': adminsPlaceholder,
  'rule-with-faults': ruleWithFaults,
  'setuid-auditd': setuidAuditd,
  'download-to-shell': downloadToShell,
  'root-key-sshd': rootKeySshd,
  'sudo-shell': sudoShell,
  'crontab-replaced': crontabReplaced,
  'preload-file': preloadFile,
  'second-root-journal': secondRootJournal,
  'key-then-sudo': keyThenSudo,
  'audit-not-restarted': auditNotRestarted,
  'first-argument': firstArgument,
  'password-dialog': passwordDialog,
  'launch-agent': launchAgent,
  'quarantine-removed': quarantineRemoved,
  'trail-stopped': trailStopped,
  'console-without-mfa': consoleWithoutMfa,
  'vault-deleted-table': vaultDeletedTable,
  'service-key-yaml': serviceKeyYaml,
  'pod-exec': podExec,
  'privileged-container': privilegedContainer,
  'open-port': openPort,
  'inbox-rule': inboxRule,
  'old-client-sign-in': oldClientSignIn,
  'password-spray': passwordSpray,
  'push-fatigue': pushFatigue,
  'dns-tunnel': dnsTunnel,
  'port-scan': portScan,
  'proxy-agent': proxyAgent,
  'large-upload': largeUpload,
  'admin-share': adminShare,
  'same-connection': sameConnection,
  'path-traversal': pathTraversal,
  'web-shell-iis': webShellIis,
  'scanner-burst': scannerBurst,
  'sql-errors': sqlErrors,
} as const satisfies Readonly<Record<string, Example>>;

export type ExampleId = keyof typeof TEXTS;

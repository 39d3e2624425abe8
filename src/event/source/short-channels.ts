import { POWERSHELL, SECURITY, SYSMON } from '../../knowledge';
import type { SigmaEvent } from '../event';

/** How Hayabusa abbreviates channels; those for which there are rules. */
const SHORT = new Map([
  ['App', 'Application'],
  ['BitsCli', 'Microsoft-Windows-Bits-Client/Operational'],
  ['CodeInteg', 'Microsoft-Windows-CodeIntegrity/Operational'],
  ['Defender', 'Microsoft-Windows-Windows Defender/Operational'],
  ['DNS-Svr', 'DNS Server'],
  ['DvrFmwk', 'Microsoft-Windows-DriverFrameworks-UserMode/Operational'],
  ['Exchange', 'MSExchange Management'],
  ['Firewall', 'Microsoft-Windows-Windows Firewall With Advanced Security/Firewall'],
  ['LDAP-Cli', 'Microsoft-Windows-LDAP-Client/Debug'],
  ['NTLM', 'Microsoft-Windows-NTLM/Operational'],
  ['OpenSSH', 'OpenSSH/Operational'],
  ['PrintAdm', 'Microsoft-Windows-PrintService/Admin'],
  ['PrintOp', 'Microsoft-Windows-PrintService/Operational'],
  ['PwSh', POWERSHELL],
  ['PwShClassic', 'Windows PowerShell'],
  ['RDS-LSM', 'Microsoft-Windows-TerminalServices-LocalSessionManager/Operational'],
  ['Sec', SECURITY],
  ['SmbCliSec', 'Microsoft-Windows-SmbClient/Security'],
  ['Sys', 'System'],
  ['Sysmon', SYSMON],
  ['TaskSch', 'Microsoft-Windows-TaskScheduler/Operational'],
  ['WinRM', 'Microsoft-Windows-WinRM/Operational'],
  ['WMI', 'Microsoft-Windows-WMI-Activity/Operational'],
]);

/** The channel that a short name stands for, in events of which Hayabusa says which rule found them. */
export function fullChannel(event: SigmaEvent, channel: string): string {
  const full = SHORT.get(channel);
  return full !== undefined && event.get('RuleTitle') !== undefined ? full : channel;
}

/** The channel in Splunk's `source`: `XmlWinEventLog:Security`. */
export function splunkChannel(event: SigmaEvent): string | undefined {
  const source = event.get('source');
  return typeof source === 'string' ? /^(?:Xml)?WinEventLog:(.+)$/.exec(source)?.[1] : undefined;
}

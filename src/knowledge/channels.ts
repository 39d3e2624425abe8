import { LOGSOURCES } from './logsources';

export const SYSMON = 'Microsoft-Windows-Sysmon/Operational';
export const LINUX_SYSMON = 'Linux-Sysmon/Operational';
export const SECURITY = 'Security';
export const POWERSHELL = 'Microsoft-Windows-PowerShell/Operational';

export interface ChannelFact {
  readonly name: string;
  /** The name that people use: `Sysmon`, `Windows Defender`. */
  readonly label: string;
  readonly product: 'windows' | 'linux';
  /** The only provider that writes to it; null if there are several or it is unknown. */
  readonly provider: string | null;
}

/** Channels whose name alone does not tell people, or Sigma's taxonomy, what they are. */
const NAMED: readonly [name: string, label: string, provider: string | null][] = [
  [SYSMON, 'Sysmon', 'Microsoft-Windows-Sysmon'],
  [SECURITY, 'Security', null],
  ['System', 'System', null],
  ['Application', 'Application', null],
  ['Setup', 'Setup', null],
  [POWERSHELL, 'PowerShell', 'Microsoft-Windows-PowerShell'],
  ['PowerShellCore/Operational', 'PowerShell Core', 'PowerShellCore'],
  ['Windows PowerShell', 'Windows PowerShell', 'PowerShell'],
  [
    'Microsoft-Windows-Windows Defender/Operational',
    'Windows Defender',
    'Microsoft-Windows-Windows Defender',
  ],
  ['Microsoft-Windows-DNS Client Events/Operational', 'DNS Client', 'Microsoft-Windows-DNS-Client'],
  ['Microsoft-Windows-TaskScheduler/Operational', 'Task Scheduler', 'Microsoft-Windows-TaskScheduler'],
  ['Microsoft-Windows-WMI-Activity/Operational', 'WMI', 'Microsoft-Windows-WMI-Activity'],
  ['Microsoft-Windows-NTLM/Operational', 'NTLM', 'Microsoft-Windows-NTLM'],
  ['Microsoft-Windows-LSA/Operational', 'LSA', 'LsaSrv'],
  [
    'Microsoft-Windows-Windows Firewall With Advanced Security/Firewall',
    'Windows Firewall',
    'Microsoft-Windows-Windows Firewall With Advanced Security',
  ],
  ['DNS Server', 'DNS Server', 'Microsoft-Windows-DNS-Server-Service'],
  ['MSExchange Management', 'MSExchange Management', null],
  ['Directory Service', 'Directory Service', null],
  ['ForwardedEvents', 'Forwarded Events', null],
];

/** Providers whose channel does not follow from their name. */
const PROVIDERS: readonly [provider: string, channel: string][] = [
  ['Microsoft-Windows-Security-Auditing', SECURITY],
  ['Microsoft-Windows-Eventlog', SECURITY],
  ['Service Control Manager', 'System'],
  ['Microsoft-Windows-Kernel-General', 'System'],
  ['Linux-Sysmon', LINUX_SYSMON],
];

/** The part of a channel's name that people use: `Bits-Client` for `Microsoft-Windows-Bits-Client/Operational`. */
export function channelLabel(name: string): string {
  return name.replace(/^Microsoft-(Windows-)?/, '').replace(/\/(Operational|Admin)$/, '');
}

function build(): Map<string, ChannelFact> {
  const channels = new Map<string, ChannelFact>();
  for (const [name, label, provider] of NAMED) {
    channels.set(name.toLowerCase(), { name, label, product: 'windows', provider });
  }
  channels.set(LINUX_SYSMON.toLowerCase(), {
    name: LINUX_SYSMON,
    label: 'Sysmon for Linux',
    product: 'linux',
    provider: 'Linux-Sysmon',
  });
  for (const fact of LOGSOURCES) {
    for (const { channel } of fact.events) {
      if (channel === null || channels.has(channel.toLowerCase())) continue;
      const slash = channel.indexOf('/');
      const provider = slash > 0 ? channel.slice(0, slash) : null;
      channels.set(channel.toLowerCase(), {
        name: channel,
        label: channelLabel(channel),
        product: 'windows',
        provider,
      });
    }
  }
  return channels;
}

/** The known channels, by name in lower case. */
export const CHANNELS: ReadonlyMap<string, ChannelFact> = build();

/** The channel that each provider writes to, by provider in lower case. */
export const PROVIDER_CHANNELS: ReadonlyMap<string, ChannelFact> = new Map([
  ...[...CHANNELS.values()]
    .filter((channel) => channel.provider !== null)
    .reverse() // of several channels, the first one listed wins
    .map((channel) => [channel.provider!.toLowerCase(), channel] as const),
  ...PROVIDERS.map(
    ([provider, channel]) => [provider.toLowerCase(), CHANNELS.get(channel.toLowerCase())!] as const,
  ),
]);

/** Providers that a category names and that write to no channel, with the names that people use. */
export const TRACE_PROVIDERS: ReadonlyMap<string, string> = new Map([
  ['microsoft-windows-kernel-file', 'Kernel-File'],
]);

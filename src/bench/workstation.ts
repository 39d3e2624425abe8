import { Diverse, processCreation, sysmonFields } from './diverse';

type Fields = Record<string, string | number>;
type Maker = (make: Diverse, i: number) => Fields;

const file: Maker = (make, i) => ({
  ...sysmonFields(make, 11, i),
  Image: make.folder() + make.program(),
  TargetFilename: `${make.folder()}${make.name(4, 16)}.${make.pick(['tmp', 'log', 'dat', 'exe', 'dll', 'ps1', 'docx', 'js'])}`,
  CreationUtcTime: make.time(),
  User: make.user(),
});

const registry: Maker = (make, i) => ({
  ...sysmonFields(make, 13, i),
  EventType: 'SetValue',
  Image: make.folder() + make.program(),
  TargetObject: `${make.pick(['HKLM\\SOFTWARE', 'HKLM\\System\\CurrentControlSet\\Services', 'HKU\\S-1-5-21-1\\Software'])}\\${make.name(5, 14)}\\${make.name(5, 14)}\\${make.name(3, 10)}`,
  Details: make.chance(0.5) ? `DWORD (0x${make.hex(8).toLowerCase()})` : make.folder() + make.program(),
  User: make.user(),
});

const network: Maker = (make, i) => ({
  ...sysmonFields(make, 3, i),
  Image: make.folder() + make.program(),
  User: make.user(),
  Protocol: make.pick(['tcp', 'udp']),
  Initiated: 'true',
  SourceIp: `10.${make.below(256)}.${make.below(256)}.${make.below(256)}`,
  SourcePort: 1024 + make.below(60_000),
  DestinationIp: `${1 + make.below(220)}.${make.below(256)}.${make.below(256)}.${make.below(256)}`,
  DestinationHostname: `${make.name(4, 10)}.${make.name(4, 10)}.example`,
  DestinationPort: make.pick([80, 443, 53, 445, 3389, 8080, 1 + make.below(65_000)]),
});

const dns: Maker = (make, i) => ({
  ...sysmonFields(make, 22, i),
  QueryName: `${make.name(3, 12)}.${make.name(4, 12)}.example`,
  QueryStatus: '0',
  QueryResults: `::ffff:${1 + make.below(220)}.${make.below(256)}.${make.below(256)}.${make.below(256)};`,
  Image: make.folder() + make.program(),
  User: make.user(),
});

const image: Maker = (make, i) => ({
  ...sysmonFields(make, 7, i),
  Image: make.folder() + make.program(),
  ImageLoaded: `${make.folder()}${make.name(4, 12)}.dll`,
  FileVersion: `${make.below(20)}.${make.below(10)}.${make.below(30_000)}.${make.below(4000)}`,
  Description: `${make.name(4, 10)} ${make.name(3, 9)}`,
  Product: make.name(5, 14),
  Company: `${make.name(5, 12)} Inc.`,
  OriginalFileName: `${make.name(4, 12)}.dll`,
  Hashes: make.hashes(),
  Signed: make.pick(['true', 'false']),
  Signature: `${make.name(5, 12)} Inc.`,
  SignatureStatus: 'Valid',
  User: make.user(),
});

/** A script block of 2 to 8 kB. */
const script: Maker = (make, i) => {
  const least = 2000 + make.below(6000);
  let text = '';
  while (text.length < least)
    text += `$${make.name(3, 9)} = ${make.pick(['Get-Item', 'Join-Path', 'Write-Output', 'ConvertTo-Json', 'Select-Object', 'Invoke-Command'])} ${make.random(4, 30)} -${make.name(4, 9)} '${make.random(4, 40)}'\n`;
  return {
    Channel: 'Microsoft-Windows-PowerShell/Operational',
    Provider_Name: 'Microsoft-Windows-PowerShell',
    EventID: 4104,
    Computer: `ws-${make.below(400)}.corp.example`,
    EventRecordID: i,
    MessageNumber: 1,
    MessageTotal: 1,
    ScriptBlockText: text,
    ScriptBlockId: make.guid(),
    Path: make.chance(0.5) ? `${make.folder()}${make.name(4, 12)}.ps1` : '',
  };
};

const security: Maker = (make, i) => ({
  Channel: 'Security',
  Provider_Name: 'Microsoft-Windows-Security-Auditing',
  EventID: make.pick([4624, 4625, 4634, 4648, 4672, 4688, 4689, 4663, 5140, 5156]),
  Computer: `ws-${make.below(400)}.corp.example`,
  EventRecordID: i,
  SubjectUserSid: `S-1-5-21-${make.below(2 ** 31)}-${make.below(2 ** 31)}-${make.below(10_000)}`,
  SubjectUserName: make.name(4, 10),
  SubjectDomainName: 'CORP',
  SubjectLogonId: `0x${make.hex(6).toLowerCase()}`,
  TargetUserName: make.name(4, 10),
  LogonType: make.pick([2, 3, 5, 10]),
  IpAddress: `10.${make.below(256)}.${make.below(256)}.${make.below(256)}`,
  ProcessName: make.folder() + make.program(),
  WorkstationName: make.name(5, 12).toUpperCase(),
});

const system: Maker = (make, i) => ({
  Channel: 'System',
  Provider_Name: 'Service Control Manager',
  EventID: make.pick([7036, 7040, 7045]),
  Computer: `ws-${make.below(400)}.corp.example`,
  EventRecordID: i,
  ServiceName: make.name(5, 14),
  ImagePath: make.commandLine(make.folder() + make.program()),
  StartType: 'demand start',
  AccountName: 'LocalSystem',
});

/** Of a hundred events of a busy workstation, about so many are of each kind. */
const KINDS: readonly (readonly [share: number, make: Maker])[] = [
  [14, processCreation],
  [20, file],
  [20, registry],
  [10, network],
  [8, dns],
  [12, image],
  [2, script],
  [12, security],
  [2, system],
];

/** Events of all kinds, in the proportions of a busy workstation, as flat JSON. */
export function workstationLines(count: number, seed = 31): string[] {
  const make = new Diverse(seed);
  const kinds = KINDS.flatMap(([share, kind]) => Array<Maker>(share).fill(kind));
  return Array.from({ length: count }, (_, i) => JSON.stringify(make.pick(kinds)(make, i)));
}

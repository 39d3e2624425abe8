import { random } from './random';

/** Generated process-creation events for benchmarks: the same in every run, of realistic size. */

const IMAGES = [
  'cmd.exe',
  'powershell.exe',
  'svchost.exe',
  'rundll32.exe',
  'net.exe',
  'certutil.exe',
  'msbuild.exe',
  'notepad.exe',
  'wmic.exe',
  'schtasks.exe',
];
const ARGUMENTS = [
  '/c dir C:\\Temp',
  '-NoProfile -File C:\\ops\\daily.ps1',
  '-k netsvcs -p',
  'shell32.dll,Control_RunDLL',
  'user svc-backup /domain',
  '-hashfile C:\\dl\\setup.iso SHA256',
  '/p:Configuration=Release',
  'C:\\Users\\ana\\notes.txt',
  'process list brief',
  '/query /fo LIST /v',
];

function pick<T>(list: readonly T[], next: () => number): T {
  return list[Math.floor(next() * list.length)]!;
}

function hex(length: number, next: () => number): string {
  return Array.from({ length }, () =>
    Math.floor(next() * 16)
      .toString(16)
      .toUpperCase(),
  ).join('');
}

/** `count` Sysmon 1 events as flat JSON, each about 1.1 kB. One in a hundred exports a certificate. */
export function sysmonLines(count: number): string[] {
  const next = random(7);
  return Array.from({ length: count }, (_, i) => {
    const image = `C:\\Windows\\System32\\${pick(IMAGES, next)}`;
    const parent = `C:\\Windows\\${pick(IMAGES, next)}`;
    const export_ = i % 100 === 0 ? ' -Command Export-PfxCertificate -Cert $c' : '';
    return JSON.stringify({
      Channel: 'Microsoft-Windows-Sysmon/Operational',
      Provider_Name: 'Microsoft-Windows-Sysmon',
      EventID: 1,
      Computer: `ws-${i % 97}.lab.example`,
      EventRecordID: 100_000 + i,
      UtcTime: '2026-03-04 08:15:30.123',
      ProcessGuid: `{${hex(8, next)}-${hex(4, next)}-${hex(4, next)}-${hex(4, next)}-${hex(12, next)}}`,
      ProcessId: 1000 + Math.floor(next() * 60_000),
      Image: image,
      FileVersion: '10.0.22621.1 (WinBuild.160101.0800)',
      Description: 'Windows command line tool',
      Product: 'Operating System',
      Company: 'Example Corporation',
      OriginalFileName: pick(IMAGES, next),
      CommandLine: `"${image}" ${pick(ARGUMENTS, next)}${export_}`,
      CurrentDirectory: 'C:\\Windows\\system32\\',
      User: 'LAB\\ana',
      LogonId: `0x${hex(6, next)}`,
      TerminalSessionId: 1,
      IntegrityLevel: 'Medium',
      Hashes: `MD5=${hex(32, next)},SHA256=${hex(64, next)},IMPHASH=${hex(32, next)}`,
      ParentProcessGuid: `{${hex(8, next)}-${hex(4, next)}-${hex(4, next)}-${hex(4, next)}-${hex(12, next)}}`,
      ParentProcessId: 1000 + Math.floor(next() * 60_000),
      ParentImage: parent,
      ParentCommandLine: `${parent} -Embedding`,
      ParentUser: 'NT AUTHORITY\\SYSTEM',
    });
  });
}

/** The same events in the nesting of evtx_dump. */
export function nestedLines(count: number): string[] {
  return sysmonLines(count).map((line) => {
    const { Channel, Provider_Name, EventID, Computer, EventRecordID, ...data } = JSON.parse(line) as Record<
      string,
      unknown
    >;
    return JSON.stringify({
      Event: {
        '#attributes': { xmlns: 'http://schemas.microsoft.com/win/2004/08/events/event' },
        System: {
          Provider: { '#attributes': { Name: Provider_Name, Guid: '5770385F-C22A-43E0-BF4C-06F5698FFBD9' } },
          EventID,
          Version: 5,
          Level: 4,
          Task: 1,
          Opcode: 0,
          Keywords: '0x8000000000000000',
          TimeCreated: { '#attributes': { SystemTime: '2026-03-04T08:15:30.123456Z' } },
          EventRecordID,
          Correlation: null,
          Execution: { '#attributes': { ProcessID: 3308, ThreadID: 4008 } },
          Channel,
          Computer,
          Security: { '#attributes': { UserID: 'S-1-5-18' } },
        },
        EventData: data,
      },
    });
  });
}

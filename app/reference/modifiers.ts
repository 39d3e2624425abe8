import { byName } from '../../src/text';
import { connection, item, type Snippet } from './snippet';

const time = (modifier: string, value: number, match: string, other: string): Snippet =>
  item(`UtcTime|${modifier}: ${value}`, { UtcTime: match }, { UtcTime: other });

const command = (body: string, match: string, other: string): Snippet =>
  item(body, { CommandLine: match }, { CommandLine: other });

/** A snippet for each modifier, by name. */
export const MODIFIER_SNIPPETS = byName<Snippet>({
  contains: command(
    "CommandLine|contains: ' -enc '",
    'powershell -enc SQBFAFgA',
    'powershell -File daily.ps1',
  ),
  startswith: item(
    "Image|startswith: 'C:\\Users\\Public\\'",
    { Image: 'C:\\Users\\Public\\setup.exe' },
    { Image: 'C:\\Program Files\\Setup\\setup.exe' },
  ),
  endswith: item(
    "Image|endswith: '\\cmd.exe'",
    { Image: 'C:\\Windows\\System32\\cmd.exe' },
    { Image: 'C:\\Tools\\newcmd.exe' },
  ),
  all: command(
    "CommandLine|contains|all:\n    - ' /create'\n    - '\\Temp\\'",
    'schtasks /create /tn up /tr C:\\Temp\\up.exe',
    'schtasks /create /tn up /tr C:\\Apps\\up.exe',
  ),
  re: command("CommandLine|re: 'tmp[0-9]{4}\\.exe'", 'C:\\Windows\\tmp4821.exe', 'C:\\Windows\\tmp48.exe'),
  i: command(
    "CommandLine|re|i: 'invoke-\\w+'",
    'powershell INVOKE-Command -ComputerName a',
    'powershell Get-Process',
  ),
  m: command("CommandLine|re|m: '^iex '", 'cd C:\\Temp\niex (gc a.ps1)', 'cd C:\\Temp; iex (gc a.ps1)'),
  s: command(
    "CommandLine|re|s: 'begin.+end'",
    'powershell begin\n  whoami\nend',
    'powershell begin\n  whoami',
  ),
  cidr: connection(
    'DestinationIp|cidr: 10.0.0.0/8',
    { DestinationIp: '10.20.30.40' },
    { DestinationIp: '192.0.2.40' },
  ),
  cased: command("CommandLine|contains|cased: 'IEX'", 'powershell IEX $a', 'powershell iex $a'),
  exists: item(
    'ParentUser|exists: true',
    { Image: 'C:\\Windows\\notepad.exe', ParentUser: 'LAB\\ana' },
    { Image: 'C:\\Windows\\notepad.exe' },
  ),
  neq: item("User|neq: 'LAB\\backup'", { User: 'LAB\\ana' }, { User: 'LAB\\backup' }),
  windash: command(
    "CommandLine|contains|windash: ' -decode '",
    'certutil /decode a.txt a.exe',
    'certutil decode a.txt a.exe',
  ),
  base64: command(
    "CommandLine|base64|contains: 'whoami /all'",
    'sh -c "echo d2hvYW1pIC9hbGw= | base64 -d | sh"',
    'sh -c "whoami /all"',
  ),
  base64offset: command(
    "CommandLine|base64offset|contains: 'http://192.0.2.'",
    'sh -c "echo Y3VybCBodHRwOi8vMTkyLjAuMi43L2E= | base64 -d | sh"',
    'sh -c "echo Y3VybCBodHRwczovL2xhYi5leGFtcGxl | base64 -d | sh"',
  ),
  wide: command(
    "CommandLine|wide|base64offset|contains: 'Net.WebClient'",
    'powershell -e TgBlAHcALQBPAGIAagBlAGMAdAAgAE4AZQB0AC4AVwBlAGIAQwBsAGkAZQBuAHQA',
    'powershell -e RwBlAHQALQBQAHIAbwBjAGUAcwBzAA==',
  ),
  utf16be: command(
    "CommandLine|utf16be|base64|contains: 'calc'",
    'decode AGMAYQBsAGM=',
    'decode YwBhAGwAYwA=',
  ),
  utf16: command(
    "CommandLine|utf16|base64|contains: 'calc'",
    'decode //5jAGEAbABjAA==',
    'decode YwBhAGwAYwA=',
  ),
  lt: connection('DestinationPort|lt: 1024', { DestinationPort: 443 }, { DestinationPort: 1024 }),
  lte: connection('DestinationPort|lte: 1024', { DestinationPort: 1024 }, { DestinationPort: 8080 }),
  gt: connection('DestinationPort|gt: 1024', { DestinationPort: 8080 }, { DestinationPort: 1024 }),
  gte: connection('DestinationPort|gte: 1024', { DestinationPort: 1024 }, { DestinationPort: 443 }),
  minute: time('minute', 30, '2026-02-03 04:30:10', '2026-02-03 04:31:10'),
  hour: time('hour', 4, '2026-02-03 04:30:10', '2026-02-03 14:30:10'),
  day: time('day', 3, '2026-02-03 04:30:10', '2026-02-04 04:30:10'),
  week: time('week', 6, '2026-02-03 04:30:10', '2026-02-12 04:30:10'),
  month: time('month', 2, '2026-02-03 04:30:10', '2026-03-03 04:30:10'),
  year: time('year', 2026, '2026-02-03 04:30:10', '2025-02-03 04:30:10'),
  fieldref: item(
    'Image|fieldref: ParentImage',
    { Image: 'C:\\Tools\\a.exe', ParentImage: 'C:\\Tools\\a.exe' },
    { Image: 'C:\\Tools\\a.exe', ParentImage: 'C:\\Windows\\explorer.exe' },
  ),
  expand: {
    ...item("User|expand: 'LAB\\%administrators%'", { User: 'LAB\\root1' }, { User: 'LAB\\ana' }),
    placeholders: { administrators: ['root1', 'root2'] },
  },
});

import { PROGRAMS } from './names-of-programs';
import { random } from './random';

/*
 * Generated events that differ as those of real logs do: command lines, folders, hashes, GUIDs and process ids are new
 * in nearly every event, so that nothing gains by remembering a text. The same in every run.
 */

const WORDS =
  '/c /k /s /q /f /v /y /t /i /all /add /create /delete /domain /force /query /quiet /transfer -a -c -d -f -h -i -l -n -o -p -r -u -v -x -nop -noprofile -noninteractive -executionpolicy -command -file -encoding -hidden -path -recurse -url -output -password -user --config --debug --force --help --no-sandbox --output --profile --silent --type=renderer --user-data-dir --version install update build run test start stop status list show get set config export import backup restore user group process service firewall advfirewall interface bypass hidden administrators localhost http https C:\\Windows\\System32 C:\\Windows\\Temp C:\\ProgramData C:\\Users\\Public %TEMP% %APPDATA% HKLM\\SOFTWARE HKCU\\Software .dll .exe .ps1 .txt .log .zip'.split(
    ' ',
  );
const LETTERS =
  'abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_./\\=:,';
const HEX = '0123456789ABCDEF';

/** Gives what differs from event to event. */
export class Diverse {
  private readonly next: () => number;

  constructor(seed: number) {
    this.next = random(seed);
  }

  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  private text(letters: string, length: number): string {
    let text = '';
    for (let i = 0; i < length; i++) text += letters[this.below(letters.length)]!;
    return text;
  }

  hex(length: number): string {
    return this.text(HEX, length);
  }

  /** A random word of letters, digits and signs of paths and options. */
  random(least: number, most: number): string {
    return this.text(LETTERS, least + this.below(most - least + 1));
  }

  /** A random name of lower-case letters and digits. */
  name(least: number, most: number): string {
    return this.random(least, most)
      .toLowerCase()
      .replace(/[^a-z0-9]/g, 'e');
  }

  guid(): string {
    return `{${this.hex(8)}-${this.hex(4)}-${this.hex(4)}-${this.hex(4)}-${this.hex(12)}}`;
  }

  hashes(): string {
    return `SHA1=${this.hex(40)},MD5=${this.hex(32)},SHA256=${this.hex(64)},IMPHASH=${this.hex(32)}`;
  }

  program(): string {
    return `${this.pick(PROGRAMS)}.exe`;
  }

  folder(): string {
    const kind = this.next();
    if (kind < 0.35) return 'C:\\Windows\\System32\\';
    if (kind < 0.5) return `C:\\Program Files\\${this.name(5, 12)}\\`;
    return `C:\\Users\\${this.name(4, 9)}\\AppData\\${this.pick(['Local', 'Roaming'])}\\${this.name(5, 14)}\\`;
  }

  /** 1 to 14 words, 15 of 100 of which are from a vocabulary of options and programs. */
  commandLine(image: string): string {
    let line = `"${image}"`;
    for (let left = 1 + this.below(14); left > 0; left--)
      line += ` ${this.chance(0.15) ? (this.chance(0.75) ? this.pick(WORDS) : this.program()) : this.random(2, 16)}`;
    return line;
  }

  time(): string {
    const two = (below: number) => String(this.below(below)).padStart(2, '0');
    return `2026-03-04 ${two(24)}:${two(60)}:${two(60)}.${String(this.below(1000)).padStart(3, '0')}`;
  }

  user(): string {
    return this.chance(0.3) ? 'NT AUTHORITY\\SYSTEM' : `CORP\\${this.name(4, 9)}`;
  }
}

type Fields = Record<string, string | number>;

function sysmon(make: Diverse, id: number, record: number): Fields {
  return {
    Channel: 'Microsoft-Windows-Sysmon/Operational',
    Provider_Name: 'Microsoft-Windows-Sysmon',
    EventID: id,
    Computer: `ws-${make.below(400)}.corp.example`,
    EventRecordID: record,
    UtcTime: make.time(),
    ProcessGuid: make.guid(),
    ProcessId: 4 * make.below(20_000),
  };
}

/** Process-creation events (Sysmon 1) as flat JSON, 1.3 kB each. One in a hundred exports a certificate. */
export function diverseLines(count: number, seed = 29): string[] {
  const make = new Diverse(seed);
  return Array.from({ length: count }, (_, i) => JSON.stringify(processCreation(make, i)));
}

/** The fields of one of them. */
export function processCreation(make: Diverse, i: number): Fields {
  const program = make.program();
  const image = make.folder() + program;
  const parent = make.folder() + make.program();
  const export_ = i % 100 === 0 ? ' -Command Export-PfxCertificate -Cert $c' : '';
  return {
    ...sysmon(make, 1, 100_000 + i),
    Image: image,
    FileVersion: `${make.below(20)}.${make.below(10)}.${make.below(30_000)}.${make.below(4000)}`,
    Description: `${make.name(4, 10)} ${make.name(3, 9)}`,
    Product: make.name(5, 14),
    Company: `${make.name(5, 12)} ${make.pick(['Corporation', 'Inc.', 'GmbH', 'Ltd'])}`,
    OriginalFileName: make.chance(0.8) ? program : make.program(),
    CommandLine: make.commandLine(image) + export_,
    CurrentDirectory: make.folder(),
    User: make.user(),
    LogonGuid: make.guid(),
    LogonId: `0x${make.hex(6).toLowerCase()}`,
    TerminalSessionId: make.below(5),
    IntegrityLevel: make.pick(['Low', 'Medium', 'High', 'System']),
    Hashes: make.hashes(),
    ParentProcessGuid: make.guid(),
    ParentProcessId: 4 * make.below(20_000),
    ParentImage: parent,
    ParentCommandLine: make.commandLine(parent),
    ParentUser: make.user(),
  };
}

export { sysmon as sysmonFields };

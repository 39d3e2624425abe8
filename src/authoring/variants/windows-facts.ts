/** Programs that accept `-` and `/` alike before an option. */
export const EITHER_DASH: ReadonlySet<string> = new Set([
  'bitsadmin',
  'certutil',
  'ipconfig',
  'msiexec',
  'nltest',
  'ping',
  'powershell',
  'regsvr32',
  'schtasks',
  'systeminfo',
  'taskkill',
  'tasklist',
  'wevtutil',
  'whoami',
]);

/** Programs whose options are not case-sensitive. */
export const CASELESS: ReadonlySet<string> = new Set([
  // `ping -s` and `ping -S` are two options.
  ...[...EITHER_DASH].filter((name) => name !== 'ping'),
  'cmd',
  'icacls',
  'net',
  'pwsh',
  'reg',
  'sc',
  'vssadmin',
  'wmic',
]);

/** Programs with their own parsing of the command line, where quotes inside a word may have another meaning. */
export const OWN_SPLIT: ReadonlySet<string> = new Set([
  'cmd',
  'explorer',
  'mshta',
  'msiexec',
  'powershell',
  'pwsh',
  'regsvr32',
  'rundll32',
  'wmic',
]);

/** Texts in a command line for which every Windows has an environment variable. */
export const VARIABLES: readonly (readonly [RegExp, string])[] = [
  [/C:\\Windows\\System32\\cmd\.exe\b/gi, '%COMSPEC%'],
  [/C:\\Windows(?=\\)/gi, '%SystemRoot%'],
  [/C:\\ProgramData(?=\\)/gi, '%ProgramData%'],
  [/C:\\Program Files(?=\\)/gi, '%ProgramFiles%'],
  [/C:\\Users\\Public(?=\\)/gi, '%PUBLIC%'],
];

/** Folders with the short names that Windows usually gives them. */
export const SHORT_NAMES: readonly (readonly [RegExp, string])[] = [
  [/(?<=\\)Program Files(?=\\)/gi, 'PROGRA~1'],
  [/(?<=\\)Program Files \(x86\)(?=\\)/gi, 'PROGRA~2'],
  [/(?<=\\)ProgramData(?=\\)/gi, 'PROGRA~3'],
  [/(?<=\\)Administrator(?=\\)/gi, 'ADMINI~1'],
];

/** PowerShell's parameters: the full name, and a short form that it accepts. */
const PARAMETERS: readonly (readonly [string, string])[] = [
  ['EncodedCommand', 'ec'],
  ['ExecutionPolicy', 'ep'],
  ['NoProfile', 'nop'],
  ['NonInteractive', 'noni'],
  ['WindowStyle', 'w'],
  ['Command', 'c'],
];

/** The shorter form of a PowerShell parameter, or for the short form the full name; null for other words. */
export function abbreviated(word: string): string | null {
  const lower = word.toLowerCase();
  for (const [name, short] of PARAMETERS) {
    if (lower === short) return name;
    if (lower === 'e' || lower === 'no') continue;
    if (name.toLowerCase().startsWith(lower) && lower.length >= short.length) return short;
  }
  return null;
}

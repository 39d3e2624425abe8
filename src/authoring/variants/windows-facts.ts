/** Programs that take `-` and `/` before an option for the same. */
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

/** Programs whose options do not care about case. */
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

/** Programs that read their command line by rules of their own, so that quotes inside a word can mean something else. */
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

/** Texts in a command line that an environment variable of every Windows stands for. */
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

/** PowerShell's parameters: the whole name, and a short form that it takes for it. */
const PARAMETERS: readonly (readonly [string, string])[] = [
  ['EncodedCommand', 'ec'],
  ['ExecutionPolicy', 'ep'],
  ['NoProfile', 'nop'],
  ['NonInteractive', 'noni'],
  ['WindowStyle', 'w'],
  ['Command', 'c'],
];

/** The shorter form of a PowerShell parameter, of the short form the whole name; null for other words. */
export function abbreviated(word: string): string | null {
  const lower = word.toLowerCase();
  for (const [name, short] of PARAMETERS) {
    if (lower === short) return name;
    if (lower === 'e' || lower === 'no') continue;
    if (name.toLowerCase().startsWith(lower) && lower.length >= short.length) return short;
  }
  return null;
}

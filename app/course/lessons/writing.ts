/*
 * For those who write lessons: events and rules with few words.
 */

/** The text of a lesson as it is written, backslashes too; only a backtick has one before it. */
export const lessonText = ({ raw }: TemplateStringsArray): string =>
  raw.join('').replaceAll('\\`', '`').trim();

/** Events as a list of JSON, indented. */
export const indented = (...events: readonly object[]): string => JSON.stringify(events, null, 2);

/** Events as JSON, one a line. */
export const perLine = (...events: readonly object[]): string =>
  events.map((event) => JSON.stringify(event)).join('\n');

/** A program that started, as Sysmon records it. */
export const sysmonStart = (fields: object): object => ({
  EventID: 1,
  Channel: 'Microsoft-Windows-Sysmon/Operational',
  Computer: 'ws-07.lab.example',
  ...fields,
});

/** A program that started, as Windows' Security log records it. */
export const securityStart = (fields: object): object => ({
  EventID: 4688,
  Channel: 'Security',
  Computer: 'ws-12.lab.example',
  SubjectDomainName: 'LAB',
  ...fields,
});

/** Rules with one head: what stands below `detection`, written without its indentation. */
export const ruleWith =
  (head: string) =>
  (detection: string): string =>
    `${head.trim()}\ndetection:\n${detection.trim().replace(/^(?=.)/gm, '    ')}\n`;

/** A command as PowerShell takes it after `-EncodedCommand`: UTF-16 in base64. For ASCII only. */
export const encoded = (command: string): string => btoa(command.replace(/./gs, '$&\0'));

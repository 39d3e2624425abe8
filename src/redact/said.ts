import type { Holds } from './known';

/*
 * Names in free texts: the sentences of messages, the options of commands, and what scripts assign. Each pattern has the name as
 * its one group.
 */

/** A name as scripts write it: in quotes or without. It is no variable. */
const WRITTEN = String.raw`["'\x60]?(?!["'$%(@{-])([^\s"'\x60,;)(|&<>=]+(?:\\[^\s"'\x60,;)(|&<>=]+)?)`;
/** What follows the label of a message: `Account Name:\t\tmira`. The end of the line, or two blanks, end it. */
const LABELLED = String.raw`:[ \t]{0,12}(\S+(?: \S+){0,3}?)(?=[ \t]{2}|\t|\r|\n|$)`;

const pattern = (text: string, flags = 'gi') => new RegExp(text, flags);

const SAID: readonly (readonly [Holds, RegExp])[] = [
  ['user', /\b(?:Accepted|Failed) [\w/-]+ for (?:invalid user )?(\S+) from\b/g],
  ['user', /\bsession (?:opened|closed) for user (\w[\w.-]*)/g],
  ['user', /\b[Ii]nvalid user (\w[\w.-]*) from\b/g],
  ['user', /[\s"']\/user:([^\s"'/:]+)/gi],
  ['user', /\barn:aws[\w-]*:(?:iam|sts)::\d*:(?:user|assumed-role)\/([\w+=,.@/-]+)/g],
  // Messages of Windows.
  ['user', pattern(String.raw`\b(?:Account|User|Logon|Caller User|Target User) Name${LABELLED}`)],
  ['user', pattern(String.raw`(?:^|[\r\n])[ \t]*(?:Parent)?User${LABELLED}`)],
  ['domain', pattern(String.raw`\b(?:Account|User|Caller|Target|Supplied Realm|Primary) Domain${LABELLED}`)],
  [
    'host',
    pattern(
      String.raw`\b(?:Source Workstation|Workstation Name|Computer Name|Client Name|Target Server Name)${LABELLED}`,
    ),
  ],
  ['host', pattern(String.raw`(?:^|[\r\n])[ \t]*(?:Host Name|HostName|Machine ?Name|Computer)${LABELLED}`)],
  // Commands and scripts.
  [
    'user',
    pattern(
      String.raw`[\s"']-(?:UserName|User|Credential|Owner|SamAccountName|Identity|Assignee)[\s:]+${WRITTEN}`,
    ),
  ],
  ['host', pattern(String.raw`[\s"']-(?:ComputerName|CN|HostName|PSComputerName)[\s:]+${WRITTEN}`)],
  ['host', pattern(String.raw`[\s"']\/node:${WRITTEN}`)],
  ['user', pattern(String.raw`\$(?:\w*user(?:name)?|login|account(?:name)?)\s*=\s*["']([^"'$\s]+)["']`)],
  [
    'host',
    pattern(
      String.raw`\$(?:\w*computer(?:name)?|\w*host(?:name)?|server(?:name)?)\s*=\s*["']([^"'$\s]+)["']`,
    ),
  ],
  ['user', pattern(String.raw`\bnet1?(?:\.exe)?["']?\s+user\s+["']?([^\s"'/$%]+)`)],
  ['user', pattern(String.raw`\bPSCredential(?:\]::new)?\s*\(\s*["']([^"'$]+)["']`)],
];

/** The names that a free text says, each with what it is the name of. */
export function namesSaid(text: string): [Holds, string][] {
  const found: [Holds, string][] = [];
  for (const [holds, said] of SAID)
    for (const { 1: name } of text.matchAll(said))
      if (name !== undefined) found.push([holds, name.replace(/^.*\/(?=[^/])/, '')]);
  return found;
}

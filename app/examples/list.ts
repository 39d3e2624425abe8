import type { ExampleEntry } from './example';

/** The examples, in the order of the menu. */
export const EXAMPLES = [
  {
    id: 'certificate-export',
    title: 'Certificate exported through PowerShell',
    teaches: 'A list of values, a filter, and two sources for one category',
    prints: ['12lip06uel2k9', '15fxbihmiokz8'],
  },
  {
    id: 'scheduled-task-filters',
    title: 'Scheduled task, known programs left out',
    teaches: 'How `not 1 of filter_*` lets known programs through, and no others',
    prints: ['1lbf0vp19am0hv', '1pcvacp6rgyu0'],
  },
  {
    id: 'archive-patterns',
    title: 'Documents packed behind a password',
    teaches: 'How `all of selection_*` and `1 of source_*` join selections by name',
    prints: ['r6mhqqia3wcp', 'iu6rk9x6fxs0'],
  },
  {
    id: 'icacls-wildcards',
    title: 'Folder opened to everyone',
    teaches: 'What each `*` and `?` stood for, and how to write a star that means a star',
    prints: ['gaun651ubv0mq', 'yxebi01qdrloy'],
  },
  {
    id: 'odd-case',
    title: 'PowerShell in odd case',
    teaches: 'How `cased` tells capitals from small letters, and what that filter misses',
    prints: ['161a2ahxgnq3l', 'wgb83el1tojo'],
  },
  {
    id: 'certutil-windash',
    title: 'Certutil with any dash',
    teaches: 'How `windash` treats five dashes as one, and a minus sign as none of them',
    prints: ['8igcrl1d53e1j', 'doc25jre0g61'],
  },
  {
    id: 'encoded-powershell',
    title: 'Encoded PowerShell',
    teaches: 'How `wide` and `base64offset` find a word inside an encoded command',
    prints: ['17s5n122f93zu', '6jchg71ovb2ku'],
  },
  {
    id: 'download-regex',
    title: 'Download from a bare address',
    teaches: 'How a regular expression marks its groups, and why case matters in it',
    prints: ['hig06w2wdcr2', 'dm5yamdp9kyw'],
  },
  {
    id: 'amsi-keywords',
    title: 'Keywords in any field',
    teaches: 'How keywords search the values of all fields, but never their names',
    prints: ['o0pi57ngezq1', 'pv0di31e22pba'],
  },
  {
    id: 'outbound-cidr',
    title: 'Connection out of the local networks',
    teaches: 'How `cidr` reads IPv4 and IPv6, and what a rule for connections leaves alone',
    prints: ['j1076xe52bbn', 'cinv38oad7cl'],
  },
  {
    id: 'self-start-fieldref',
    title: 'A program that starts itself',
    teaches: 'How `fieldref` compares two fields of one event, in both kinds of event',
    prints: ['100uwjl1q7btlj', '1cph931i66rqt'],
  },
  {
    id: 'remote-tool-at-night',
    title: 'Remote control at night',
    teaches: 'How `hour` with `gte` and `lt` reads the clock, and how SIDs become level names',
    prints: ['1aysw6cfgjoac', 'a3bifq1t256jq'],
  },
  {
    id: 'bare-rundll32',
    title: 'Rundll32 without a library',
    teaches: 'How an empty field, a null field and a field that is not there differ',
    prints: ['1r0pdflkjky16', '19btvfe1heusy0'],
  },
  {
    id: 'new-account-filter',
    title: 'New account, with a filter beside the rule',
    teaches: 'How a filter of its own lets one script through, and the condition that results',
    prints: ['smq9411u9znx1', 'er9lmn1e0gys7'],
  },
  {
    id: 'failed-logons',
    title: 'Failed logons, then a success',
    teaches: 'How correlations count a rule by group and time, and build on one another',
    prints: ['28xb269d6ur1', '12z1zmb1p3l14t'],
  },
] as const satisfies readonly ExampleEntry[];

export type ExampleId = (typeof EXAMPLES)[number]['id'];

import type { DetectionCode } from '../../../rule';
import type { LintCards } from '../check';
import { selecting } from '../example';

/** What reading selections, and compiling their fields and values, finds. */
export const DETECTION_CARDS: LintCards<DetectionCode> = {
  timeframe: {
    severity: 'error',
    finds: 'A time frame in a plain rule',
    why: 'In Sigma 1.x `timeframe` went with aggregations. A plain rule looks at one event at a time, so it is ignored; counting over time is what correlation rules are for.',
    bad: "detection:\n    selection:\n        Image|endswith: '\\backup-tool.exe'\n    «timeframe»: 5m\n    condition: selection",
    good: selecting("Image|endswith: '\\backup-tool.exe'"),
  },
  'selection-empty': {
    severity: 'error',
    blocks: true,
    finds: 'A selection without content',
    why: 'A selection that asks for nothing could match everything or nothing. Add a field with a value, or a list of keywords.',
    bad: 'detection:\n    «selection»:\n    condition: selection',
    good: selecting('User: backup'),
  },
  'selection-depth': {
    severity: 'error',
    blocks: true,
    limit: true,
    finds: 'A selection nested too deeply',
    why: 'Lists of maps may stand in one another, but not without end. Write selections of their own and join them in the condition.',
    bad: selecting('- - - «User: backup»'),
    good: selecting('User: backup'),
  },
  'field-unfinished': {
    severity: 'error',
    blocks: true,
    finds: 'A field without a value',
    why: 'A field stands before a colon, and its value behind it. Without the colon YAML reads a text, which would be searched in the whole event as a keyword; without the value there is nothing to compare with. A keyword that looks like a field is put in quotes.',
    bad: 'detection:\n    selection:\n        «Image|endswith»\n    condition: selection',
    good: selecting("Image|endswith: '\\backup-tool.exe'"),
  },
  'values-empty': {
    severity: 'error',
    blocks: true,
    finds: 'A field with an empty list of values',
    why: 'None of no values can match, so the selection never could. Add a value, or remove the field.',
    bad: selecting('User: «[]»'),
    good: selecting('User:\n    - backup'),
  },
  'value-type': {
    severity: 'error',
    blocks: true,
    finds: 'A value that is a map or a list',
    why: 'A value is text, a number, true, false or null. A map is most often a value with a colon and a blank in it, which wants quotes.',
    bad: selecting('CommandLine|contains:\n    - «mode: delete»'),
    good: selecting("CommandLine|contains:\n    - 'mode: delete'"),
  },
  'null-in-list': {
    severity: 'error',
    finds: '`null` in a list of values',
    why: 'Whether a missing field is one of the alternatives is read differently by backends. A second selection with `field: null` says it clearly.',
    bad: selecting('User:\n    - backup\n    - «null»'),
    good: 'detection:\n    selection:\n        User: backup\n    selection_none:\n        User: null\n    condition: 1 of selection*',
  },
  'all-single': {
    severity: 'error',
    finds: '`all` with a single value',
    why: '`all` joins the values of a list by “and”. With one value there is nothing to join: either a value is missing, or the modifier is left over.',
    bad: selecting("CommandLine|contains|«all»: 'delete catalog'"),
    good: selecting("CommandLine|contains|all:\n    - 'delete'\n    - 'catalog'"),
  },
  'modifier-unknown': {
    severity: 'error',
    blocks: true,
    finds: 'A modifier that does not exist',
    why: 'The specification has a closed list of modifiers, in small letters. What an unknown one would do cannot be guessed.',
    bad: selecting("CommandLine|«contians»: 'delete catalog'"),
    good: selecting("CommandLine|contains: 'delete catalog'"),
  },
  'modifier-order': {
    severity: 'error',
    blocks: true,
    finds: 'A modifier in a place where it cannot work',
    why: 'Modifiers work from left to right, each on what the one before has made. An encoding, for one, has to come before `contains`, and `re` first of all.',
    bad: selecting("CommandLine|contains|«base64offset»: 'delete catalog'"),
    good: selecting("CommandLine|base64offset|contains: 'delete catalog'"),
  },
  'modifier-value': {
    severity: 'error',
    blocks: true,
    finds: 'A value that its modifier cannot take',
    why: 'Comparisons want a number, `exists` wants true or false, and so on. A number in quotes is text.',
    bad: selecting("ProcessId|gt: «'4'»"),
    good: selecting('ProcessId|gt: 4'),
  },
  'encoding-missing': {
    severity: 'error',
    blocks: true,
    finds: 'A character encoding without base64',
    why: '`wide` and the like give bytes, which no log holds as they are. `base64` or `base64offset` has to follow.',
    bad: selecting("CommandLine|«wide»: 'delete catalog'"),
    good: selecting("CommandLine|wide|base64offset|contains: 'delete catalog'"),
  },
  'encoding-wildcard': {
    severity: 'error',
    blocks: true,
    finds: 'A wildcard in a value that is encoded',
    why: 'What a wildcard stands for is not known, so it cannot be encoded. Leave it out, or escape it where the character itself is meant.',
    bad: selecting("CommandLine|base64offset|contains: 'delete«*»catalog'"),
    good: selecting("CommandLine|base64offset|contains: 'delete catalog'"),
  },
  'encoding-empty': {
    severity: 'error',
    blocks: true,
    finds: 'An empty value that is encoded',
    why: 'There are no characters to encode, so there is nothing to look for.',
    bad: selecting("CommandLine|base64offset|contains: «''»"),
    good: selecting("CommandLine|base64offset|contains: 'delete catalog'"),
  },
  'regex-syntax': {
    severity: 'error',
    blocks: true,
    finds: 'A regular expression that cannot be read',
    why: 'The expression is broken, or uses what this engine lacks. It is refused rather than read as something else.',
    bad: selecting("CommandLine|re: 'delete\\s+«(»catalog'"),
    good: selecting("CommandLine|re: 'delete\\s+(system)?catalog'"),
  },
  'regex-backtracking': {
    severity: 'warning',
    finds: 'A regular expression that linear-time engines refuse',
    why: 'A lookahead or a back reference needs an engine that tries again and again, which can be slow on hostile input. RE2 and the backends built on it refuse the rule.',
    bad: selecting("CommandLine|re: «'delete\\s+(?!system)\\w+'»"),
    good: selecting("CommandLine|re: 'delete\\s+\\w+'"),
  },
  'placeholder-unset': {
    severity: 'error',
    blocks: true,
    finds: 'A placeholder without values',
    why: 'With `expand`, `%name%` stands for values that each installation sets. Set them under Placeholders.',
    bad: selecting("User|expand: '«%backup_accounts%»'"),
    good: selecting('User: backup'),
  },
  'expand-too-many': {
    severity: 'error',
    blocks: true,
    limit: true,
    finds: 'Placeholders that give too many combinations',
    why: 'Several placeholders in one value are combined, each value of one with each of the others. Use fewer values.',
    bad: selecting("User|expand: «'%domains%%accounts%'»"),
    good: selecting("User|expand: '%accounts%'"),
  },
  'fieldref-name': {
    severity: 'error',
    blocks: true,
    finds: 'A comparison with another field that names none',
    why: 'With `fieldref` the value is the name of another field of the event, without wildcards.',
    bad: selecting("User|fieldref: «'Parent*'»"),
    good: selecting('User|fieldref: ParentUser'),
  },
  'cidr-syntax': {
    severity: 'error',
    blocks: true,
    finds: 'A network that is none',
    why: '`cidr` wants an address and the length of its prefix: `10.0.0.0/8` or `fd00::/8`.',
    bad:
      'logsource:\n    category: network_connection\n    product: windows\n' +
      selecting("DestinationIp|cidr: «'10.0.0.0/40'»"),
    good:
      'logsource:\n    category: network_connection\n    product: windows\n' +
      selecting("DestinationIp|cidr: '10.0.0.0/8'"),
  },
  'cidr-host-bits': {
    severity: 'warning',
    finds: 'A network with bits set behind its prefix',
    why: 'Only the bits before the prefix’s end count; those behind it suggest that an address or another length was meant.',
    bad:
      'logsource:\n    category: network_connection\n    product: windows\n' +
      selecting("DestinationIp|cidr: «'10.1.2.3/8'»"),
    good:
      'logsource:\n    category: network_connection\n    product: windows\n' +
      selecting("DestinationIp|cidr: '10.0.0.0/8'"),
  },
};

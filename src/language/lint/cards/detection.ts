import type { DetectionCode } from '../../../rule';
import type { LintCards } from '../check';
import { selecting } from '../example';

/** From reading selections, and from compiling their fields and values. */
export const DETECTION_CARDS: LintCards<DetectionCode> = {
  timeframe: {
    severity: 'error',
    finds: 'A `timeframe` in a detection rule',
    why: 'In Sigma 1.x, `timeframe` belonged to aggregations. A detection rule tests one event at a time, so `timeframe` is ignored. To count over time, write a correlation rule.',
    bad: "detection:\n    selection:\n        Image|endswith: '\\backup-tool.exe'\n    «timeframe»: 5m\n    condition: selection",
    good: selecting("Image|endswith: '\\backup-tool.exe'"),
  },
  'selection-empty': {
    severity: 'error',
    blocks: true,
    finds: 'An empty selection',
    why: 'An empty selection could match everything or nothing. Add a field with a value, or a list of keywords.',
    bad: 'detection:\n    «selection»:\n    condition: selection',
    good: selecting('User: backup'),
  },
  'selection-depth': {
    severity: 'error',
    blocks: true,
    limit: true,
    finds: 'A selection nested too deeply',
    why: 'Lists of maps may be nested, but not this deeply. Write separate selections and join them in the condition.',
    bad: selecting('- - - «User: backup»'),
    good: selecting('User: backup'),
  },
  'field-unfinished': {
    severity: 'error',
    blocks: true,
    finds: 'A field without a value',
    why: 'A field comes before a colon, its value after it. Without the colon, YAML reads text, which Sigma would search for as a keyword. Without the value, there is nothing to compare with. If you mean a keyword that looks like a field, put it in quotes.',
    bad: 'detection:\n    selection:\n        «Image|endswith»\n    condition: selection',
    good: selecting("Image|endswith: '\\backup-tool.exe'"),
  },
  'values-empty': {
    severity: 'error',
    blocks: true,
    finds: 'A field with an empty list of values',
    why: 'An empty list has no value that could match, so the selection never matches. Add a value, or remove the field.',
    bad: selecting('User: «[]»'),
    good: selecting('User:\n    - backup'),
  },
  'value-type': {
    severity: 'error',
    blocks: true,
    finds: 'A value that is a map or a list',
    why: 'A value is text, a number, `true`, `false` or `null`. A map is usually a value with a colon and a space in it, which needs quotes.',
    bad: selecting('CommandLine|contains:\n    - «mode: delete»'),
    good: selecting("CommandLine|contains:\n    - 'mode: delete'"),
  },
  'null-in-list': {
    severity: 'error',
    finds: '`null` in a list of values',
    why: 'Backends disagree whether a list with `null` matches an absent field. A second selection with `field: null` is unambiguous.',
    bad: selecting('User:\n    - backup\n    - «null»'),
    good: 'detection:\n    selection:\n        User: backup\n    selection_none:\n        User: null\n    condition: 1 of selection*',
  },
  'all-single': {
    severity: 'error',
    finds: '`all` with a single value',
    why: '`all` joins the values of a list with “and”. With one value there is nothing to join: either a value is missing, or the modifier is left over.',
    bad: selecting("CommandLine|contains|«all»: 'delete catalog'"),
    good: selecting("CommandLine|contains|all:\n    - 'delete'\n    - 'catalog'"),
  },
  'modifier-unknown': {
    severity: 'error',
    blocks: true,
    finds: 'A modifier that does not exist',
    why: 'The specification has a fixed list of modifiers, in lower case. An unknown modifier has no meaning.',
    bad: selecting("CommandLine|«contians»: 'delete catalog'"),
    good: selecting("CommandLine|contains: 'delete catalog'"),
  },
  'modifier-order': {
    severity: 'error',
    blocks: true,
    finds: 'A modifier in the wrong place',
    why: 'Modifiers work from left to right, each on the result of the one before it. For example, an encoding has to come before `contains`, and `re` has to come first.',
    bad: selecting("CommandLine|contains|«base64offset»: 'delete catalog'"),
    good: selecting("CommandLine|base64offset|contains: 'delete catalog'"),
  },
  'modifier-value': {
    severity: 'error',
    blocks: true,
    finds: 'A value of the wrong type for its modifier',
    why: 'Comparisons expect a number, `exists` expects `true` or `false`, and so on. A number in quotes is text.',
    bad: selecting("ProcessId|gt: «'4'»"),
    good: selecting('ProcessId|gt: 4'),
  },
  'encoding-missing': {
    severity: 'error',
    blocks: true,
    finds: 'A character encoding without base64',
    why: '`wide` and similar modifiers give bytes, which cannot be compared with a field. Add `base64` or `base64offset` after them.',
    bad: selecting("CommandLine|«wide»: 'delete catalog'"),
    good: selecting("CommandLine|wide|base64offset|contains: 'delete catalog'"),
  },
  'encoding-wildcard': {
    severity: 'error',
    blocks: true,
    finds: 'A wildcard in an encoded value',
    why: 'A wildcard can stand for anything, so it cannot be encoded. Remove it, or write a backslash before it if you mean the character itself.',
    bad: selecting("CommandLine|base64offset|contains: 'delete«*»catalog'"),
    good: selecting("CommandLine|base64offset|contains: 'delete catalog'"),
  },
  'encoding-empty': {
    severity: 'error',
    blocks: true,
    finds: 'An empty encoded value',
    why: 'There are no characters to encode. Write a value.',
    bad: selecting("CommandLine|base64offset|contains: «''»"),
    good: selecting("CommandLine|base64offset|contains: 'delete catalog'"),
  },
  'regex-syntax': {
    severity: 'error',
    blocks: true,
    finds: 'A regular expression that cannot be read',
    why: 'The expression is invalid, or uses syntax that the engines here do not support. It is refused rather than given another meaning.',
    bad: selecting("CommandLine|re: 'delete\\s+«(»catalog'"),
    good: selecting("CommandLine|re: 'delete\\s+(system)?catalog'"),
  },
  'regex-backtracking': {
    severity: 'warning',
    finds: 'A regular expression that linear-time engines refuse',
    why: 'A lookahead or a back reference needs a backtracking engine, which can be slow on hostile input. RE2 and the backends built on it refuse the rule.',
    bad: selecting("CommandLine|re: «'delete\\s+(?!system)\\w+'»"),
    good: selecting("CommandLine|re: 'delete\\s+\\w+'"),
  },
  'placeholder-unset': {
    severity: 'error',
    blocks: true,
    finds: 'A placeholder without values',
    why: 'With `expand`, `%name%` is a placeholder for values of your environment. Set them under Placeholders.',
    bad: selecting("User|expand: '«%backup_accounts%»'"),
    good: selecting('User: backup'),
  },
  'expand-too-many': {
    severity: 'error',
    blocks: true,
    limit: true,
    finds: 'Placeholders that give too many combinations',
    why: 'Several placeholders in one value are combined: each value of one with each value of the others. Use fewer values.',
    bad: selecting("User|expand: «'%domains%%accounts%'»"),
    good: selecting("User|expand: '%accounts%'"),
  },
  'fieldref-name': {
    severity: 'error',
    blocks: true,
    finds: 'A `fieldref` without the name of a field',
    why: 'With `fieldref` the value is the name of another field of the event, without wildcards.',
    bad: selecting("User|fieldref: «'Parent*'»"),
    good: selecting('User|fieldref: ParentUser'),
  },
  'cidr-syntax': {
    severity: 'error',
    blocks: true,
    finds: 'An invalid network',
    why: '`cidr` expects an address and a prefix length: `10.0.0.0/8` or `fd00::/8`.',
    bad:
      'logsource:\n    category: network_connection\n    product: windows\n' +
      selecting("DestinationIp|cidr: «'10.0.0.0/40'»"),
    good:
      'logsource:\n    category: network_connection\n    product: windows\n' +
      selecting("DestinationIp|cidr: '10.0.0.0/8'"),
  },
  'cidr-host-bits': {
    severity: 'warning',
    finds: 'A network with host bits set',
    why: 'Only the bits of the prefix count. Bits set after it suggest that an address or another prefix length was meant.',
    bad:
      'logsource:\n    category: network_connection\n    product: windows\n' +
      selecting("DestinationIp|cidr: «'10.1.2.3/8'»"),
    good:
      'logsource:\n    category: network_connection\n    product: windows\n' +
      selecting("DestinationIp|cidr: '10.0.0.0/8'"),
  },
};

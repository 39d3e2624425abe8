import type { YamlCode } from '../../../rule';
import type { LintCards } from '../check';
import { selecting } from '../example';

/** From reading the YAML. */
export const YAML_CARDS: LintCards<YamlCode> = {
  'yaml-syntax': {
    severity: 'error',
    blocks: true,
    finds: 'Text that is not YAML',
    why: 'Nothing can be read after invalid YAML. The most common causes are a tab instead of spaces, a missing closing quote, and a value without quotes that begins with a special character.',
    bad: selecting('User: «@backup»'),
    good: selecting("User: '@backup'"),
  },
  'yaml-alias': {
    severity: 'error',
    blocks: true,
    finds: 'A star without quotes',
    why: 'In YAML, a star before a word refers to an anchor and is not a wildcard. Put a value that begins with a star in quotes, or use `endswith`.',
    bad: selecting('Image: «*backup-tool.exe»'),
    good: selecting("Image|endswith: '\\backup-tool.exe'"),
  },
  'yaml-aliases': {
    severity: 'error',
    blocks: true,
    limit: true,
    finds: 'Too many aliases',
    why: 'A few aliases that refer to one another can stand for millions of values. No rule needs them: write out the values.',
    bad: selecting('CommandLine|contains:\n    - &a catalog\n    - «*a»'),
    good: selecting('CommandLine|contains:\n    - catalog\n    - backup'),
  },
  'yaml-key': {
    severity: 'error',
    blocks: true,
    finds: 'A key that is a list or a map',
    why: 'YAML allows it, but it has no meaning in Sigma. The usual cause is a bracket or brace without quotes at the beginning of a line.',
    bad: 'title: Backup Catalog Removed\n«[author]»: Jo Example',
    good: 'title: Backup Catalog Removed\nauthor: Jo Example',
  },
  'yaml-duplicate-key': {
    severity: 'error',
    blocks: true,
    finds: 'The same key twice in a map',
    why: 'Only one of the two counts, and parsers disagree which, so a part of the rule is silently lost. Join the values in one list, or write a second selection.',
    bad: selecting("Image|endswith: '\\backup-tool.exe'\n«Image|endswith»: '\\catalog-tool.exe'"),
    good: selecting("Image|endswith:\n    - '\\backup-tool.exe'\n    - '\\catalog-tool.exe'"),
  },
  'yaml-merge-key': {
    severity: 'error',
    blocks: true,
    finds: 'A merge key (`<<`)',
    why: 'YAML 1.1 copies the entries of another map to the place of `<<: *name`. YAML 1.2, which the specification requires, has no such thing: there `<<` is a name like any other. pySigma reads 1.1 and copies; other tools do not. Write the entries out.',
    bad: 'detection:\n    base: &base\n        User: backup\n    selection:\n        «<<»: *base\n        CommandLine|contains: delete catalog\n    condition: selection or base',
    good: 'detection:\n    base:\n        User: backup\n    selection:\n        User: backup\n        CommandLine|contains: delete catalog\n    condition: selection or base',
  },
  'yaml-1-1': {
    severity: 'warning',
    finds: 'A value that older YAML reads differently',
    why: 'The specification uses YAML 1.2, but many tools still read 1.1, in which `yes` is true, `017` is fifteen and `12:30` is 750. In quotes, the value is the same for all.',
    bad: selecting('Answer: «yes»'),
    good: selecting("Answer: 'yes'"),
  },
};

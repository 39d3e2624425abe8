import type { YamlCode } from '../../../rule';
import type { LintCards } from '../check';
import { selecting } from '../example';

/** What reading the YAML finds. */
export const YAML_CARDS: LintCards<YamlCode> = {
  'yaml-syntax': {
    severity: 'error',
    blocks: true,
    finds: 'Text that is no YAML',
    why: 'Nothing of a text can be read from where its YAML breaks. Commonest are a tab instead of spaces, a quote that is not closed, and a plain value that begins with a character that means something in YAML.',
    bad: selecting('User: «@backup»'),
    good: selecting("User: '@backup'"),
  },
  'yaml-alias': {
    severity: 'error',
    blocks: true,
    finds: 'A star without quotes',
    why: 'In YAML a star before a word refers to an anchor, and no wildcard is meant by it. Put a value that begins with a star in quotes, or use `endswith`.',
    bad: selecting('Image: «*backup-tool.exe»'),
    good: selecting("Image|endswith: '\\backup-tool.exe'"),
  },
  'yaml-aliases': {
    severity: 'error',
    blocks: true,
    limit: true,
    finds: 'More aliases than a text may have',
    why: 'A few aliases that name one another can stand for millions of values. No rule needs them: write the few values out.',
    bad: selecting('CommandLine|contains:\n    - &a catalog\n    - «*a»'),
    good: selecting('CommandLine|contains:\n    - catalog\n    - backup'),
  },
  'yaml-key': {
    severity: 'error',
    blocks: true,
    finds: 'A key that is a list or a map',
    why: 'YAML allows it, and nothing in Sigma could be meant by it. Most often a bracket or a brace stands without quotes at the beginning of a line.',
    bad: 'title: Backup Catalog Removed\n«[author]»: Jo Example',
    good: 'title: Backup Catalog Removed\nauthor: Jo Example',
  },
  'yaml-duplicate-key': {
    severity: 'error',
    blocks: true,
    finds: 'The same key twice in a map',
    why: 'Only one of them can count, and parsers disagree which: one half of the rule is silently lost. Join the values in one list, or write a second selection.',
    bad: selecting("Image|endswith: '\\backup-tool.exe'\n«Image|endswith»: '\\catalog-tool.exe'"),
    good: selecting("Image|endswith:\n    - '\\backup-tool.exe'\n    - '\\catalog-tool.exe'"),
  },
  'yaml-1-1': {
    severity: 'warning',
    finds: 'A plain value that older YAML reads otherwise',
    why: 'The specification says YAML 1.2; many tools still read 1.1, for which `yes` is true, `017` is fifteen and `12:30` is 750. In quotes it is the same for all.',
    bad: selecting('Answer: «yes»'),
    good: selecting("Answer: 'yes'"),
  },
};

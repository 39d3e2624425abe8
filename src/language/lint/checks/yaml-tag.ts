import { say } from '../../../text';
import type { Check } from '../check';
import { isInText } from '../scalars';

const TAG = /(?:^[ \t]*-[ \t]+|^[ \t]*[\w|.-]+[ \t]*:[ \t]+)(!(?!!)[^\s,[\]{}]*)/gm;

export const yamlTag: Check<'yaml-tag'> = {
  id: 'yaml-tag',
  severity: 'warning',
  finds: 'A value that begins with an exclamation mark',
  why: 'Without quotes, YAML reads `!name` as a tag, which gives the type of the value, and leaves it out of the value.',
  bad: 'detection:\n    selection:\n        CommandLine|endswith: «!catalog» delete\n    condition: selection',
  good: "detection:\n    selection:\n        CommandLine|endswith: '!catalog delete'\n    condition: selection",
  text({ text, collection }, report) {
    if (!text.includes('!')) return;
    for (const match of text.matchAll(TAG)) {
      const end = match.index + match[0].length;
      if (isInText(collection, end - 1)) continue;
      report(
        { start: end - match[1]!.length, end },
        say`YAML reads \`${match[1]}\` as a tag and leaves it out of the value. Quote the value.`,
      );
    }
  },
};

import { say } from '../../../text';
import type { Check } from '../check';
import { isInText } from '../scalars';

/** An anchor at the start of a value, but not in quotes or comments. */
const ANCHOR = /(?:^[ \t]*-[ \t]+|^[ \t]*[\w|.-]+[ \t]*:[ \t]+)&([^\s,[\]{}]+)/gm;

export const yamlAnchorUnused: Check<'yaml-anchor-unused'> = {
  id: 'yaml-anchor-unused',
  severity: 'warning',
  finds: 'A value that begins with an ampersand',
  why: 'Without quotes, YAML reads `&name` as an anchor and leaves it out of the value. No alias refers to this anchor, so you probably mean a value.',
  bad: 'detection:\n    selection:\n        CommandLine|endswith: «&catalog» delete\n    condition: selection',
  good: "detection:\n    selection:\n        CommandLine|endswith: '&catalog delete'\n    condition: selection",
  text({ text, collection }, report) {
    if (!text.includes('&')) return;
    for (const match of text.matchAll(ANCHOR)) {
      const name = match[1]!;
      const end = match.index + match[0].length;
      if (text.includes(`*${name}`) || isInText(collection, end - 1)) continue;
      report(
        { start: end - name.length - 1, end },
        say`YAML reads \`&${name}\` as an anchor and leaves it out of the value. Quote the value.`,
      );
    }
  },
};

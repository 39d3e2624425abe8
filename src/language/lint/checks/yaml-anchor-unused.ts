import type { Check } from '../check';

/** An anchor where a value begins; what stands in quotes or comments is none. */
const ANCHOR = /(?:^[ \t]*-[ \t]+|^[ \t]*[\w|.-]+[ \t]*:[ \t]+)&([^\s,[\]{}]+)/gm;

export const yamlAnchorUnused: Check<'yaml-anchor-unused'> = {
  id: 'yaml-anchor-unused',
  severity: 'warning',
  finds: 'A value that begins with an ampersand',
  why: 'Without quotes YAML takes `&name` for an anchor, which names what stands behind, and leaves it out of the value. No alias refers to this one, so most likely a value is meant.',
  bad: 'detection:\n    selection:\n        CommandLine|endswith: «&catalog» delete\n    condition: selection',
  good: "detection:\n    selection:\n        CommandLine|endswith: '&catalog delete'\n    condition: selection",
  text({ text }, report) {
    if (!text.includes('&')) return;
    for (const match of text.matchAll(ANCHOR)) {
      const name = match[1]!;
      if (text.includes(`*${name}`)) continue;
      const end = match.index + match[0].length;
      report(
        { start: end - name.length - 1, end },
        `YAML reads \`&${name}\` as an anchor and leaves it out of the value. Quote the value.`,
      );
    }
  },
};

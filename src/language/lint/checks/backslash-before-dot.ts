import { prose } from '../../../text';
import { type Check, findsOthers, replace } from '../check';

export const backslashBeforeDot: Check<'backslash-before-dot'> = {
  id: 'backslash-before-dot',
  severity: 'warning',
  finds: 'A dot escaped as in a regular expression',
  why: 'Only regular expressions need a backslash before a dot: `tool\\.exe` looks for a file called `.exe` in a folder `tool`.',
  bad: "detection:\n    selection:\n        CommandLine|contains: 'backup-tool«\\.»exe'\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|contains: 'backup-tool.exe'\n    condition: selection",
  value(value, report) {
    const { item, text, scalar } = value;
    if (item.comparison === null || scalar.style === 'double' || !text.includes('\\.')) return;
    // If other backslashes separate folders, so does this one: a file may be called `.exe`.
    if (/(?<!\\)\\(?!\\)[\w %]/.test(text)) return;
    for (const match of text.matchAll(/(?<=[\w-])\\\.(?=(?:exe|dll|ps1|bat|cmd|vbs|js|hta)\b)/gi)) {
      const range = value.at(match.index, match.index + 2);
      report(
        range,
        prose('This dot needs no backslash outside of a regular expression. Remove the backslash.'),
        findsOthers(replace(prose('Remove the backslash'), range, '.')),
      );
    }
  },
};

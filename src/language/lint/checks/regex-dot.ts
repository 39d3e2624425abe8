import { prose } from '../../../text';
import { type Check, findsOthers, replace } from '../check';
import { activeIn } from '../regex-text';

export const regexDot: Check<'regex-dot'> = {
  id: 'regex-dot',
  severity: 'info',
  finds: 'An unescaped dot in a regular expression',
  why: 'In an expression, a dot stands for any character: `tool.exe` also matches `toolsexe`. `\\.` is a literal dot.',
  bad: "detection:\n    selection:\n        CommandLine|re: 'backup-\\w+«.»exe'\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|re: 'backup-\\w+\\.exe'\n    condition: selection",
  value(value, report) {
    const { item, text, scalar } = value;
    if (!item.has('re') || typeof scalar.value !== 'string') return;
    const pattern =
      /(?:\w|\\w[+*]?|[\])][+*]?)(\.)(?=\(?(?:\?:)?(?:exe|dll|ps1|bat|cmd|vbs|js|hta|txt|zip|com|net|org|php|aspx?)\b)/g;
    const active = activeIn(text);
    for (const match of text.matchAll(pattern)) {
      const at = match.index + match[0].length - 1;
      if (!active[at]) continue;
      const range = value.at(at, at + 1);
      report(
        range,
        prose('This dot stands for any character. For a literal dot, write `\\.`.'),
        scalar.style === 'double' ? null : findsOthers(replace(prose('Write `\\.`'), range, '\\.')),
      );
    }
  },
};

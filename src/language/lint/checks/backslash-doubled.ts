import { prose } from '../../../text';
import { type Check, replace } from '../check';

export const backslashDoubled: Check<'backslash-doubled'> = {
  id: 'backslash-doubled',
  severity: 'info',
  finds: 'An unnecessary double backslash',
  why: 'A backslash stands for itself, unless a wildcard or another backslash follows. Two are read as one, so one means the same and is easier to read.',
  bad: "detection:\n    selection:\n        Image|endswith: '\\tools«\\\\»backup-tool.exe'\n    condition: selection",
  good: "detection:\n    selection:\n        Image|endswith: '\\tools\\backup-tool.exe'\n    condition: selection",
  value(value, report) {
    const { item, text, scalar } = value;
    if (item.comparison === null || scalar.style === 'double' || !text.includes('\\\\')) return;
    for (const match of text.matchAll(/(?<=[\w:])\\\\(?=\w)/g)) {
      const range = value.at(match.index, match.index + 2);
      report(
        range,
        prose('Two backslashes are read as one. Write one.'),
        replace(prose('Write one backslash'), range, '\\'),
      );
    }
  },
};

import { type Check, replace } from '../check';

export const backslashDoubled: Check<'backslash-doubled'> = {
  id: 'backslash-doubled',
  severity: 'info',
  finds: 'A backslash written twice without need',
  why: 'A backslash stands for itself, unless a wildcard or another backslash follows. Two of them are read as one, so the value means the same; written once it looks like the path that it is.',
  bad: "detection:\n    selection:\n        Image|endswith: '\\tools«\\\\»backup-tool.exe'\n    condition: selection",
  good: "detection:\n    selection:\n        Image|endswith: '\\tools\\backup-tool.exe'\n    condition: selection",
  value(value, report) {
    const { item, text, scalar } = value;
    if (item.comparison === null || scalar.style === 'double' || !text.includes('\\\\')) return;
    for (const match of text.matchAll(/(?<=[\w:])\\\\(?=\w)/g)) {
      const range = value.at(match.index, match.index + 2);
      report(
        range,
        'Two backslashes are read as one. One is enough.',
        replace('Write one backslash', range, '\\'),
      );
    }
  },
};

import { type Check, replace } from '../check';

export const uncBackslash: Check<'unc-backslash'> = {
  id: 'unc-backslash',
  severity: 'warning',
  finds: 'A share whose two backslashes are read as one',
  why: 'Two backslashes are one in Sigma. A value that begins with a share’s `\\\\host` therefore looks for `\\host` at the beginning, where events have two. Write four.',
  bad: "detection:\n    selection:\n        Image|startswith: '«\\\\»backup01\\tools'\n    condition: selection",
  good: "detection:\n    selection:\n        Image|startswith: '\\\\\\\\backup01\\tools'\n    condition: selection",
  value(value, report) {
    const { item, text, scalar } = value;
    if (item.comparison !== 'exact' && item.comparison !== 'startswith') return;
    if (item.field === null || scalar.style === 'double' || !/^\\\\(?![\\*?])[^\\]+\\/.test(text)) return;
    const range = value.at(0, 2);
    report(
      range,
      'Two backslashes are read as one; events have two here. Write four.',
      replace('Write four backslashes', range, '\\\\\\\\'),
    );
  },
};

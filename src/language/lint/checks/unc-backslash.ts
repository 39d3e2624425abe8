import { type Check, replace } from '../check';

export const uncBackslash: Check<'unc-backslash'> = {
  id: 'unc-backslash',
  severity: 'warning',
  finds: 'A share with two backslashes that are read as one',
  why: 'In Sigma, two backslashes are one. A value that begins with `\\\\host` therefore looks for `\\host`, but events have two backslashes there. Write four.',
  bad: "detection:\n    selection:\n        Image|startswith: '«\\\\»backup01\\tools'\n    condition: selection",
  good: "detection:\n    selection:\n        Image|startswith: '\\\\\\\\backup01\\tools'\n    condition: selection",
  value(value, report) {
    const { item, text, scalar } = value;
    if (item.comparison !== 'exact' && item.comparison !== 'startswith') return;
    if (item.field === null || scalar.style === 'double' || !/^\\\\(?![\\*?])[^\\]+\\/.test(text)) return;
    const range = value.at(0, 2);
    report(
      range,
      'Two backslashes are read as one, but events have two here. Write four.',
      replace('Write four backslashes', range, '\\\\\\\\'),
    );
  },
};

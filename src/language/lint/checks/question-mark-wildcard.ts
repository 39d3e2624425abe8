import { type Check, replace } from '../check';

export const questionMarkWildcard: Check<'question-mark-wildcard'> = {
  id: 'question-mark-wildcard',
  severity: 'info',
  finds: 'The question mark of an address',
  why: 'A question mark stands for any one character, so `.php?id=` is also found in `.phpXid=`. `\\?` is the question mark itself.',
  bad: "logsource:\n    category: proxy\ndetection:\n    selection:\n        c-uri|contains: '.php«?»id='\n    condition: selection",
  good: "logsource:\n    category: proxy\ndetection:\n    selection:\n        c-uri|contains: '.php\\?id='\n    condition: selection",
  value(value, report) {
    const { item, text, scalar } = value;
    if (item.comparison === null || typeof scalar.value !== 'string' || scalar.style === 'double') return;
    const found = /(?:\.[a-z]{2,5}|\/[\w.-]*)\?(?=[\w.%-]+=)/i.exec(text);
    if (!found) return;
    const start = found.index + found[0].length - 1;
    const range = value.at(start, start + 1);
    report(
      range,
      'Here `?` stands for any one character. For the question mark itself write `\\?`.',
      replace('Write `\\?`', range, '\\?'),
    );
  },
};

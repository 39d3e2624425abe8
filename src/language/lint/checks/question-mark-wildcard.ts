import { prose } from '../../../text';
import { type Check, findsOthers, replace } from '../check';

export const questionMarkWildcard: Check<'question-mark-wildcard'> = {
  id: 'question-mark-wildcard',
  severity: 'info',
  finds: 'A question mark in an address',
  why: 'A question mark stands for any single character, so `.php?id=` also matches `.phpXid=`. `\\?` is a literal question mark.',
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
      prose('`?` stands for any single character. For a literal question mark, write `\\?`.'),
      findsOthers(replace(prose('Write `\\?`'), range, '\\?')),
    );
  },
};

import { expect, test } from 'vitest';
import { entryAt } from './look-up';

const RULE = 'title: T.\ndetection:\n    s:\n        A|contains: b\n    condition: s\n';
const at = (text: string) => RULE.indexOf(text) + 1;
const TITLE = { code: 'title-dot', range: { start: 8, end: 9 } } as const;
const WHOLE = { code: 'meta-missing', range: { start: 0, end: RULE.length } } as const;

test.each([
  ['what is written there', { offset: at('contains'), suggested: null }, [], 'modifier:contains'],
  ['the narrowest problem', { offset: 8, suggested: null }, [WHOLE, TITLE], 'check:title-dot'],
  ['the chosen suggestion', { offset: at('contains'), suggested: 'endswith' }, [WHOLE], 'modifier:endswith'],
  ['a suggestion of one’s own', { offset: at('A|'), suggested: 'mine' }, [], ''],
  ['nothing', { offset: at('s:'), suggested: null }, [], ''],
] as const)('leads to %s', (_, looked, problems, id) => {
  expect(entryAt(RULE, looked, problems)).toBe(id);
});

import { expect, test } from 'vitest';
import type { Shared } from '../../state/share';
import { contentsWords } from './contents';

const NONE = { ignoreLogsource: false, placeholders: {} };
const WHOLE: Shared = {
  rule: 'title: a',
  events: '{}',
  settings: { ignoreLogsource: true, placeholders: { p: ['x'] }, expected: { a: 'match', b: 'no match' } },
};

test.each<[Shared, boolean, string]>([
  [{ rule: 'title: a', events: '', settings: NONE }, true, 'The link holds the rule (8 characters).'],
  [
    { rule: '', events: '{}', settings: NONE },
    true,
    'The link holds the events with made-up names (2 characters).',
  ],
  [
    WHOLE,
    false,
    'The link holds the rule (8 characters), the events (2 characters), 2 tests, values of placeholders and that log sources are ignored.',
  ],
  [
    { rule: '', events: '{}', settings: { ...NONE, spec: '2.2.0' } },
    false,
    'The link holds the events (2 characters) and the version of Sigma that you picked.',
  ],
  [
    { rule: '', events: '', settings: WHOLE.settings },
    true,
    'The link holds nothing of your work: it opens the page.',
  ],
])('%#', (shared, areMadeUp, words) => {
  expect(contentsWords(shared, areMadeUp)).toBe(words);
});

import { expect, test } from 'vitest';
import type { Work } from '../state/session';
import { settingsBack } from './undo';

type Settings = Work['settings'];
const PLAIN: Settings = { ignoreLogsource: false, placeholders: {} };
const with_ = (part: Partial<Settings>): Settings => ({ ...PLAIN, ...part });

for (const [what, old, after, now, back] of [
  ['nothing was changed', PLAIN, PLAIN, PLAIN, PLAIN],
  ['changed by the change', with_({ ignoreLogsource: true }), PLAIN, PLAIN, with_({ ignoreLogsource: true })],
  [
    'taken away by the change',
    with_({ format: 'CSV' }),
    PLAIN,
    with_({ lintOff: ['x'] }),
    with_({ format: 'CSV', lintOff: ['x'] }),
  ],
  ['added by the change', PLAIN, with_({ format: 'CSV' }), with_({ format: 'CSV' }), PLAIN],
  ['changed since', with_({ format: 'CSV' }), PLAIN, with_({ format: 'XML' }), with_({ format: 'XML' })],
  [
    'another was changed since',
    with_({ ignoreLogsource: true }),
    PLAIN,
    with_({ placeholders: { a: ['b'] } }),
    with_({ ignoreLogsource: true, placeholders: { a: ['b'] } }),
  ],
] as const)
  test(`settings that an undo brings back: ${what}`, () => {
    expect(settingsBack(old, after, now)).toEqual(back);
  });

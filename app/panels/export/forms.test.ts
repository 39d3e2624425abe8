import { expect, test } from 'vitest';
import { exportName } from './forms';

test.each([
  ['net.yml', 'Title', 'net.svg'],
  ['', 'Who: am/I?', 'Who amI.svg'],
  ['', '../../etc', 'rule.svg'],
  ['', '', 'rule.svg'],
  ['a\u202eb.yaml', '', 'ab.svg'],
  ['', 'x'.repeat(200), `${'x'.repeat(80)}.svg`],
])('%j, %j is saved as %s', (file, title, name) => {
  expect(exportName(file, title, 'svg')).toBe(name);
});

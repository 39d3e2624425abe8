import { expect, test } from 'vitest';
import type { SpecVersion } from '../../../src/knowledge';
import type { ReadAs } from '../../../src/live';
import { plain } from '../../../src/text';
import { versionSaid } from './version-words';

const as = (spec: SpecVersion, says: string | null = null, documents = 1): ReadAs => ({
  spec,
  says,
  documents,
});

test.each<[picked: SpecVersion, versions: ReadAs[], label: string, note: string, isDraft: boolean]>([
  ['2.1.0', [], '2.1.0', '', false],
  ['2.2.0', [], '2.2.0 draft', '', true],
  ['2.1.0', [as('2.1.0')], '2.1.0', '', false],
  ['proposals', [as('proposals', null, 3)], 'proposals', '', true],
  [
    '2.1.0',
    [as('proposals', '3')],
    'rule says 3',
    'The rule itself says `sigma-version: 3`: it is read with proposals, whatever is picked. Picked for rules that say nothing: 2.1.0.',
    true,
  ],
  [
    'proposals',
    [as('2.1.0', '2.1', 2)],
    'rule says 2.1',
    'The rule itself says `sigma-version: 2.1`: it is read as 2.1.0, whatever is picked. Picked for rules that say nothing: with proposals.',
    false,
  ],
  [
    '2.1.0',
    [as('2.1.0'), as('2.2.0', '2.2')],
    '2.1.0 + own',
    'What says `sigma-version: 2.2` is read as 2.2.0 draft. The others are read as picked here.',
    true,
  ],
  [
    '2.1.0',
    [as('proposals', '3'), as('2.2.0', '2.2')],
    'own versions',
    'The documents have a `sigma-version` of their own, which wins.',
    true,
  ],
  [
    '2.2.0',
    [as('proposals', '3'), as('2.2.0'), as('2.1.0', '2.1')],
    '2.2.0 draft + own',
    'Some documents have a `sigma-version` of their own, which wins. The others are read as picked here.',
    true,
  ],
])('%s picked, %j', (picked, versions, label, note, isDraft) => {
  const said = versionSaid(picked, versions);
  expect({ ...said, note: said.note ? plain(said.note) : '' }).toEqual({ label, note, isDraft });
});

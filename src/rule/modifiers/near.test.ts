import { describe, expect, test } from 'vitest';
import { readEvents } from '../../event';
import { explain, missWords } from '../../match';
import { plain } from '../../text';
import { compile } from '../compile/compile';

describe('the reason for a miss says where the nearest part begins to differ', () => {
  const row = (item: string, value: string, text: string, found: string, expected: string) => ({
    item,
    value,
    text,
    found,
    expected,
  });
  test.each([
    row(
      'F|contains: trustedDomain',
      'a=trusted)" -attr *',
      'Nearest is `trusted`; after it comes `)" -attr *` instead of `Domain`.',
      ')" -attr *',
      'Domain',
    ),
    row('F|contains: uninstall', 'wmic call install /q', 'Nearest is `install`.', ' /q', ''),
    row('F|contains: uninstall', 'install', 'Nearest is `install`.', '', ''),
    row(
      'F|endswith: whoami.exe',
      'C:\\myami.exe',
      'Nearest is `ami.exe`; before it comes `C:\\my` instead of `who`.',
      'C:\\my',
      'who',
    ),
    row(
      'F|startswith: whoami.exe',
      'whoami.com',
      'Nearest is `whoami.`; after it comes `com` instead of `exe`.',
      'com',
      'exe',
    ),
    row('F: whoami', 'whoami /all', 'Nearest is `whoami`, with more after it.', ' /all', ''),
  ])('$item with $value', ({ item, value, text, found, expected }) => {
    const { plan } = compile(`title: T\ndetection:\n    s:\n        ${item}\n    condition: s\n`);
    const trace = explain(plan!, readEvents(JSON.stringify({ F: value })).slices[0]!.event!);
    const miss = trace.causes[0]!.miss;
    expect(plain(missWords(miss))).toContain(text);
    expect(miss.near).toMatchObject({ found, expected });
  });
});

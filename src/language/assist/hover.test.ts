import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plain } from '../../text';
import { type HoverFacts, hover } from './hover';

const FACTS: HoverFacts = {
  uses: () => ({ rules: 1200, fields: [{ field: 'Image', rules: 700 }] }),
  values: (field) => (field === 'Image' ? [{ value: 'C:\\it.exe', events: 2 }] : []),
  hits: () => ({ events: 3, total: 10 }),
};
const HEAD = 'logsource:\n    product: windows\n    service: security\ndetection:\n';
const BODY = `${HEAD}    selection_a:\n        Image: x\n    selection_b:\n        Image: y\n`;

/** `▮` marks the pointer; what the hover says, and about which characters. */
function told(marked: string) {
  const text = marked.replace('▮', '');
  const found = hover(text, marked.indexOf('▮'), FACTS);
  return (
    found && { of: text.slice(found.range.start, found.range.end), lines: found.lines.map(plain).join('\n') }
  );
}

const OVER_RULES =
  'name: first_one\ntitle: First\ndetection:\n    s: x\n---\nsigma-version: 2.2\ncorrelation:\n    type: temporal_ordered\n    rules: [first_one, b]\n';

describe('the hover for a place', () => {
  test.each<[marked: string, of: string, said: string]>([
    ['le▮vel: high', 'level', 'How severe'],
    ['rulety▮pe: Sigma', 'ruletype', 'Hayabusa'],
    ['custom_attri▮butes:\n    a: b', 'custom_attributes', 'pySigma and rsigma'],
    ['custom_attributes:\n    rsigma.ex▮emplars: []', 'rsigma.exemplars', 'example events'],
    ['rsigma.ads.ex▮empt: true', 'rsigma.ads.exempt', 'rsigma'],
    ['event▮id: [1]', 'eventid', 'Zircolite'],
    ['logsource:\n    prod▮uct: windows', 'product', 'product that writes'],
    [`${OVER_RULES}    condition: fi▮rst_one and not b`, 'first_one', 'The rule `first_one`: First'],
    [`${OVER_RULES}    condition: first_one and n▮ot b`, 'not', 'must not match'],
    ['level: hi▮gh', 'high', 'Worth a look immediately'],
    ['tags:\n    - attack.t1059▮.001', 'attack.t1059.001', 'Command and Scripting Interpreter: PowerShell'],
    ['tags:\n    - attack.def▮ense-evasion', 'attack.defense-evasion', 'Stealth or Defense Impairment'],
    ['tags:\n    - attack.exec▮ution', 'attack.execution', 'TA0002'],
    [`${HEAD}    s:\n        Ima▮ge|contains: a`, 'Image', '700 of 1,200 rules'],
    [`${HEAD}    s:\n        Ima▮ge|contains: a`, 'Image', '`C:\\it.exe`'],
    [`${HEAD}    s:\n        Image|cont▮ains|all: a`, 'contains', 'The field contains the value'],
    [`${HEAD}    s:\n        EventID: 46▮88`, '4688', 'process'],
    [`${HEAD}    s:\n        Image: 'a▮b'`, 'ab', 'Matches in 3 of 10 events'],
    [`${HEAD}    s:\n        C|base64offset|contains: 'som▮ething'`, 'something', 'base64 offset 2'],
    [`${HEAD}    s:\n        C|wide|base64offset|contains: 'so▮'`, 'so', '73 00 6f 00'],
    [`${HEAD}    s:\n        C|windash|contains: ' -a▮'`, ' -a', '`—`'],
    [`${HEAD}    s:\n        - wor▮d`, 'word', 'contains'],
    [`${HEAD}    selec▮tion:\n        Image: a`, 'selection', '`Image: a`'],
    [`${BODY}    condition: selection_▮a and x`, 'selection_a', '`Image: x`'],
    [`${BODY}    condition: 1 of selec▮tion_*`, 'selection_*', '`selection_a`, `selection_b`'],
    [`${BODY}    condition: selection_a an▮d x`, 'and', 'Both sides'],
    [`title: [\n${BODY}    condition: selection_▮a and`, 'selection_a', '`Image: x`'],
  ])('%j', (marked, of, said) => {
    const found = told(marked);
    expect(found?.of).toBe(of);
    expect(found?.lines).toContain(said);
  });

  test.each(['# le▮vel', 'title: A▮', '▮', 'own: x▮'])('no hover for %j', (marked) => {
    expect(told(marked)).toBeNull();
  });

  test('for a value that does not compile, only its hits', () => {
    expect(told(`${HEAD}    s:\n        C|nonsense: 'a▮'`)?.lines).toBe('Matches in 3 of 10 events.');
  });

  test('any text at any offset gives a range in its bounds', () => {
    const piece = fc.constantFrom(
      'a',
      ':',
      ' ',
      '\n',
      '- ',
      "'",
      '[',
      '|',
      '\n    ',
      '\n        ',
      'detection:',
      'condition:',
      'tags:',
      'attack.t1059',
      '*',
    );
    fc.assert(
      fc.property(fc.array(piece), fc.nat(), (pieces, n) => {
        const text = pieces.join('');
        const found = hover(text, n % (text.length + 1), FACTS);
        if (found) expect(found.range.end <= text.length && found.range.start < found.range.end).toBe(true);
      }),
    );
  });
});

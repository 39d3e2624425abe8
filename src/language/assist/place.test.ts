import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeAt } from './place';

/** `▮` marks the cursor. Returns the kind, the path, and the text before the cursor. */
function told(marked: string): string {
  const offset = marked.indexOf('▮');
  const place = placeAt(marked.replace('▮', ''), offset);
  return `${place.kind} ${place.path.join('/')} <${place.before}>`;
}

const RULE = 'title: A\nlogsource:\n    product: windows\ndetection:\n';

describe('the place of a cursor', () => {
  test.each<[string, string]>([
    ['▮', 'key  <>'],
    ['ti▮', 'key  <ti>'],
    ['ti▮tle: A', 'key  <ti>'],
    ['title:▮', 'value title <>'],
    ['title: A▮', 'value title <A>'],
    ['level: hi▮gh # so', 'value level <hi>'],
    ['level: high # s▮o', 'none level <>'],
    ['# a▮', 'none  <>'],
    ['level: "hi▮', 'value level <hi>'],
    ["level: 'hi▮'", 'value level <hi>'],
    ["level: 'hi'▮", 'none level <>'],
    ['tags:\n    - at▮', 'value tags <at>'],
    ['tags:\n- at▮', 'value tags <at>'],
    ['tags:\n    - a\n    - ▮', 'value tags <>'],
    ['tags: [a, b▮]', 'value tags <b>'],
    ["tags: ['a', '▮", 'value tags <>'],
    ['tags: [a]▮', 'none tags <>'],
    ['logsource:\n    ▮', 'key logsource <>'],
    ['logsource:\n    product: w▮', 'value logsource/product <w>'],
    ['logsource:\n    product: windows\n    ▮', 'key logsource <>'],
    ['logsource:\n    product: windows\n▮', 'key  <>'],
    [`${RULE}    se▮`, 'key detection <se>'],
    [`${RULE}    sel:\n        Im▮`, 'key detection/sel <Im>'],
    [`${RULE}    sel:\n        Image|ends▮`, 'key detection/sel <Image|ends>'],
    [`${RULE}    sel:\n        Image|ends▮: a`, 'key detection/sel <Image|ends>'],
    [`${RULE}    sel:\n        - Im▮`, 'key detection/sel <Im>'],
    [`${RULE}    sel:\n        - Image: a\n          Us▮`, 'key detection/sel <Us>'],
    [
      `${RULE}    sel:\n        - Image: a\n          User:\n              - b▮`,
      'value detection/sel/User <b>',
    ],
    [`${RULE}    sel:\n    - Image: a\n      User:\n      - b▮`, 'value detection/sel/User <b>'],
    [
      `${RULE}    sel:\n        Image|contains:\n            - a\n            - '\\b▮`,
      'value detection/sel/Image|contains <\\b>',
    ],
    [`${RULE}    sel:\n        Image|contains:\n            - a\n        ▮`, 'key detection/sel <>'],
    [`${RULE}    condition: sel and▮`, 'value detection/condition <sel and>'],
    [`${RULE}    condition: >\n        sel and▮`, 'value detection/condition <sel and>'],
    ['description: |\n    se▮', 'none description <>'],
    ['description: a\n    se▮', 'none  <>'],
    ['title: A\n---\n▮', 'key  <>'],
    ['logsource:\n---\n    ▮', 'key  <>'],
  ])('%j', (marked, expected) => {
    expect(told(marked)).toBe(expected);
  });

  test('for any text and offset, within its bounds', () => {
    const text = fc.array(
      fc.constantFrom(
        'a',
        ':',
        ' ',
        '\n',
        '- ',
        "'",
        '"',
        '[',
        ',',
        ']',
        '#',
        '|',
        '    ',
        'detection:\n',
        '\r',
      ),
    );
    fc.assert(
      fc.property(text, fc.nat(), (pieces, n) => {
        const all = pieces.join('');
        const offset = n % (all.length + 1);
        const { range, before, whole } = placeAt(all, offset);
        expect(range.start).toBeLessThanOrEqual(offset);
        expect(range.end).toBeGreaterThanOrEqual(offset);
        if (whole !== '') expect(whole).toBe(all.slice(range.start, range.end));
        expect(whole.startsWith(before)).toBe(true);
      }),
    );
  });
});

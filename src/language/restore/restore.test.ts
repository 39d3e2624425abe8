import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAMAGES, flattened } from '../../testing/damage';
import { rule as generatedRule } from '../../testing/generate';
import { expectLinear } from '../../testing/growth';
import { plain } from '../../text';
import { restore } from './restore';
import { RULES, rule } from './rules.cases';
import { contentOf, soundDocuments } from './sound';

const contentIn = (text: string) => contentOf(soundDocuments(text)!);

describe('a rule that lost its indentation', () => {
  test.each(Object.entries(RULES))('%s', (_, text) => {
    expect(restore(text)).toBeNull();
    const found = restore(flattened(text));
    expect(found).toMatchObject({ kinds: ['indentation'], why: null });
    expect(found!.text).toBe(text);
  });

  test.each(Object.entries(RULES))('%s, with one space left before nested lines', (_, text) => {
    const left = text.replace(/^ +/gm, ' ');
    expect(contentIn(restore(left)?.text ?? left)).toBe(contentIn(text));
  });

  test('line endings are kept', () => {
    const text = RULES['a list of maps']!.replaceAll('\n', '\r\n');
    expect(restore(flattened(text))!.text).toBe(text);
  });
});

describe('an ambiguous rule is not restored, and the reason is given', () => {
  test.each<[name: string, text: string, why: RegExp]>([
    [
      'a list that may be of a field or a selection',
      rule(`    selection:
        User: backup
    words:
        - 'delete'
    condition: 1 of them
`),
      /^`words:` may belong to `selection` or to `detection`\.$/,
    ],
    [
      'a selection that the condition does not use',
      rule(`    selection:
        User: backup
    words:
        - 'delete'
    condition: selection
`),
      /^`words:` may belong to `selection` or to `detection`\.$/,
    ],
    [
      'a key of their own behind the detection',
      rule(`    selection:
        User: backup
    condition: selection
`)
        .replace('level:', 'notes:\n    - seen\nlevel:')
        .replace('falsepositives:\n    - Administrators\n', ''),
      /^`notes:` may belong to `detection` or to the top of the rule\.$/,
    ],
    [
      'a list in a text',
      rule('    selection:\n        User: backup\n    condition: selection\n').replace(
        'Whoever',
        'Look for:\n      - Whoever',
      ),
      /^It is unclear what `- Whoever does that .*…` belongs to\.$/,
    ],
    [
      'lists in lists',
      rule(`    selection:
        - - User: backup
          - User: admin
        - - User: other
    condition: selection
`),
      /^It is unclear what `- - User: backup` belongs to\.$/,
    ],
    [
      'a field without a value',
      rule(`    selection:
        User:
    condition: selection
`),
      /^It is unclear what `condition: selection` belongs to\.$/,
    ],
    [
      'a condition that names what is not there',
      rule(`    selection:
        User: backup
    condition: selection and other
`),
      /^The condition refers to `other`, but no line begins a selection with that name\.$/,
    ],
  ])('%s', (_, text, why) => {
    const found = restore(flattened(text));
    expect(found).toMatchObject({ kinds: ['indentation'], text: null });
    expect(plain(found!.why!)).toMatch(why);
  });
});

describe('what pages, chats and terminals add', () => {
  const CASES = Object.entries(DAMAGES).flatMap(([name, damage]) =>
    Object.entries(RULES).map(([which, text]) => [name, which, damage, text] as const),
  );

  test.each(CASES)('%s: %s', (_, __, damage, text) => {
    const damaged = damage(text);
    const found = restore(damaged);
    expect(contentIn(found?.text ?? damaged)).toBe(contentIn(text));
  });

  test.each(CASES)('%s, and the indentation lost: %s', (_, __, damage, text) => {
    const found = restore(damage(flattened(text)));
    expect(contentIn(found!.text!)).toBe(contentIn(text));
    expect(found!.kinds).toContain('indentation');
  });

  test.each<[names: string[], kinds: string[]]>([
    [
      ['numbers', 'fence'],
      ['fence', 'line-numbers'],
    ],
    [
      ['fence', '> and a blank'],
      ['marks', 'fence'],
    ],
    [
      ['no-break spaces everywhere', '> and a blank'],
      ['marks', 'no-break-spaces'],
    ],
    [
      ['> and a blank', 'entities'],
      ['entities', 'marks'],
    ],
    [
      ['tabs', 'numbers with a colon', 'fence', '> alone'],
      ['marks', 'fence', 'line-numbers', 'tabs'],
    ],
  ])('%j are reported as %j', (names, kinds) => {
    for (const text of Object.values(RULES)) {
      const damaged = names.reduce((before, name) => DAMAGES[name]!(before), text);
      const found = restore(damaged);
      expect(found).toMatchObject({ kinds, why: null });
      expect(contentIn(found!.text!)).toBe(contentIn(text));
    }
  });

  test('the rules are taken from several fences', () => {
    const { 'lists of maps only': one, 'a filter': other } = RULES;
    const found = restore(
      `One:\n\`\`\`\n${one}\`\`\`\nAn event:\n\`\`\`json\n{"a":1}\n\`\`\`\n\`\`\`\n${other}\`\`\`\n`,
    );
    expect(contentIn(found!.text!)).toBe(contentIn(`${one}---\n${other}`));
  });

  test('spaces in a value that may be meant are not changed', () => {
    const text = rule(
      `    selection:\n        CommandLine|contains:\n            - '\u00a0'\n    condition: selection\n`,
    );
    expect(restore(text)).toBeNull();
    expect(restore(DAMAGES['no-break spaces before lines']!(text))).toMatchObject({
      kinds: ['no-break-spaces'],
      text: null,
      why: [expect.stringContaining('may be meant')],
    });
    expect(restore(flattened(text))).toMatchObject({
      kinds: ['indentation'],
      text: null,
      why: [expect.stringContaining('no-break space')],
    });
  });

  test('entities that the rule may look for are not changed', () => {
    const text = rule(
      `    selection:\n        CommandLine|contains: '&lt;script'\n    condition: selection\n`,
    );
    expect(restore(text)).toBeNull();
    expect(restore(flattened(text))).toMatchObject({
      text: null,
      why: expect.arrayContaining([{ code: '&lt;' }]),
    });
  });
});

describe('any other text stays unchanged', () => {
  test.each([
    '',
    '\n',
    'detection',
    'detection:\nselection:\n',
    '{"detection": {"a": 1}}',
    '> a quotation about detection\n> and another line\n> and a third',
    '1. detection\n2. correlation\n3. filter',
    'A text about detection: nothing else.\nA second line.\nA third.',
    'title: A\nlogsource:\n    product: windows\ndetection:\n    selection:\n    condition: selection\n',
    'title: A\nlogsource:\n    product: windows\ndetection:\n    selection:\n        User|con\n    condition: selection\n',
  ])('%j', (text) => {
    expect(restore(text)?.text ?? null).toBeNull();
  });
});

describe('laws', () => {
  test('a generated rule without its indentation is restored exactly, or nothing is offered', () => {
    let back = 0;
    fc.assert(
      fc.property(generatedRule, (text) => {
        const found = restore(flattened(text));
        if (!found?.text) return;
        back++;
        expect(contentIn(found.text)).toBe(contentIn(text));
      }),
      { numRuns: 300 },
    );
    expect(back).toBeGreaterThan(100);
  });

  test('so is one with any other damage added', () => {
    const damage = fc.constantFrom(...Object.values(DAMAGES), flattened, (text: string) => text);
    fc.assert(
      fc.property(generatedRule, damage, damage, (text, one, other) => {
        const found = restore(other(one(text)));
        if (found?.text) expect(contentIn(found.text)).toBe(contentIn(text));
      }),
      { numRuns: 300 },
    );
  });

  test('any text: the result reads as rules, and nothing throws', () => {
    const piece = fc.constantFrom(
      'title: a',
      'logsource:',
      'detection:',
      'selection:',
      'condition: selection',
      'filter:',
      'correlation:',
      '- a',
      '- a: b',
      'a: |',
      "a: '",
      '```',
      '>',
      '1 ',
      '&#39;',
      '\u00a0',
      '\t',
      '---',
      ' ',
      '\n',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const found = restore(pieces.join(''));
        if (found?.text) expect(soundDocuments(found.text)).not.toBeNull();
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['values', "- 'a'\n"],
    ['fields', "Field{n}: 'a'\n"],
    ['maps', "- Field: 'a'\nOther: b\n"],
    ['open quotes', "- 'a\n"],
  ])('a long rule of %s takes linear time', (_, piece) => {
    expectLinear(
      400,
      (size) =>
        flattened(
          `title: a\nlogsource:\nproduct: a\ndetection:\nselection:\n${piece.startsWith("- '") ? 'Image:\n' : ''}${Array.from({ length: size }, (_, n) => piece.replace('{n}', String(n))).join('')}condition: selection\n`,
        ),
      restore,
    );
  });
});

import { describe, expect, test } from 'vitest';
import { compile, MODIFIERS } from '../../rule';
import { modifiersAfter } from './modifiers';

const names = (written: string) =>
  modifiersAfter(written === '' ? [] : written.split('|')).map((m) => m.name);

describe('the modifiers that may follow', () => {
  test.each<[string, string[], string[]]>([
    ['', ['contains', 're', 'cidr', 'exists', 'gt', 'base64', 'fieldref', 'expand'], ['i', 'm', 's']],
    ['re', ['i', 'm', 's', 'all'], ['re', 'contains', 'base64', 'exists']],
    ['re|i', ['m', 's'], ['i', 're']],
    ['wide', ['base64', 'base64offset'], ['re', 'cidr', 'wide']],
    ['contains', ['all', 'cased', 'windash'], ['startswith', 'contains', 're', 'exists']],
    ['hour', ['gte', 'lt'], ['contains', 'minute']],
    ['exists', [], ['all', 'contains']],
    ['fieldref', ['startswith', 'endswith'], ['re', 'base64']],
    ['nonsense', [], ['contains']],
  ])('%s', (written, may, mayNot) => {
    const found = names(written);
    expect(found).toEqual(expect.arrayContaining(may));
    for (const name of mayNot) expect(found).not.toContain(name);
  });

  test('a modifier not offered compiles with no value, or is a useless second end', () => {
    const ends = ['contains', 'startswith', 'endswith'];
    const values = ["'letters'", "'10.0.0.0/8'", "'%name%'", '5', 'true', 'null'];
    for (const first of MODIFIERS)
      for (const { name } of MODIFIERS) {
        if (ends.includes(first.name) && ends.includes(name)) continue;
        if (names(first.name).includes(name)) continue;
        for (const value of values) {
          const rule = `title: A\nlogsource:\n    product: windows\ndetection:\n    s:\n        F|${first.name}|${name}: ${value}\n    condition: s\n`;
          const { plan } = compile(rule, { placeholders: { name: ['letters'] } });
          expect({ first: first.name, name, value, plan: plan !== null }).toStrictEqual({
            first: first.name,
            name,
            value,
            plan: false,
          });
        }
      }
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tell } from '../../testing/oracle/check';
import { plain } from '../../text';
import { missWords } from './miss';

describe('of several values, the nearest is shown', () => {
  test('of numbers, the one with the smallest difference, wherever it is', () => {
    const number = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(fc.uniqueArray(number, { minLength: 2, maxLength: 6 }), number, (values, held) => {
        fc.pre(!values.includes(held));
        const { trace, rule, values: told } = tell(`F: [${values.join(', ')}]`, { F: held });
        const [cause] = trace.causes;
        const range = told.find(({ id }) => id === cause!.value)!.rule;
        const written = Number(rule.slice(range.start, range.end));
        const least = Math.min(...values.map((v) => Math.abs(v - held)));
        expect(Math.abs(written - held)).toBe(least);
        expect(plain(missWords(cause!.miss))).toBe(
          `\`F\` is \`${held}\`, not ${written} (the nearest of ${values.length} values).`,
        );
      }),
    );
  });

  test('a value is as near to another as that is to it', () => {
    const word = fc.uniqueArray(fc.constantFrom(...'abcdefghijklmnop -/'), { minLength: 2, maxLength: 12 });
    const pair = fc
      .tuple(
        word,
        fc.nat(),
        fc.nat(3),
        fc.constantFrom('x', 'xyz', ' xyz', 'x yz'),
        fc.constantFrom('', 'xyz', 'x '),
      )
      .map(([letters, where, cut, insert, front]) => {
        const at = where % letters.length;
        const changed = [...letters];
        changed.splice(at, cut, insert);
        return [`q${letters.join('')}`, `${front}q${changed.join('')}`] as const;
      });
    let near = 0;
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const missOf = (value: string, held: string) => {
          const { miss } = tell(`F: ${JSON.stringify(value)}`, { F: held }).trace.causes[0] ?? {};
          return miss?.reason === 'value differs' ? miss : undefined;
        };
        const [one, other] = [missOf(a, b), missOf(b, a)];
        if (!one || !other) return;
        if (one.near) near++;
        expect([one.near !== undefined, one.distance]).toEqual([other.near !== undefined, other.distance]);
      }),
      { numRuns: 1000 },
    );
    expect(near).toBeGreaterThan(50);
  });
});

describe('a long value is cut around the place that decides', () => {
  test.each([
    ['F|contains: needle', 'needl'],
    ["F|re: 'need\\wx'", 'need'],
    ['F|contains|cased: Needle', 'needle'],
    ['F|contains: ne\u00e9dle', 'nee\u0301dle'],
    ['F|base64offset|contains: needle', 'needle'],
  ])('%s', (detection, held) => {
    const before = 'v w '.repeat(100);
    const { trace } = tell(detection, { F: `${before}${held}${' x y'.repeat(100)}` });
    const { miss } = trace.causes[0]!;
    if (!('value' in miss) || !miss.value) throw new Error('no value is told');
    const { text, from, cut } = miss.value;
    expect([text.length, cut, from > 0]).toEqual([80, true, true]);
    const { start, end } = miss.near!.value;
    expect(text.slice(start - from, end - from)).toBe((before + held + ' x y'.repeat(100)).slice(start, end));
    expect(start).toBeGreaterThanOrEqual(before.length);
  });
});

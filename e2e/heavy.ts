/*
 * Texts that are far too long for a screen, as someone may paste or link them.
 */

const HEAD = 'title: T\nlogsource:\n    category: test\ndetection:\n';
const lines = (count: number, of: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => of(i)).join('');
const whole = (body: string, condition = 'a') => `${HEAD}${body}    condition: ${condition}\n`;

const long = (letter: string, length: number) => letter.repeat(length);

/** A rule with one list of values, one a line. */
export const listRule = (field: string, count: number, of: (i: number) => string) =>
  whole(`    a:\n        ${field}:\n${lines(count, (i) => `            - ${of(i)}\n`)}`);

/** A hash as a person pastes them, different for each number. */
export const hash = (i: number) => (i * 2_654_435_761).toString(16).padStart(16, '0').repeat(4).slice(0, 64);

/** An event for the long rules, and one for the long values. */
export const SMALL_EVENT = JSON.stringify({ F: 'other', CommandLine: 'v4321' });

/** A rule for the long events: values that are in some of them, and one that is in none. */
export const SMALL_RULE = whole(
  "    a:\n        CommandLine|contains:\n            - 'needle'\n            - 'absent'\n            - '~'\n    b:\n        F19999: x\n",
  'a or b',
);

/** Long rules, by what makes them long. */
export const HEAVY_RULES: Readonly<Record<string, () => string>> = {
  'a condition of 10,000 terms': () => whole('    a:\n        F: x\n', Array(10_000).fill('a').join(' or ')),
  'a condition of 20,000 terms': () => whole('    a:\n        F: x\n', Array(20_000).fill('a').join(' or ')),
  'a condition of 100,000 terms': () =>
    whole('    a:\n        F: x\n', Array(100_000).fill('a').join(' or ')),
  'a selection of 20,000 fields': () => whole(`    a:\n${lines(20_000, (i) => `        F${i}: x\n`)}`),
  '50,000 networks in one list': () =>
    listRule('F|cidr', 50_000, (i) => `10.${i >> 8}.${i & 255}.0/24`.replace(/^10\.(\d{3,})\./, '10.$1.')),
  '10,000 selections': () =>
    `${HEAD}${lines(10_000, (i) => `    s${i}:\n        F: v${i}\n`)}    condition: 1 of s*\n`,
  '5,000 hashes in one list': () => listRule('Hashes|contains', 5000, hash),
  'one line of 5 MB': () => whole(`    a:\n        F: ${'x'.repeat(5_000_000)}\n`),
  'metadata of 1.9 MB': () =>
    `title: ${long('t', 400_000)}
author: ${long('a', 300_000)}
description: ${long('d', 600_000)}
references: ['https://example.com/${long('r', 300_000)}']
tags: [attack.${long('g', 300_000)}]
${whole('    a:\n        F: x\n').replace(/^title: T\n/, '')}`,
  '10,000 tags, references and related rules': () =>
    `tags:\n${lines(10_000, (i) => `    - attack.x${i}\n`)}references:\n${lines(10_000, (i) => `    - https://example.com/${i}\n`)}related:\n${lines(10_000, (i) => `    - {id: rule ${i}, type: similar}\n`)}${whole('    a:\n        F: x\n')}`,
  'names of 500,000 characters': () =>
    whole(
      `    ? ${long('s', 500_000)}\n    :   F: x\n    t:\n        ? ${long('f', 500_000)}\n        : y\n`,
      '1 of s* or t',
    ),
  'a list nested 10,000 deep': () =>
    whole(`    a:\n        F: ${'['.repeat(10_000)}x${']'.repeat(10_000)}\n`),
  'one line of 1.9 MB': () => whole(`    a:\n        F: ${'x'.repeat(1_900_000)}\n`),
};

/** Long events, by what makes them long. */
export const HEAVY_EVENTS: Readonly<Record<string, () => string>> = {
  'an event with a value of 5 MB': () =>
    JSON.stringify({
      EventID: 1,
      CommandLine: `${'abcdefgh '.repeat(300_000)}needle${' ijklmnop'.repeat(255_000)}`,
    }),
  'an event with 20,000 fields': () =>
    JSON.stringify(Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`F${i}`, 'x']))),
  'the same over 20,000 lines': () =>
    JSON.stringify(Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`F${i}`, 'x'])), null, 2),
  '100,000 events': () =>
    Array.from({ length: 100_000 }, (_, i) =>
      JSON.stringify({ i, CommandLine: i % 7 ? 'other' : `a needle ${i}` }),
    ).join('\n'),
  '200 events with 20,000 hits each': () =>
    Array.from({ length: 200 }, (_, i) => JSON.stringify({ i, CommandLine: '~'.repeat(20_000) })).join('\n'),
  'an event nested 10,000 deep': () => `${'{"a":'.repeat(10_000)}"needle"${'}'.repeat(10_000)}`,
  '35,000 events with six brackets each': () => '{"a":[{},{}]}\n'.repeat(35_000),
  'an event nested 190 deep, 500 times': () =>
    Array(500)
      .fill(`${'{"a":'.repeat(190)}"needle"${'}'.repeat(190)}`)
      .join('\n'),
};

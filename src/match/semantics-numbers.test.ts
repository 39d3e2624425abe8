import { describe, expect, test } from 'vitest';
import { verdictOf } from '../testing/oracle/check';
import { problems, rows } from '../testing/oracle/rows';

rows("`lt` `lte` `gt` `gte`: an event's numeric string is coerced (ours); other text: no match", [
  ['F|lt: 5', { F: 4 }, true],
  ['F|lt: 5', { F: 5 }, false],
  ['F|lte: 5', { F: 5 }, true],
  ['F|gt: 5', { F: 6 }, true],
  ['F|gt: 5', { F: 5 }, false],
  ['F|gte: 5', { F: 5 }, true],
  ['F|gt: 5', { F: '10' }, true],
  ['F|gt: 5', { F: '1e1' }, true],
  ['F|lt: 5', { F: '4.99' }, true],
  ['F|lt: 0', { F: '-1' }, true],
  ['F|lt: 5', { F: 'four' }, false],
  ['F|lt: 5', { F: '' }, false],
  ['F|lt: 5', { F: '0x1' }, false],
  ['F|lt: 5', { F: '4 apples' }, false],
  ['F|lt: 5', { F: true }, false],
  ['F|lt: 5', { F: null }, false],
  ['F|lt: 5', {}, false],
  ['F|gt: 1.5', { F: 1.6 }, true],
  ['F|gt: 5', { F: [1, 6] }, true],
  ['F|gt: [5, 7]', { F: 6 }, true],
  ['F|gte: 5\nF|lt: 9', { F: 5 }, true],
]);

problems('`lt` … `gte`: rule value numeric or an error', [
  ["F|lt: 'x'", ["modifier-value «'x'»"]],
  ['F|lt: x', ['modifier-value «x»']],
  ['F|gt: [1, x, 3]', ['modifier-value «x»']],
  ['F|gte: true', ['modifier-value «true»']],
  ['F|lte: null', ['modifier-value «null»']],
  ['F|lte: 3', []],
]);

const NOON = '2026-02-03T14:05:06.789Z';

rows(
  '`minute` `hour` `day` `week` `month` `year`: the written clock, no zone conversion; chains with `lt`…`gte` (ours)',
  [
    ['T|minute: 5', { T: NOON }, true],
    ['T|hour: 14', { T: NOON }, true],
    ['T|day: 3', { T: NOON }, true],
    ['T|week: 6', { T: NOON }, true],
    ['T|month: 2', { T: NOON }, true],
    ['T|year: 2026', { T: NOON }, true],
    ['T|hour: 15', { T: NOON }, false],
    ['T|hour: 14', { T: '2026-02-03 14:05:06' }, true],
    ['T|hour: 14', { T: '2026-02-03T14:05:06+05:00' }, true],
    ['T|hour: 14', { T: '2026-02-03T14:05:06-0800' }, true],
    ['T|day: 3', { T: '2026-02-03T23:59:59-12:00' }, true],
    ['T|day: 3', { T: '2026-02-03' }, true],
    ['T|hour: 0', { T: '2026-02-03' }, false],
    ['T|hour: 14', { T: 'noon' }, false],
    ['T|hour: 14', { T: 14 }, false],
    ['T|hour: 14', {}, false],
    ['T|hour|gte: 14', { T: NOON }, true],
    ['T|hour|gt: 14', { T: NOON }, false],
    ['T|hour|lt: 6', { T: '2026-02-03T05:59:00Z' }, true],
    ['T|hour|lte: 14', { T: NOON }, true],
    ['T|hour: [13, 14]', { T: NOON }, true],
    ['T|hour|neq: 14', { T: NOON }, false],
    ['T|hour|gte|neq: 14', { T: '2026-02-03T05:00:00Z' }, true],
    ['T|minute|gte: 5\nT|minute|lt: 10', { T: NOON }, true],
  ],
);

rows('`week`: ISO week', [
  ['T|week: 53', { T: '2021-01-03' }, true],
  ['T|week: 1', { T: '2021-01-04' }, true],
  ['T|week: 1', { T: '2024-12-30' }, true],
  ['T|week: 52', { T: '2024-12-29' }, true],
  ['T|week: 53', { T: '2020-12-31' }, true],
  ['T|week: 1', { T: '2026-01-01' }, true],
  ['T|week: 52', { T: '2022-01-02' }, true],
  ['T|week|gte: 52', { T: '2022-01-01T00:00:00Z' }, true],
]);

problems('time parts: the rule value is a number', [
  ["T|hour: '14'", ["modifier-value «'14'»"]],
  ['T|hour|gte: x', ['modifier-value «x»']],
  ['T|hour|day: 1', ['modifier-order «day»']],
]);

rows('`fieldref`: compares with another field of the same event, case rules as usual', [
  ['A|fieldref: B', { A: 'x', B: 'x' }, true],
  ['A|fieldref: B', { A: 'x', B: 'X' }, true],
  ['A|fieldref: B', { A: 'x', B: 'y' }, false],
  ['A|fieldref: B', { A: 'x' }, false],
  ['A|fieldref: B', { B: 'x' }, false],
  ['A|fieldref: B', {}, false],
  ['A|fieldref: B', { A: null, B: null }, false],
  ['A|fieldref: B', { A: '', B: '' }, true],
  ['A|fieldref: B', { A: 1, B: '1' }, true],
  ['A|fieldref: B', { A: '*', B: 'x' }, false],
  ['A|fieldref: B', { A: 'x', B: '*' }, false],
  ['A|fieldref|cased: B', { A: 'x', B: 'X' }, false],
  ['A|cased|fieldref: B', { A: 'x', B: 'X' }, false],
  ['A|fieldref: b.c', { A: 'x', b: { c: 'x' } }, true],
  ['A|fieldref: B', { A: ['y', 'x'], B: ['z', 'x'] }, true],
  ['A|fieldref: [B, C]', { A: 'x', B: 'y', C: 'x' }, true],
  ['A|fieldref|all: [B, C]', { A: 'x', B: 'y', C: 'x' }, false],
]);

rows('`fieldref` with `startswith`/`endswith`/`contains` and `neq`', [
  ['A|fieldref|startswith: B', { A: 'abc', B: 'AB' }, true],
  ['A|fieldref|startswith: B', { A: 'abc', B: 'bc' }, false],
  ['A|fieldref|endswith: B', { A: 'abc', B: 'bc' }, true],
  ['A|fieldref|endswith: B', { A: 'bc', B: 'abc' }, false],
  ['A|fieldref|contains: B', { A: 'abcd', B: 'bc' }, true],
  ['A|startswith|fieldref: B', { A: 'abc', B: 'ab' }, true],
  ['A|endswith|fieldref: B', { A: 'abc', B: 'bc' }, true],
  ['A|contains|fieldref: B', { A: 'abcd', B: 'bc' }, true],
  ['A|contains|fieldref: B', { A: 'abcd', B: 'xx' }, false],
  ['A|fieldref|contains: B', { A: 'abc' }, false],
  ['A|fieldref|neq: B', { A: 'x', B: 'y' }, true],
  ['A|fieldref|neq: B', { A: 'x', B: 'X' }, false],
  ['A|fieldref|endswith|neq: B', { A: 'abc', B: 'bc' }, false],
  ['A|fieldref|neq: B', { B: 'x' }, true],
]);

problems('`fieldref`: the value is a field name', [
  ["A|fieldref: 'B*'", ["fieldref-name «'B*'»"]],
  ["A|fieldref: ''", ["fieldref-name «''»"]],
  ['A|fieldref: 3', ['modifier-value «3»']],
]);

const SET = { users: ['root', 'adm*'], one: ['x'], esc: ['a\\*b'], net: ['10.0.0.0/8'], rx: ['a.c'] };

describe('`expand`: `%name%` only here; values come from the placeholders that the person sets', () => {
  test.each([
    ["F|expand: '%users%'", { F: 'ROOT' }, true],
    ["F|expand: '%users%'", { F: 'administrator' }, true],
    ["F|expand: '%users%'", { F: 'guest' }, false],
    ["F|expand: 'a-%one%-%users%'", { F: 'a-x-root' }, true],
    ["F|expand|contains: '%one%'", { F: 'axb' }, true],
    ["F|contains|expand: '%one%'", { F: 'axb' }, true],
    ["F|expand: '%one%%one%'", { F: 'xx' }, true],
    ["F|expand: '%esc%'", { F: 'a*b' }, true],
    ["F|expand: '%esc%'", { F: 'axb' }, false],
    ["F|expand: '%'", { F: '%' }, true],
    ["F|expand: '100%'", { F: '100%' }, true],
    ['F|expand: plain', { F: 'plain' }, true],
    ["F|expand|base64: '%one%'", { F: 'eA==' }, true],
    ["F|expand|neq: '%users%'", { F: 'root' }, false],
    ["F: '%one%'", { F: '%one%' }, true],
    ["F: '%one%'", { F: 'x' }, false],
    ["F|contains: '%unset%'", { F: 'a%unset%b' }, true],
    ["F|expand|cidr: '%net%'", { F: '10.1.1.1' }, true],
    ["F|expand|re: '%rx%'", { F: 'abc' }, true],
  ] as const)('%s on %j: %s', (detection, event, matched) => {
    expect(verdictOf(detection, event, SET)).toBe(matched);
  });
});

problems('`expand`: an unset one rejects the rule with a message that names it', [
  ["F|expand: 'a%unset%b'", ['placeholder-unset «%unset%»']],
  ["F|expand: '%one%-%unset%'", ['placeholder-unset «%unset%»'], SET],
  ["F|expand: '%empty%'", ['placeholder-unset «%empty%»'], { empty: [] }],
  ["F|expand: ['%u1%', '%u2%']", ['placeholder-unset «%u1%»', 'placeholder-unset «%u2%»']],
  ["F|expand: '%constructor%'", ['placeholder-unset «%constructor%»']],
  ["F|expand: '%__proto__%'", ['placeholder-unset «%__proto__%»']],
  ['F|expand: 3', ['modifier-value «3»']],
]);

import type { EventReadingId } from '../knowledge';

export type Row = readonly [detection: string, event: unknown];

/** For each interpretation, rules and events whose verdict it decides, and others whose verdict it does not. */
export const ROWS: Readonly<Record<EventReadingId, { decides: readonly Row[]; not: readonly Row[] }>> = {
  'star-newline': {
    decides: [
      ["F: 'a*b'", { F: 'a\nb' }],
      ["F|contains: 'a*b'", { F: 'x a\nb' }],
      ["F: '*'", { F: '\n' }],
      ["F: 'a*'", { F: 'a\n' }],
      ["- 'a*b'", { F: 'a\nb' }],
    ],
    not: [
      ["F: 'a*b'", { F: 'a-b' }],
      // The first `a` is on another line than `b`; the second is not.
      ["F|contains: 'a*b'", { F: 'a\na b' }],
      ["F|contains: 'b'", { F: 'a\nb' }],
      ["F|startswith: 'a*b'", { F: 'axb\n' }],
      ["F: '?'", { F: '\n' }],
    ],
  },
  'any-code-point': {
    decides: [
      ["F: 'a?'", { F: 'a😀' }],
      ["F: '??'", { F: '😀' }],
      ["F|endswith: 'a?'", { F: 'ba😀' }],
    ],
    not: [
      ["F: 'a?'", { F: 'ab' }],
      ["F: 'a?*'", { F: 'a😀' }],
    ],
  },
  'case-folding': {
    decides: [
      ["F: 'É'", { F: 'é' }],
      ["F|contains: 'ö'", { F: 'AÖB' }],
      ["F: 'k'", { F: '\u212a' }],
      ["F: 'ж?'", { F: 'ЖA' }],
      ['F|fieldref: G', { F: 'é', G: 'É' }],
    ],
    not: [
      ["F: 'A'", { F: 'a' }],
      ["F: 'éA'", { F: 'éa' }],
      ["F|cased: 'É'", { F: 'é' }],
      ['F|fieldref: G', { F: 'a', G: 'A' }],
    ],
  },
  'boolean-text': {
    decides: [
      ['F: true', { F: 'True' }],
      ['F|neq: false', { F: 'false' }],
    ],
    not: [
      ['F: true', { F: true }],
      ["F: 'true'", { F: true }],
    ],
  },
  'array-member': {
    decides: [
      ["F: 'a'", { F: ['a', 'b'] }],
      ["F: 'a, b'", { F: ['a', 'b'] }],
      ["F|endswith|neq: 'a'", { F: ['a', 'b'] }],
      ["F.G: 'a'", { F: [{ G: 'a' }, { G: 'b' }] }],
    ],
    not: [
      ["F: 'a'", { F: ['a'] }],
      ["F|contains: 'a'", { F: ['a', 'b'] }],
      ['F: null', { F: [] }],
      ["- 'a'", { F: ['a', 'b'] }],
      ['F: 1', { F: [1] }],
    ],
  },
  'null-member': {
    decides: [
      ['F: null', { F: [null, 'a'] }],
      ['F: null', { F: [null] }],
      ['F: null', { F: [['a'], [null]] }],
      ['F|neq: null', { F: [null, 'a'] }],
    ],
    not: [
      ['F: null', { F: null }],
      ['F: null', {}],
      ['F: null', { F: [] }],
      ['F: null', { F: ['a'] }],
      ["F: 'a'", { F: [null, 'a'] }],
    ],
  },
  'dotted-literal': {
    decides: [
      ["a.b: 'x'", { 'a.b': 'x', a: { b: 'y' } }],
      ["a.b.c: 'y'", { 'a.b': { c: 'x' }, a: { b: { c: 'y' } } }],
      ["a.b: 'y'", { 'a.b': 'x', a: [{ b: 'y' }] }],
    ],
    not: [
      ["a.b: 'x'", { 'a.b': 'x' }],
      ["a.b: 'x'", { a: { b: 'x' } }],
    ],
  },
  'field-case': {
    decides: [
      ["f: 'a'", { F: 'a' }],
      ["a.B: 'a'", { A: { b: 'a' } }],
      ['F|exists: false', { f: 1 }],
      ['F|fieldref: g', { F: 'a', G: 'a' }],
    ],
    not: [
      ["F: 'a'", { F: 'a', f: 'b' }],
      ["f: 'b'", { F: 'a' }],
    ],
  },
  're-unanchored': {
    decides: [
      ["F|re: 'a'", { F: 'ba' }],
      ["F|re: '^a'", { F: 'ab' }],
      ["F|re|m: 'a$'", { F: 'a\nb' }],
    ],
    not: [
      ["F|re: 'a.*'", { F: 'ab' }],
      ["F|re: 'a|ab'", { F: 'ab' }],
      ["F|re: 'c'", { F: 'ab' }],
    ],
  },
  'neq-absent': {
    decides: [
      ['F|neq: a', { G: 1 }],
      ['F|contains|neq: [a, b]', {}],
      ['F|contains|all|neq: [a, b]', {}],
      ['a.b|neq: x', { a: {} }],
    ],
    not: [
      ['F|neq: a', { F: null }],
      ['F|neq: a', { F: 'b' }],
      ['F|neq: a', { F: 'a' }],
      ['F|neq: a', { F: [] }],
      ['F|neq: null', {}],
    ],
  },
  'cidr-mapped': {
    decides: [
      ["F|cidr: '10.0.0.0/8'", { F: '::ffff:10.0.0.1' }],
      ["F|cidr: '::ffff:10.0.0.0/104'", { F: '10.0.0.1' }],
      ["F|cidr: '::/0'", { F: '::ffff:10.0.0.1' }],
    ],
    not: [
      ["F|cidr: '10.0.0.0/8'", { F: '10.0.0.1' }],
      ["F|cidr: '::ffff:10.0.0.0/104'", { F: '::ffff:10.0.0.1' }],
    ],
  },
  'windash-option': {
    decides: [
      ["F|windash|contains: 'a-b'", { F: 'a/b' }],
      ["F|windash: '-a -'", { F: '/a /' }],
    ],
    not: [
      ["F|windash|contains: ' -a'", { F: 'x /a' }],
      ["F|windash|contains: 'a-b'", { F: 'a-b' }],
    ],
  },
  'compare-text': {
    decides: [
      ['F|gt: 5', { F: '6' }],
      ['F|lte: 5', { F: '5.0' }],
    ],
    not: [
      ['F|gt: 5', { F: 6 }],
      ['F|gt: 5', { F: '4' }],
      ['F|hour|gt: 5', { F: '2026-01-01T06:00:00Z' }],
    ],
  },
  'time-clock': {
    decides: [
      ['F|hour: 1', { F: '2026-01-01T01:30:00+02:00' }],
      ['F|day|gte: 31', { F: '2026-01-01T01:30:00+02:00' }],
      ['F|year: 2027', { F: '2026-12-31 23:30:00 -0100' }],
      ['F|minute: 30', { F: '2026-01-01T01:30:00+05:30' }],
      ['F|week: 52', { F: '2026-12-28T00:30:00+01:00' }],
    ],
    not: [
      ['F|hour: 1', { F: '2026-01-01T01:30:00Z' }],
      ['F|hour: 1', { F: '2026-01-01T01:30:00' }],
      ['F|minute: 30', { F: '2026-01-01T01:30:00+02:00' }],
      ['F|day: 1', { F: '2026-01-01' }],
    ],
  },
  'fieldref-missing': {
    decides: [
      ['F|fieldref: G', { H: 1 }],
      ['F|contains|fieldref: G', { F: 'a' }],
      ['F|fieldref: G', { F: '', G: null }],
      ['F|startswith|fieldref|neq: G', { F: 'a' }],
    ],
    not: [
      ['F|fieldref: G', { F: 'a' }],
      ['F|fieldref: G', { F: 'a', G: 'a' }],
    ],
  },
  'keyword-substring': {
    decides: [["- 'b'", { F: 'abc' }]],
    not: [
      ["- 'abc'", { F: 'ABC' }],
      ["- '*b*'", { F: 'abc' }],
      ['- 14', { F: 14 }],
    ],
  },
  'keyword-number': {
    decides: [
      ["- '4'", { F: 41 }],
      ['- 4', { F: 4 }],
    ],
    not: [
      ["- '4'", { F: '41' }],
      ["- '4'", { F: 41, G: '4' }],
      ["- 'true'", { F: true }],
    ],
  },
  'keyword-field-name': {
    decides: [
      ["- 'image'", { Image: 'a' }],
      ["- 'b.c'", { a: { b: { c: 1 } } }],
    ],
    not: [
      ["- 'a'", { Image: 'a' }],
      ["- 'x'", { Image: 'a' }],
    ],
  },
  'keyword-raw-line': {
    decides: [
      ["- 'backup[*]: (root)'", 'Feb  3 14:05:06 host backup[12]: (root) CMD (a)'],
      ["- '\"GET /a'", '10.0.0.1 - - [03/Feb/2026:14:05:06 +0000] "GET /a HTTP/1.1" 200 5 "-" "b"'],
      ["- '/a HTTP/1.1\" 200'", '10.0.0.1 - - [03/Feb/2026:14:05:06 +0000] "GET /a HTTP/1.1" 200 5 "-" "b"'],
    ],
    not: [
      ["- '(root)'", 'Feb  3 14:05:06 host backup[12]: (root) CMD (a)'],
      ["- 'backup[*]: (eve)'", 'Feb  3 14:05:06 host backup[12]: (root) CMD (a)'],
      // Of JSON the line as it is written holds names and escapes; names are a reading of their own.
      ["- 'Image'", { Image: 'a' }],
      ['- \'"a"\'', { Image: 'a' }],
    ],
  },
};

import fc from 'fast-check';
import { type PaperAsk, paperSteps } from '.';
import type { Block, CodeBlock, Line, Paper, Piece } from './paper';

/** Texts that mean something where an export lands, and characters that nobody sees. */
const HOSTILE = [
  ...[
    '<script>alert(1)</script>',
    '</pre>',
    '</svg>',
    ']]>',
    '<!--',
    '-->',
    '&lt;',
    '&#x202e;',
    '"\'>',
    '<![CDATA[',
  ],
  ...[
    '`',
    '``` ',
    '\n```\n',
    '|',
    '\\|',
    '\\',
    '*a*',
    '_a_',
    '[a](javascript:b)',
    '![a](b)',
    '<https://a.b>',
    '# a',
  ],
  ...[
    '- a',
    '1. a',
    '> a',
    '~~a~~',
    '$a$',
    '---',
    '===',
    'www.a.example',
    'https://a.example/b',
    'a@b.example',
    '@a',
  ],
  ...[
    '\u202e',
    '\u2066',
    '\u200b',
    '\u0000',
    '\u001b[31m',
    '\u2028',
    '\ud800',
    '\ufffe',
    '\r',
    '\r\n',
    '\t',
    '\u00ad',
  ],
  ...['日本', '👩‍💻', 'e\u0301', ' ', '  ', '\n', '\n\n', 'javascript:a', 'http://a.example/"onload="b'],
];

const part = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...HOSTILE) }, fc.string({ maxLength: 8 }));
const text = fc.array(part, { maxLength: 5 }).map((parts) => parts.join(''));

const piece: fc.Arbitrary<Piece> = fc.oneof(
  text,
  text.map((code) => ({ code })),
  text.map((soft) => ({ soft })),
  text.map((link) => ({ link })),
  fc.record({ selection: text, index: fc.nat(20), whole: fc.boolean() }),
);
const line: fc.Arbitrary<Line> = fc.array(piece, { maxLength: 4 });

const code: fc.Arbitrary<CodeBlock> = text.chain((whole) => {
  const at = fc.nat(whole.length);
  const mark = fc
    .tuple(at, at, fc.nat(3), fc.boolean())
    .map(([a, b, index, isWhole]) => ({ start: Math.min(a, b), end: Math.max(a, b), index, whole: isWhole }));
  return fc.record({
    kind: fc.constant('code' as const),
    name: text,
    language: fc.constantFrom('yaml', 'json', 'text'),
    text: fc.constant(whole),
    marks: fc.array(mark, { maxLength: 4 }),
    selections: fc.array(text, { minLength: 4, maxLength: 4 }),
    more: fc.constantFrom(0, 1, 1234),
  });
});

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), level: fc.constantFrom(2, 3), words: line }),
  fc.record({ kind: fc.constant('paragraph' as const), words: line }),
  fc.record({ kind: fc.constant('facts' as const), rows: fc.array(fc.tuple(text, line), { maxLength: 3 }) }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(line, { maxLength: 3 }) }),
  code,
  fc.record({
    kind: fc.constant('tree' as const),
    lines: fc
      .array(fc.record({ depth: fc.nat(3), holds: fc.constantFrom(true, false, null), words: line }), {
        maxLength: 4,
      })
      .map((lines) => {
        let most = 0;
        return lines.map((one) => {
          const depth = Math.min(one.depth, most);
          most = depth + 1;
          return { ...one, depth };
        });
      }),
  }),
  fc.record({
    kind: fc.constant('table' as const),
    name: text,
    head: fc.constant(['A', 'B']),
    rows: fc.array(fc.tuple(line, line), { maxLength: 3 }),
  }),
);

/** Papers of hostile texts. */
export const papers: fc.Arbitrary<Paper> = fc.record({
  title: text,
  blocks: fc.array(block, { maxLength: 5 }),
});

/** Texts with marks on them. */
export const codeBlocks = code;

/** The whole answer to a question; what is not said is the result of a rule over its first event. */
export function paperOf(ask: Partial<PaperAsk> & Pick<PaperAsk, 'rule'>): Paper {
  const steps = paperSteps({
    what: 'result',
    events: '',
    document: 0,
    which: 'chosen',
    chosen: 0,
    first: 1,
    ...ask,
  });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

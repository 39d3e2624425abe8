import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../testing/seed';
import { EXPORTS } from '../testing/exports/all';
import { isSeparator } from './formats/json/scan';
import { readEvents } from './read';

/*
 * Nothing of a text is lost in silence: each character belongs to an event, or to a problem that is told, or to what stands
 * around events and is no event itself: the header of a table, the object or element around all, a number above each.
 */

const ALL = Object.values(EXPORTS).flat();

/** By character whether it belongs to an event or to a problem. */
function covered(text: string): Uint8Array {
  const marks = new Uint8Array(text.length);
  for (const { range } of readEvents(text).slices) marks.fill(1, range.start, range.end);
  return marks;
}

/** What stands around the events of a text, without separators at its ends. */
function framesOf(text: string): string[] {
  const marks = covered(text);
  const frames: string[] = [];
  for (let at = 0; at < text.length; at++) {
    if (marks[at]) continue;
    const start = at;
    while (at < text.length && !marks[at]) at++;
    frames.push(text.slice(start, at).replace(/^[\s,\ufeff]+|[\s,]+$/g, ''));
  }
  return frames.filter((frame) => frame !== '');
}

/** All that may stand around events. */
const FRAMES: readonly RegExp[] = [
  // JSON: brackets, and the object around all with what it says of them.
  /^[[\]{}\s,]*$/,
  /^(?:[\]}\s,]*)(?:(?:\[\s*)?\{\s*"|").{0,1000}\[$/s,
  /^\][\]}\s,]*(?:,?"[\w.@$]+": ?(?:"[^"]*"|-?\d+|null|\[\]|\{\})[\]}\s,]*)*$/,
  /^\][\]}\s,]*"statistics": ?\{[^{}]*\},\s*"status": ?"\w+"\s*\}$/,
  // Kusto: frames of what it says of the query, and its tables of the same in version 1.
  /^[\]}\s,]*(?:\[?\s*\{\s*"FrameType": ?"\w+".*|\{"TableName":"Table_[1-9].*)$/s,
  // Athena: the columns, which stand behind the rows, and the row of names.
  /^\{\s*"UpdateCount": ?0,\s*"ResultSet": ?\{\s*"Rows": ?\[(?:\s*\{\s*"Data": ?\[[^\]]*\]\s*\})?$/,
  /^\][\]}\s,]*"ResultSetMetadata": ?\{\s*"ColumnInfo": ?\[[^\]]*\][\]}\s]*$/,
  // Bulk requests: what is done with the event below, which is told.
  /^\{"(?:index|create|delete)":\{[^{}]*\}\}$/,
  // A list of lists: the names.
  /^\[\s*\[(?:\s*"[^"]*",?)+\s*\]$/,
  // XML: a declaration, the element around all, what Splunk says of a search.
  /^(?:Record \d+\s*)?(?:<\?xml [^>]*\?>\s*)?(?:<\/?(?:Events|Objs|Objects|results)[^>]*>\s*)?(?:<meta>.*<\/meta>)?$/s,
  // Tables: the header, with the type above it.
  /^(?:#TYPE \S+\s)?"?[\p{L}\w@. ’[\]-]+"?(?:[,\t|]"?[\p{L}\w@. ’[\]-]+"?)+$/u,
  // Tables of a screen: what draws them, the names and their types, how many rows there are.
  /^(?:ProviderName: \S+\s+)?(?:[+┌][-─+┬]+[+┐]\n)?(?:[|│]? ?\w.*\n){1,2}[|+├]?[-─|+┼ ]+[|+┤]?$/,
  /^[+└][-─+┴]+[+┘](?:\n2 rows in set.*)?$/,
  /^\(\d+ rows?\)$/,
  /^[├][─┼]+[┤]$/,
  // YAML: what begins a document, and the keys around a list, with comments above.
  /^---$/,
  /^(?:\w+: \w+\n)*\w+:$/,
  /^kind: List\nmetadata:\n {2}resourceVersion: ""$/,
  // What `ausearch` prints above records.
  /^----(?:\s+time->[^\n]*)?$/,
];

describe('around events stands', () => {
  it.each(ALL.map(({ tool, form, text }) => [`${tool}: ${form}`, text]))(
    'only what is known, %s',
    (_, text) => {
      const others = framesOf(text).filter((frame) => !FRAMES.some((known) => known.test(frame)));
      expect(others).toEqual([]);
    },
  );
});

/** What a stranger may have pasted between. */
const NOISE = [
  'exported by Jo',
  '{"open": 1',
  ']',
  '<a>',
  '"a,b',
  '----',
  'x: y',
  '}',
  'PS C:\\> type x',
  'note: [{"a":1}]',
  '#TYPE x',
  'Record 7',
  '# a comment',
  '- Note: this',
  '- TODO: fix\n  and more',
  'openapi: 3.1.0\nservers:\n- url: /v1\n  description: one',
];
/** Texts of events that not all of can be read, or that hold lines that are told and skipped. */
const FAULTY = [
  'Name Value\n---- -----\nlongername x\n東京 x',
  '{"index":{}}\n{"a":1}',
  '{"fields":["a","a"],"rows":[[1,null],[2]]}',
  '- a: 1\n  b: 2\n# between\n- just words\n',
];

describe('texts of all formats one behind another', () => {
  const piece = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...ALL.map(({ text }) => text)) },
    { weight: 1, arbitrary: fc.constantFrom(...NOISE) },
    { weight: 1, arbitrary: fc.constantFrom(...FAULTY) },
  );
  const pieces = fc.array(piece, { minLength: 2, maxLength: 5 });

  it('lose no character that one alone would not', () => {
    const texts = [...ALL.map(({ text }) => text), ...FAULTY];
    const alone = new Map(texts.map((text) => [text, covered(text)]));
    fc.assert(
      fc.property(pieces, fc.constantFrom('\n', '\n\n', '\r\n'), (all, between) => {
        const text = all.join(between);
        const marks = covered(text);
        let at = 0;
        for (const one of all) {
          const own = alone.get(one);
          for (let i = 0; i < one.length; i++) {
            // Blanks and commas between events are layout, whatever stood around them.
            const counts = (!own || own[i] === 1) && !isSeparator(one.charCodeAt(i));
            if (counts && marks[at + i] === 0) {
              const line = text.slice(text.lastIndexOf('\n', at + i) + 1, at + i + 60);
              // What may belong to its neighbours is layout: a closing bracket, a rule, the element around events.
              if (!own && /^(?:[\]}]|<a>|----|Record 7|#TYPE x|# a comment)$/.test(one)) break;
              expect(`lost: ${line}`).toBe('');
            }
          }
          at += one.length + between.length;
        }
      }),
      { numRuns: 400 },
    );
  });

  it('all events of a JSON text stay where another text stands before it on lines of its own', () => {
    const jsons = ALL.filter(({ text }) => /^[[{]/.test(text));
    fc.assert(
      fc.property(fc.constantFrom(...ALL), fc.constantFrom(...jsons), (first, second) => {
        const start = first.text.length + 2;
        const { slices } = readEvents(`${first.text}\n\n${second.text}`);
        const own = slices.filter(({ range, event }) => event && range.start >= start);
        expect(own.length).toBe(second.events.length);
      }),
      { numRuns: 300 },
    );
  });
});

it('a table is found behind another answer that begins with the same name', () => {
  const answers = [
    '{"preview":false,"offset":0,"result":{"a":1}}',
    '{"preview":false,"fields":["a"],"rows":[[1],[2]]}',
  ];
  expect(readEvents(answers.join('\n')).slices.map(({ event }) => event?.get('a'))).toEqual([1, 1, 2]);
});

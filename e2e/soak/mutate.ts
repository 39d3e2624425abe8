import { TEXTS } from '../../app/examples/texts';
import { random } from '../../src/bench/random';
import { readTopics } from '../../src/conformance/cases';

/*
 * Texts that are nearly right, the same for the same seed: those of the examples and of the conformance suite, changed at
 * random places.
 */

const cases = readTopics().flatMap(({ cases }) => cases);
const examples = Object.values(TEXTS);

/** Rules to begin with, each with its events: in several formats, or one event as JSON. */
export const PAIRS: readonly { readonly rule: string; readonly events: string }[] = [
  ...examples,
  ...cases.map((one) => ({
    rule: 'rules' in one ? one.rules : one.rule,
    events:
      'rules' in one
        ? one.events.map((event) => JSON.stringify(event)).join('\n')
        : ('eventText' in one && one.eventText) ||
          ('event' in one && one.event ? JSON.stringify(one.event) : '{"F":"a"}'),
  })),
];

const PIECES = [
  ...[
    '\n',
    '\t',
    ' ',
    '  ',
    '    ',
    ':',
    ': ',
    '- ',
    '|',
    '*',
    '?',
    '\\',
    "'",
    '"',
    '{',
    '}',
    '[',
    ']',
    '#',
    '&x ',
    '*x',
    '%',
  ],
  ...[
    'not ',
    ' and ',
    ' or ',
    '1 of ',
    'them',
    '|re: ',
    '|contains',
    '|all',
    '|base64',
    'null',
    'true',
    '0',
    '-1',
    '1e999',
  ],
  ...[
    '__proto__',
    'constructor',
    '\u0000',
    '\u2028',
    '\ud800',
    '😀',
    'ß',
    '<Event>',
    '</Event>',
    '<![CDATA[',
    '---\n',
    'action: global\n',
  ],
  ...['x'.repeat(300), '('.repeat(50), '{"a":'.repeat(50)],
];

/** A text of one side, changed in one to six places. */
export function mutated(original: string, side: 'rule' | 'events', seed: number): string {
  const next = random(seed * 2_654_435_761);
  // The first numbers of neighbouring seeds are close to each other.
  for (let i = 0; i < 4; i++) next();
  const below = (n: number) => Math.floor(next() * n);
  let text = original;
  for (let changes = 1 + below(6); changes > 0; changes--) text = changed(text, side, below);
  return text;
}

function changed(text: string, side: 'rule' | 'events', below: (n: number) => number): string {
  const at = below(text.length + 1);
  const length = below(2) ? 1 : below(40);
  const [before, after] = [text.slice(0, at), text.slice(at)];
  switch (below(7)) {
    case 0:
      return before + after.slice(length);
    case 1:
      return before + PIECES[below(PIECES.length)]! + after;
    case 2:
      return before + after.slice(0, length).repeat(2 + below(20)) + after.slice(length);
    case 3:
      return withLines(text, (lines) => lines.splice(below(lines.length), 1));
    case 4:
      return withLines(text, (lines) => lines.splice(below(lines.length), 0, lines[below(lines.length)]!));
    case 5: {
      // The rest of another.
      const other = PAIRS[below(PAIRS.length)]![side];
      return before + other.slice(below(other.length));
    }
    default:
      return before + String.fromCharCode(below(0x250)) + after.slice(1);
  }
}

function withLines(text: string, change: (lines: string[]) => void): string {
  const lines = text.split('\n');
  change(lines);
  return lines.join('\n');
}

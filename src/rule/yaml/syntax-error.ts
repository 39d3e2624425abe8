import { prose, type Range, say, type Words } from '../../text';
import { control, falseEscape, foreignMark, oddBlank, tab, wideColon } from './slips/characters';
import { indentation, mixed, noColon } from './slips/lines';
import { afterEnd, comma, unclosed } from './slips/open';
import { Place, type Slip } from './slips/place';
import { blockHead, blockLine, onKeysLine, secondColon, special } from './slips/values';

const depth: Slip = ({ rest, reason }) =>
  /maxDepth|nesting|depth/i.test(reason)
    ? { range: rest, message: prose('The text is nested too deeply for a rule.') }
    : null;

const directive: Slip = ({ text, at, rest, reason }) => {
  if (!/directive/i.test(reason)) return null;
  const start = `\n${text.slice(0, at + 1)}`.lastIndexOf('\n%');
  const end = text.indexOf('\n', start);
  return {
    range: start < 0 ? rest : { start, end: end < 0 ? text.length : end },
    message: prose(
      'A line that begins with `%` is an instruction to the parser, and `---` has to follow it. A rule needs neither: remove the line.',
    ),
  };
};

/** The kinds of slips, in the order in which they are looked for: the ones that cause others come first. */
const SLIPS: Readonly<Record<string, Slip>> = {
  tab,
  control,
  foreignMark,
  depth,
  directive,
  falseEscape,
  unclosed,
  special,
  comma,
  afterEnd,
  blockHead,
  blockLine,
  onKeysLine,
  secondColon,
  oddBlank,
  wideColon,
  mixed,
  noColon,
  indentation,
};

/**
 * Turns the parser's terse reason into a range and a sentence that says what to write instead. The parser names the
 * place where it gave up; what was slipped in often stands before it, and is named and marked there. `slip` is the kind,
 * null if it is none that is known.
 */
export function explainSyntaxError(
  text: string,
  at: number,
  reason: string,
): { slip: string | null; range: Range; message: Words } {
  const place = new Place(text, at, reason);
  for (const [name, slip] of Object.entries(SLIPS)) {
    const told = slip(place);
    if (told) return { slip: name, ...told };
  }
  return { slip: null, range: place.rest, message: say`The YAML cannot be read from here on: ${reason}.` };
}

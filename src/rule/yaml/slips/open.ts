import { prose, say } from '../../../text';
import type { Open } from '../around';
import type { Place, Slip, Told } from './place';

const CLOSING = { "'": "'", '"': '"', '[': ']', '{': '}' } as const;

/** A quote or a bracket that is not closed: where the parser stops is far from where it begins. */
export const unclosed: Slip = (place) => {
  const { open } = place.around;
  const last = open[open.length - 1];
  if (!last || !/deficient indentation|within a|bad indentation|missed comma/.test(place.reason)) return null;
  const ends = /within a/.test(place.reason);
  if (last.sign === "'" || last.sign === '"') return quote(place, last);
  if (/missed comma/.test(place.reason))
    return last.sign === '[' && last.at < place.line.start && beforeKey(place) ? bracket(place, last) : null;
  if (ends) return bracket(place, last);
  if (!/deficient/.test(place.reason)) return null;
  return beforeKey(place) ? bracket(place, last) : tooFarLeft(place, last);
};

/** True if the line of the place begins as a key of a rule does. */
function beforeKey({ line }: Place): boolean {
  return /^\s*(?:- +)*[\w.|-]+\s*:(?:\s|$)/.test(line.text) || /^(?:---|\.\.\.)/.test(line.text);
}

function bracket(place: Place, { sign, at }: Open): Told {
  const closing = CLOSING[sign];
  return {
    range: place.from(at),
    message: say`This \`${sign}\` is not closed. Write \`${closing}\` after the last value. If the text begins with \`${sign}\`, put it in single quotes.`,
  };
}

function tooFarLeft(place: Place, { sign, at }: Open): Told {
  const needed = place.lineAt(at).indent + 1;
  return {
    range: place.rest,
    message: say`This line belongs to the \`${sign}\` of line ${place.lineNumber(at)} and has to be indented by at least ${spaces(needed)}. Or close the \`${sign}\` before it.`,
  };
}

/** So much of a text is shown in a message. */
const SHOWN = 30;

function quote(place: Place, { sign, at }: Open): Told {
  const range = place.from(at);
  const line = place.lineAt(at);
  const escaped = sign === '"' && /[^\\](?:\\\\)*\\"$/.test(line.text);
  if (escaped)
    return {
      range: { start: line.end - 2, end: line.end },
      message: say`\`\\"\` is a quote in the value, so it does not close it. Use single quotes, in which a backslash is just a backslash.`,
    };
  if (at >= place.line.start)
    return { range, message: say`This quote is not closed. Write \`${sign}\` after the value.` };
  // The conformance suite has the range where reading stopped.
  const opened = place.text.slice(range.start, Math.min(range.end, range.start + SHOWN));
  return {
    range: place.rest,
    message: say`The quote before \`${opened.slice(1)}\` in line ${place.lineNumber(at)} is not closed. Write \`${sign}\` after that value.`,
  };
}

/** `1 space`, `4 spaces`. */
export function spaces(count: number): string {
  return count === 1 ? '1 space' : `${count} spaces`;
}

/** What is missing or too much between the values in brackets. */
export const comma: Slip = (place) => {
  const { text, at, reason, rest, around } = place;
  const last = around.open[around.open.length - 1];
  if (/found ','/.test(reason))
    return {
      range: { start: at, end: at + 1 },
      message: prose('There is no value before this comma. Remove it.'),
    };
  if (!/flow collection/.test(reason)) return null;
  const sign = text[at];
  if (last && (sign === ']' || sign === '}'))
    return {
      range: { start: at, end: at + 1 },
      message: say`This \`${sign}\` does not close the \`${last.sign}\` before it. Write \`${CLOSING[last.sign]}\`.`,
    };
  if (sign === ':')
    return {
      range: rest,
      message: prose('Two keys stand here without a comma between them. Write a comma.'),
    };
  return { range: rest, message: prose('A comma is missing before this value.') };
};

/** Text after a value that its quote or bracket has ended. */
export const afterEnd: Slip = (place) => {
  const { text, at, reason, rest, around } = place;
  const { closed } = around;
  if (!closed || !/bad indentation|document separator|multiline key/.test(reason)) return null;
  const stop = at < closed.end ? null : text.slice(closed.end, at);
  if (stop === null || /\S/.test(stop) || stop.includes('\n')) return null;
  const sign = text[closed.start] as Open['sign'];
  if (sign === '[' || sign === '{')
    return {
      range: rest,
      message: say`The \`${text[closed.end - 1]}\` before this ends the value. If the value is a text that begins with \`${sign}\`, put all of it in single quotes.`,
    };
  if (text[at] === ',')
    return {
      range: rest,
      message: prose('Several values need `[` before the first and `]` after the last.'),
    };
  const from = place.lineNumber(closed.start);
  if (from < place.lineNumber(closed.end))
    return {
      range: place.from(closed.start),
      message: say`This quote is not closed on its line: the value ends only at the next \`${sign}\`, in line ${place.lineNumber(closed.end)}. Write \`${sign}\` after the value.`,
    };
  const twice = sign === '"' ? '\\"' : "''";
  return {
    range: rest,
    message: say`The \`${sign}\` before this ends the value. Write a quote that belongs to the value as \`${twice}\`, and close the value at its end.`,
  };
};

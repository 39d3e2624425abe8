import { prose, say } from '../../../text';
import { spaces } from './open';
import { type Line, type Place, type Slip, type Told, withoutComment } from './place';

const NO_KEY = /mapping key|implicit key|bad indentation|document separator/;

/** A line without `: `, at or above the place, that the parser took for the start of a key. */
export const noColon: Slip = (place) => {
  if (!NO_KEY.test(place.reason)) return null;
  const { line } = place;
  const above = place.above(line);
  const own = place.at <= line.start + line.indent || !hasColon(line) ? withoutColon(place, line) : null;
  if (own || !above || above.indent > line.indent) return own;
  return withoutColon(place, above);
};

function hasColon({ text }: Line): boolean {
  return /:(?:\s|$)/.test(text);
}

function withoutColon(place: Place, line: Line): Told | null {
  const written = withoutComment(line.text);
  const found = /^(\s*(?:- +)?)([A-Za-z_][\w.|-]*)(.*)$/.exec(written);
  if (hasColon({ ...line, text: written }) || !found) return null;
  const [, lead, word, after] = found as unknown as [string, string, string, string];
  // An entry of a list needs no colon.
  if (lead.includes('-') && !/^:\S/.test(after)) return null;
  const start = line.start + lead.length;
  const range = { start, end: line.start + written.length };
  if (isBelowBlockHead(place, line))
    return { range, message: prose('The text below `|` or `>` has to be indented by more than its key.') };
  if (after === '') return { range, message: noValue(place, line, word) };
  if (/^:[^\s\\/]/.test(after) && word.length > 1)
    return { range, message: say`Write a space after the colon of \`${word}:\`.` };
  if (/^\s*=/.test(after))
    return { range, message: say`Write \`${word}: \`, with a colon in the place of \`=\`.` };
  return {
    range,
    message: say`This line has no \`: \`. If \`${word}\` is a key, write a colon after it. If the line continues the text above, indent it by more.`,
  };
}

function noValue(place: Place, line: Line, word: string) {
  const message = say`\`${word}\` has no value yet. Write \`: \` and a value after it.`;
  const above = place.above(line);
  const isValue = above && /:$/.test(above.text) && above.indent === line.indent;
  return isValue ? [...message, ...say` If it is the value of the line above, indent it by more.`] : message;
}

function isBelowBlockHead(place: Place, line: Line): boolean {
  const above = place.above(line);
  return (
    above !== null && /(?::|-)\s+[|>][-+\d]*(?:\s+#.*)?$/.test(above.text) && above.indent === line.indent
  );
}

/** An entry of a list beside keys, or a key beside the entries of a list. */
export const mixed: Slip = (place) => {
  if (!/bad indentation|document separator|mapping key|implicit key/.test(place.reason)) return null;
  const { line } = place;
  const beside = place.stairs(line).find(({ indent }) => indent <= line.indent);
  if (!beside || beside.indent !== line.indent) return null;
  const range = { start: line.start + line.indent, end: line.end };
  const [isEntry, wasEntry] = [line, beside].map(({ text }) => /^\s*-(?:\s|$)/.test(text));
  if (wasEntry && !isEntry) {
    const joined = /^\s*-\S/.test(line.text);
    if (joined) return { range, message: prose('Write a space after the `-`.') };
    return {
      range,
      message: say`This line stands beside the entries of a list, but has no \`- \`. Indent it by ${spaces(line.indent + 2)} if it belongs to the entry above, or write \`- \` before it.`,
    };
  }
  if (isEntry && !wasEntry)
    return {
      range,
      message: prose(
        'An entry of a list cannot stand beside keys. Remove the `- `, or indent the entry by more than the key that it belongs to.',
      ),
    };
  return null;
};

/** A line whose indentation is that of no line above it. */
export const indentation: Slip = (place) => {
  if (!/bad indentation|document separator/.test(place.reason)) return null;
  const { line } = place;
  const stairs = place.stairs(line);
  const range = { start: line.start + line.indent, end: line.end };
  const [above] = stairs;
  if (above && line.indent > above.indent && hasColon(line))
    return {
      range,
      message: say`This line is indented by more than the line above it, which has its value already. ${moveTo([above.indent])} If it continues the value, put the value in quotes.`,
    };
  const known = stairs.map(({ indent }) => indent).filter((indent) => indent !== line.indent);
  if (known.length === stairs.length && known.length > 0)
    return {
      range,
      message: say`This line is indented by ${spaces(line.indent)}, as no line above it. ${moveTo(known.reverse())}`,
    };
  return {
    range: place.rest,
    message: prose('This line does not fit the lines above it. Check its indentation.'),
  };
};

/** What to do for one of these indentations, the smallest first. */
function moveTo(indents: readonly number[]): string {
  const last = indents[indents.length - 1]!;
  const others = indents.slice(0, -1);
  if (last === 0) return 'Remove the spaces before it.';
  return `Indent it by ${others.length === 0 ? '' : `${others.join(', ')} or `}${spaces(last)}.`;
}

import { prose, say } from '../../../text';
import { type Slip, withoutComment } from './place';

/** A value without quotes that begins with a character of YAML's own. */
export const special: Slip = ({ text, rest, line, around: { node, open } }) => {
  const inBrackets = open.length > 0;
  const own = inBrackets ? '@`%*&!' : '@`%*&!,]}';
  const start = [node ?? -1, rest.start].find(
    (at) => at >= line.start && at <= rest.start && own.includes(text[at]!),
  );
  if (start === undefined || !beginsValue(text.slice(line.start, start), inBrackets)) return null;
  const whole = withoutComment(text.slice(start, line.end)).replace(inBrackets ? /[,\]}].*$/ : '', '');
  return {
    range: { start, end: start + whole.length },
    message: say`A value without quotes cannot begin with \`${text[start]}\`. Put it in single quotes.`,
  };
};

/** True if a value can begin after `lead`. */
function beginsValue(lead: string, flow: boolean): boolean {
  return (
    /^\s*(?:-\s+)*(?:(?:[^\s:#'"]+|'[^']*'|"[^"]*")\s*:\s+)?$/.test(lead) || (flow && /[[{,:]\s*$/.test(lead))
  );
}

/** Text after the sign of a text of several lines; a value that begins with this sign. */
export const blockHead: Slip = ({ text, reason, around: { node } }) => {
  if (!/line break is expected|chomping|indentation width/.test(reason) || node === null) return null;
  const sign = text[node]!;
  const end = text.indexOf('\n', node);
  const range = { start: node, end: node + text.slice(node, end < 0 ? undefined : end).trimEnd().length };
  return {
    range,
    message: say`\`${sign}\` says that the text begins on the next line. Write the text there, or put this value in single quotes.`,
  };
};

/** A line of a text of several lines that is indented by less than the first. */
export const blockLine: Slip = ({ text, line, reason, around: { block } }) => {
  if (!block || !/bad indentation|mapping key|implicit key/.test(reason)) return null;
  const first = text.slice(block.end + 1).split('\n')[0]!;
  const start = block.end + 1;
  // js-yaml refuses a first line of blanks that are more than those of the lines below it.
  if (first.trim() === '' && first.length > line.indent)
    return {
      range: { start, end: start + first.length },
      message: say`The text of \`${text[block.start]}\` begins with a line of blanks that is longer than the indentation below it. Remove the blanks.`,
    };
  return {
    range: { start: line.start + line.indent, end: line.end },
    message: say`This line of the text after \`${text[block.start]}\` is indented by less than its first line. Indent it by as much.`,
  };
};

/** A second colon. */
export const secondColon: Slip = ({ rest, line, reason }) =>
  /bad indentation/.test(reason) && /:\s.*:\s/.test(`${line.text} `)
    ? { range: rest, message: prose('There is a second `: ` on this line. Put the value in single quotes.') }
    : null;

/** A list or a key on the line of its key. */
export const onKeysLine: Slip = ({ text, rest, line, reason }) => {
  const sign = text[rest.start];
  const begins = (sign === '-' || sign === '?') && /\s/.test(text[rest.start + 1] ?? '\n');
  const lead = text.slice(line.start, rest.start);
  if (!begins || !/bad indentation/.test(reason) || !/:\s+$/.test(lead)) return null;
  const list = sign === '-' ? prose(' A list begins on the next line.') : [];
  return {
    range: rest,
    message: say`\`${sign} \` cannot follow a key on its line. If it belongs to the value, put the value in single quotes.${list}`,
  };
};

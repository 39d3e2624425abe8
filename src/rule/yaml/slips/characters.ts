import { prose, say } from '../../../text';
import type { Slip } from './place';

/** A tab in the indentation. */
export const tab: Slip = ({ line }) => {
  const found = /^[ ]*\t/.exec(line.text);
  if (!found) return null;
  const end = line.start + found[0].length;
  return {
    range: { start: end - 1, end },
    message: prose('A tab indents this line, but YAML allows only spaces there. Replace it with spaces.'),
  };
};

/** A character that YAML does not allow anywhere. */
export const control: Slip = ({ text, at, reason }) => {
  if (!/non-printable|valid JSON character/.test(reason)) return null;
  let start = Math.min(at, text.length - 1);
  while (start > 0 && !isControl(text.charCodeAt(start))) start--;
  const name = text.charCodeAt(start).toString(16).toUpperCase().padStart(4, '0');
  return {
    range: { start, end: start + 1 },
    message: say`YAML does not allow the control character U+${name}. Remove it.`,
  };
};

function isControl(unit: number): boolean {
  return (
    (unit < 32 && unit !== 9 && unit !== 10 && unit !== 13) || (unit >= 127 && unit < 160) || unit > 0xfffd
  );
}

/** No-break and other wide blanks, and characters without width, where only a space indents or separates. */
const ODD = '[\\u00a0\\u1680\\u2000-\\u200d\\u202f\\u205f\\u2060\\u3000\\ufeff]';
const ODD_LEAD = new RegExp(`^[ \\t]*(${ODD}+)`);
const ODD_AFTER = new RegExp(`^(\\s*(?:- +)*(?:[\\w.|-]+:|-))(${ODD}+)`);

/** A blank that is none for YAML, in the line or one of the two above it. */
export const oddBlank: Slip = (place) => {
  let line: ReturnType<typeof place.above> = place.line;
  for (let i = 0; line && i < 3; i++, line = place.above(line)) {
    const lead = ODD_LEAD.exec(line.text);
    const [, before = '', blanks = ''] = lead
      ? ['', lead[0].slice(0, -lead[1]!.length), lead[1]]
      : (ODD_AFTER.exec(line.text) ?? []);
    if (blanks === '') continue;
    const start = line.start + before.length;
    const range = { start, end: start + blanks.length };
    const what = lead ? 'indents this line' : say`follows \`${before.trim()}\``;
    const message = say`A blank that is not a space ${what}. Replace it with a space.`;
    return { range, message };
  }
  return null;
};

/** The letter-wide colon of other scripts in the place of a colon, in the line or the one above it. */
export const wideColon: Slip = (place) => {
  for (const line of [place.line, place.above(place.line)]) {
    const found = line && /^\s*(?:- +)*[\w.|-]+\s*([：﹕∶꞉])/.exec(line.text);
    if (!found) continue;
    const end = line.start + found[0].length;
    return {
      range: { start: end - 1, end },
      message: say`\`${found[1]}\` is not the colon of YAML. Write \`: \`.`,
    };
  }
  return null;
};

/** Marks that a merge or Markdown has left. */
export const foreignMark: Slip = (place) => {
  for (const line of [place.line, place.above(place.line)]) {
    if (!line) continue;
    if (/^(?:<{7}|={7}|>{7})(?: |$)/.test(line.text))
      return {
        range: line,
        message: prose(
          'This line is the mark of a merge conflict. Keep one of the two versions, and remove the marks.',
        ),
      };
    if (/^(?:```|~~~)/.test(line.text))
      return { range: line, message: prose('This line is the fence of a Markdown block. Remove it.') };
  }
  return null;
};

/** A backslash in double quotes that is no escape. */
export const falseEscape: Slip = ({ text, at, reason }) => {
  if (!/escape sequence|hexadecimal/.test(reason)) return null;
  const start = text.lastIndexOf('\\', Math.min(at, text.length - 1));
  const range = { start, end: Math.min(start + 2, text.length) };
  const written = text.slice(range.start, range.end);
  return {
    range,
    message: say`\`${written}\` begins no escape that a value in double quotes can have. Use single quotes, in which a backslash is just a backslash.`,
  };
};

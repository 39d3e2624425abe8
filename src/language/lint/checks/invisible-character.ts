import { type Check, replace } from '../check';

/** Characters that are not seen: of no width, or that turn the direction of writing. */
const INVISIBLE = /[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+/g;

export const invisibleCharacter: Check<'invisible-character'> = {
  id: 'invisible-character',
  severity: 'warning',
  finds: 'A character that is not seen',
  why: 'Characters of no width come along when text is copied from web pages and documents; others turn the direction in which it is shown. They are compared like any other, so a value or name that looks right never matches.',
  bad: "detection:\n    selection:\n        CommandLine|contains: 'delete«\u200b» catalog'\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|contains: 'delete catalog'\n    condition: selection",
  text({ text }, report) {
    for (const match of text.matchAll(INVISIBLE)) {
      // A mark of the byte order may begin a text.
      if (match.index === 0 && match[0] === '\ufeff') continue;
      const range = { start: match.index, end: match.index + match[0].length };
      const names = [...match[0]].map(
        (c) => `U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
      );
      report(
        range,
        `Here stands ${names.slice(0, 3).join(', ')}, which is not seen. Remove it.`,
        replace('Remove it', range, ''),
      );
    }
  },
};

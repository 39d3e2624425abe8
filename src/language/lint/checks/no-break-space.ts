import { type Check, replace } from '../check';

export const noBreakSpace: Check<'no-break-space'> = {
  id: 'no-break-space',
  severity: 'warning',
  finds: 'A blank that is none',
  why: 'A no-break space looks like a blank and is another character. It comes from web pages; command lines have the usual one, so the value never matches.',
  bad: "detection:\n    selection:\n        CommandLine|contains: 'delete«\u00a0»catalog'\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|contains: 'delete catalog'\n    condition: selection",
  value(value, report) {
    const { text } = value;
    if (text.trim() === '') return;
    for (const match of text.matchAll(/[\u00a0\u2007\u202f]/g)) {
      const range = value.at(match.index, match.index + 1);
      const written = range.end === range.start + 1;
      report(
        range,
        'This is a no-break space, not a blank.',
        written ? replace('Write a blank', range, ' ') : null,
      );
    }
  },
};

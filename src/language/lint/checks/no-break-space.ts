import { prose } from '../../../text';
import { type Check, findsOthers, replace } from '../check';

export const noBreakSpace: Check<'no-break-space'> = {
  id: 'no-break-space',
  severity: 'warning',
  finds: 'A no-break space',
  why: 'A no-break space looks like a space, but is another character. It comes from web pages. Command lines have ordinary spaces, so the value never matches.',
  bad: "detection:\n    selection:\n        CommandLine|contains: 'delete«\u00a0»catalog'\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|contains: 'delete catalog'\n    condition: selection",
  value(value, report) {
    const { text } = value;
    if (text.trim() === '') return;
    for (const match of text.matchAll(/[\u00a0\u2007\u202f]/g)) {
      const range = value.at(match.index, match.index + 1);
      if (isTypography(text, match.index)) continue;
      // An escape is intentional.
      if (range.end !== range.start + 1) continue;
      report(
        range,
        prose('This is a no-break space. Write an ordinary space.'),
        findsOthers(replace(prose('Change to a space'), range, ' ')),
      );
    }
  },
};

/** True before the marks, and inside the quotes, where French writes it: Windows’ messages do so too. */
function isTypography(text: string, at: number): boolean {
  return /^[:;!?»%]/.test(text.slice(at + 1)) || text[at - 1] === '«';
}

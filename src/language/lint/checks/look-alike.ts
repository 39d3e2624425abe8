import { type Range, say } from '../../../text';
import type { Check, Report } from '../check';

/** Letters of other scripts that look like Latin ones. */
const MIXED = /[аеорсхуіјѕԁһӏԛԝАВЕКМНОРСТХУЅІЈԌαινορυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ]/u;
const WORD = /[\p{L}\p{N}_]+/gu;

export const lookAlike: Check<'look-alike'> = {
  id: 'look-alike',
  severity: 'warning',
  finds: 'A letter of another script in a Latin word',
  why: 'Some Cyrillic and Greek letters look like Latin ones, but a name or value with one never matches. They come with copied text; some are put there on purpose.',
  bad: "detection:\n    selection:\n        CommandLine|contains: 'delete «c\u0430talog»'\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|contains: 'delete catalog'\n    condition: selection",
  item(item, report) {
    if (item.field !== null)
      tell(
        item.field,
        (start, end) => ({
          start: item.item.fieldRange.start + start,
          end: item.item.fieldRange.start + end,
        }),
        report,
      );
  },
  value(value, report) {
    tell(value.text, (start, end) => value.at(start, end), report);
  },
};

function tell(text: string, place: (start: number, end: number) => Range, report: Report): void {
  if (!MIXED.test(text)) return;
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    const foreign = MIXED.exec(word)?.[0];
    if (!foreign || !/[A-Za-z]/.test(word)) continue;
    const script = /\p{Script=Cyrillic}/u.test(foreign) ? 'Cyrillic' : 'Greek';
    report(
      place(match.index, match.index + word.length),
      say`\`${foreign}\` in this word is a ${script} letter that looks like a Latin one. Retype the word.`,
    );
  }
}

import { prose, say } from '../../../text';
import { type Check, findsOthers, replace } from '../check';
import { type PlacedScalar, scalarAt } from '../scalars';

/** Invisible characters: of zero width, or that change the direction of writing. */
const INVISIBLE = /[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+/g;

export const invisibleCharacter: Check<'invisible-character'> = {
  id: 'invisible-character',
  severity: 'warning',
  finds: 'An invisible character',
  why: 'Text copied from web pages and documents may contain characters of zero width, or characters that change its direction. They are compared like any other, so a value or name that looks right never matches.',
  bad: "detection:\n    selection:\n        CommandLine|contains: 'delete«\u200b» catalog'\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|contains: 'delete catalog'\n    condition: selection",
  text({ text, collection }, report) {
    for (const match of text.matchAll(INVISIBLE)) {
      // A text may begin with a byte order mark.
      if (match.index === 0 && match[0] === '\ufeff') continue;
      const range = { start: match.index, end: match.index + match[0].length };
      const place = scalarAt(collection, range.start);
      if (place && isMeant(place)) continue;
      const names = [...match[0]].map(
        (c) => `U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
      );
      const fix = replace(prose('Remove it'), range, '');
      report(
        range,
        say`Here is an invisible ${names.slice(0, 3).join(', ')}. Remove it.`,
        place && DECIDES.test(place.under) ? findsOthers(fix) : fix,
      );
    }
  },
};

/** The keys of a document that decide what it matches. */
const DECIDES = /^(?:detection|logsource|filter|correlation)$/;

/**
 * True for a value that consists of such characters, or begins with one that changes the direction: then the rule
 * looks for them. In text for people, scripts written from right to left need them.
 */
function isMeant({ scalar: { text }, under }: PlacedScalar): boolean {
  if (!DECIDES.test(under))
    return /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u.test(text);
  return text.replace(INVISIBLE, '').trim() === '' || /^[\u202d\u202e]/.test(text);
}

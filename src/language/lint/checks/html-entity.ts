import { say } from '../../../text';
import { decoded } from '../../restore/entities';
import { type Check, findsOthers, replace } from '../check';

/** Fields that hold what browsers and servers exchange, where entities are written as they are. */
const OF_WEB = /^cs?-|ur[il]|query|referr?er|cookie|body|content|payload|html|script|request|response/i;

export const htmlEntity: Check<'html-entity'> = {
  id: 'html-entity',
  severity: 'info',
  finds: 'An HTML entity',
  why: 'The source of a web page has `&lt;` for `<` and `&amp;` for `&`. A value copied from there looks for those letters. Most logs have the character itself.',
  bad: "detection:\n    selection:\n        CommandLine|contains: 'delete «&gt;» catalog'\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|contains: 'delete > catalog'\n    condition: selection",
  value(value, report) {
    const { item, text, scalar } = value;
    if (OF_WEB.test(item.field ?? '')) return;
    for (const match of text.matchAll(/&(?:[a-z]{2,4}|#\d{1,4}|#x[0-9a-f]{1,4});/gi)) {
      const character = decoded(match[0]);
      if (character === match[0]) continue;
      const range = value.at(match.index, match.index + match[0].length);
      const written = writtenIn(scalar.style, character);
      report(
        range,
        say`\`${match[0]}\` is the HTML entity for \`${character}\`. If you copied this from a web page, write the character.`,
        written === null ? null : findsOthers(replace(say`Write \`${character}\``, range, written)),
      );
    }
  },
};

/** A character as written in a value of a style; null if it could end the value. */
function writtenIn(style: string, character: string): string | null {
  if (style === 'single') return character === "'" ? "''" : character;
  if (style === 'double') return character === '"' ? '\\"' : character;
  return null;
}

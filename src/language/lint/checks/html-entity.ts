import { decoded } from '../../restore/entities';
import { type Check, replace } from '../check';

export const htmlEntity: Check<'html-entity'> = {
  id: 'html-entity',
  severity: 'info',
  finds: 'A character written as web pages write it',
  why: 'In the source of a web page `<` is written `&lt;`, and `&` is `&amp;`. A value that was copied from there looks for those letters. Logs hold the character itself, unless they too are about pages.',
  bad: "detection:\n    selection:\n        CommandLine|contains: 'delete «&gt;» catalog'\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|contains: 'delete > catalog'\n    condition: selection",
  value(value, report) {
    const { text, scalar } = value;
    for (const match of text.matchAll(/&(?:[a-z]{2,4}|#\d{1,4}|#x[0-9a-f]{1,4});/gi)) {
      const character = decoded(match[0]);
      if (character === match[0]) continue;
      const range = value.at(match.index, match.index + match[0].length);
      const written = writtenIn(scalar.style, character);
      report(
        range,
        `\`${match[0]}\` is how a web page writes \`${character}\`. If this was copied from one, write the character.`,
        written === null ? null : replace(`Write \`${character}\``, range, written),
      );
    }
  },
};

/** A character as it is written in a value of a style; null if it could change how the value ends. */
function writtenIn(style: string, character: string): string | null {
  if (style === 'single') return character === "'" ? "''" : character;
  if (style === 'double') return character === '"' ? '\\"' : character;
  return null;
}

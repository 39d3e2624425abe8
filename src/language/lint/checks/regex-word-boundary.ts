import { say } from '../../../text';
import { type Check, findsOthers, replace } from '../check';
import { piecesOf } from '../regex-text';

/** What is no letter, digit or underscore of any script. */
const OTHER = '[^\\p{L}\\p{N}_]';

export const regexWordBoundary: Check<'regex-word-boundary'> = {
  id: 'regex-word-boundary',
  severity: 'warning',
  finds: '`\\b` beside a letter outside ASCII',
  why: 'To `\\b` only `A` to `Z`, `a` to `z`, digits and `_` make up words. Beside any other letter it matches only if one of these is on its other side: `é\\b` is found in `éa`, but not before a space.',
  bad: "detection:\n    selection:\n        CommandLine|re: 'delete caf\u00e9«\\b»'\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|re: 'delete caf\u00e9(?:$|[^\\p{L}\\p{N}_])'\n    condition: selection",
  value(value, report) {
    const { item, text, scalar } = value;
    if (!item.has('re') || !text.includes('\\b')) return;
    for (const piece of piecesOf(text)) {
      if (piece.text !== '\\b') continue;
      // Groups that begin or end here stand for nothing themselves.
      const before = [...text.slice(0, piece.at).replace(/(?<!\\)\)+$/, '')].pop() ?? '';
      const after = [...text.slice(piece.at + 2).replace(/^(?:\((?:\?:)?)+/, '')][0] ?? '';
      const letter = [before, after].find((character) => isForeign(character));
      if (letter === undefined) continue;
      const instead = isForeign(after) ? `(?:^|${OTHER})` : `(?:$|${OTHER})`;
      const range = value.at(piece.at, piece.at + 2);
      report(
        range,
        say`To \`\\b\`, \`${letter}\` does not belong to a word, as only ASCII letters, digits and \`_\` do. Write \`${instead}\`.`,
        scalar.style === 'double' ? null : findsOthers(replace(say`Write \`${instead}\``, range, instead)),
      );
    }
  },
};

function isForeign(character: string): boolean {
  return character > '\u007f' && /[\p{L}\p{N}]/u.test(character);
}

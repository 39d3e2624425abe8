import { say } from '../../../text';
import { type Check, findsOthers, replace } from '../check';
import { piecesOf } from '../regex-text';

export const regexPosixClass: Check<'regex-posix-class'> = {
  id: 'regex-posix-class',
  severity: 'warning',
  finds: 'A POSIX class without the brackets around it',
  why: 'Names such as `[:digit:]` mean something only inside the brackets of a class: `[[:digit:]]`. By itself, `[:digit:]` is any one of `:`, `d`, `g`, `i` and `t`.',
  bad: "detection:\n    selection:\n        CommandLine|re: 'delete\\s«[:digit:]»+'\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|re: 'delete\\s[[:digit:]]+'\n    condition: selection",
  value(value, report) {
    const { item, text } = value;
    if (!item.has('re') || !text.includes(':]')) return;
    for (const piece of piecesOf(text)) {
      if (!POSIX.test(piece.text)) continue;
      const range = value.at(piece.at, piece.at + piece.text.length);
      report(
        range,
        say`\`${piece.text}\` is any one of the characters between the brackets. For the class, write \`[${piece.text}]\`.`,
        findsOthers(replace(say`Write \`[${piece.text}]\``, range, `[${piece.text}]`)),
      );
    }
  },
};

const POSIX =
  /^\[:\^?(?:alnum|alpha|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word|xdigit):\]$/;

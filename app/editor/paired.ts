import { PAGE } from '../../src/limits';

/** True where the brackets of a text are coloured in pairs: it is not too long, and neither it nor a line of it has too many. */
export function isPaired(text: string): boolean {
  return text.length <= PAGE.pairedText.value && !(mayBeCrowded(text) && isCrowded(text));
}

/** True for a text that is long enough to have too many brackets. */
export function mayBeCrowded(text: string): boolean {
  return text.length > PAGE.lineBrackets.value;
}

function isCrowded(text: string): boolean {
  let all = 0;
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === FEED) before = all;
    else if (isBracket(code)) {
      all++;
      if (all > PAGE.textBrackets.value || all - before > PAGE.lineBrackets.value) return true;
    }
  }
  return false;
}

const FEED = 0x0a;

/** The brackets of all languages of the editors: `()`, `<>`, `[]` and `{}`. */
function isBracket(code: number): boolean {
  switch (code) {
    case 0x28:
    case 0x29:
    case 0x3c:
    case 0x3e:
    case 0x5b:
    case 0x5d:
    case 0x7b:
    case 0x7d:
      return true;
    default:
      return false;
  }
}

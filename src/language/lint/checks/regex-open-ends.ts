import { prose } from '../../../text';
import { type Check, replace } from '../check';
import { activeIn } from '../regex-text';

export const regexOpenEnds: Check<'regex-open-ends'> = {
  id: 'regex-open-ends',
  severity: 'info',
  finds: '`.*` at an end of a regular expression',
  why: 'An expression may match anywhere in the field, so `.*` at an end only costs time. Backends that need to match the whole field add it themselves.',
  bad: "detection:\n    selection:\n        CommandLine|re: '«.*»delete\\s+catalog'\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|re: 'delete\\s+catalog'\n    condition: selection",
  value(value, report) {
    const { item, text, scalar } = value;
    if (!item.has('re') || typeof scalar.value !== 'string') return;
    const front = /^\.\*\??(?=[^?+*{|)])/.exec(text);
    const back = /(?<!\\)\.\*\??$/.exec(text);
    // After `|` it is an alternative of its own.
    const alternatives = hasOuterBar(text);
    for (const found of [front, back]) {
      if (!found || alternatives || found[0].length >= text.length) continue;
      const range = value.at(found.index, found.index + found[0].length);
      const quoted = scalar.style === 'single' || scalar.style === 'double';
      report(
        range,
        prose('The expression already matches anywhere in the field. Remove this.'),
        quoted ? replace(prose('Remove it'), range, '') : null,
      );
      if (front && back && front.index === back.index) break;
    }
  },
};

/** True if there is a `|` outside of all groups. */
function hasOuterBar(source: string): boolean {
  const active = activeIn(source);
  let depth = 0;
  for (let i = 0; i < source.length; i++) {
    if (!active[i]) continue;
    if (source[i] === '(') depth++;
    else if (source[i] === ')') depth--;
    else if (source[i] === '|' && depth === 0) return true;
  }
  return false;
}

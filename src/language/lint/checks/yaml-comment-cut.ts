import { prose } from '../../../text';
import { type Check, findsOthers, replace } from '../check';

export const yamlCommentCut: Check<'yaml-comment-cut'> = {
  id: 'yaml-comment-cut',
  severity: 'info',
  finds: 'A value cut off by a number sign',
  why: 'In YAML, a space and `#` begin a comment, so the rest is not part of the value. If it should be, quote the whole value; if it is a comment, write a space after the sign.',
  bad: 'detection:\n    selection:\n        CommandLine|contains: delete catalog« #all»\n    condition: selection',
  good: "detection:\n    selection:\n        CommandLine|contains: 'delete catalog #all'\n    condition: selection",
  value({ item, scalar }, report) {
    if (scalar.style !== 'plain' || typeof scalar.value !== 'string') return;
    const { end } = scalar.range;
    const found = /^[ \t]+#[^\s#][^\n\r]*/.exec(item.rule.text.slice(end, end + 200));
    if (!found) return;
    const whole = { start: scalar.range.start, end: end + found[0].trimEnd().length };
    const written = item.rule.text.slice(whole.start, whole.end);
    const safe = !written.includes("'");
    report(
      { start: end, end: whole.end },
      prose('This is a comment, not part of the value. If it should be part of it, quote the whole value.'),
      safe ? findsOthers(replace(prose('Put the whole value in quotes'), whole, `'${written}'`)) : null,
    );
  },
};

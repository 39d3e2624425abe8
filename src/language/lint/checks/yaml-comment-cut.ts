import { type Check, replace } from '../check';

export const yamlCommentCut: Check<'yaml-comment-cut'> = {
  id: 'yaml-comment-cut',
  severity: 'info',
  finds: 'A value that a number sign cuts off',
  why: 'In YAML a blank and `#` begin a comment, so what stands behind is no part of the value. If it is meant to be, quote the whole; if not, a blank behind the sign says so.',
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
      'This is a comment, and no part of the value. Quote the whole if it is meant to be one.',
      safe ? replace('Put all of it in quotes', whole, `'${written}'`) : null,
    );
  },
};

import { readPath } from '../../../rule';
import { say } from '../../../text';
import type { Check } from '../check';

export const fieldrefBrackets: Check<'fieldref-brackets'> = {
  id: 'fieldref-brackets',
  severity: 'warning',
  since: 'proposals',
  finds: 'Brackets in the name of a field to compare with',
  why: 'The value of `fieldref` is a field’s name as events have it. `names[0]` there is a field of just that name, and not the first member of `names`: only keys select members, and only in keys are brackets escaped.',
  bad: "sigma-version: 3\ndetection:\n    selection:\n        Image|fieldref: «'names[0]'»\n    condition: selection",
  good: "sigma-version: 3\ndetection:\n    selection:\n        names[0]|fieldref: 'Image'\n    condition: selection",
  value({ item, text, range }, report) {
    if (item.field === null || !item.has('fieldref')) return;
    const { parts, problem } = readPath(text);
    const selects = problem !== null || parts.length > 1 || parts[0]!.path.length > 1;
    if (selects)
      report(
        range,
        say`\`${text}\` is the whole name of a field here: \`fieldref\` selects no members of arrays. Compare the other way round, with the selector in the key.`,
      );
    else if (/\\[[\]]/.test(text))
      report(
        range,
        say`\`${text}\` is the name of a field here with its backslashes: the value of \`fieldref\` has no escapes of brackets. Write the name as events have it.`,
      );
  },
};

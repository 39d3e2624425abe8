import { say } from '../../../text';
import { type Check, change } from '../check';

const FORM = /^[a-z0-9_-]+\.[a-z0-9._-]+$/;

export const tagForm: Check<'tag-form'> = {
  id: 'tag-form',
  severity: 'warning',
  finds: 'A tag in the wrong form',
  why: 'A tag is a namespace, a dot and a name, in lower-case letters, digits, `_`, `-` and dots. Tools compare tags exactly, and refuse other forms.',
  bad: 'tags:\n    - «attack.T1490»\n    - attack.impact',
  good: 'tags:\n    - attack.t1490\n    - attack.impact',
  document({ meta }, report) {
    for (const { value, range } of meta.tags) {
      if (FORM.test(value) || value.trim() === '') continue;
      const meant = value.trim().toLowerCase().replace(/\s+/g, '-');
      const good = FORM.test(meant);
      report(
        range,
        good
          ? say`The schema requires tags in lower case and without spaces. Write \`${meant}\`.`
          : say`\`${value}\` is not a tag. Write a namespace, a dot and a name, such as \`attack.t1490\`.`,
        good ? change(range, meant) : null,
      );
    }
  },
};

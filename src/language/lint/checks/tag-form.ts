import { type Check, change } from '../check';

const FORM = /^[a-z0-9_-]+\.[a-z0-9._-]+$/;

export const tagForm: Check<'tag-form'> = {
  id: 'tag-form',
  severity: 'warning',
  finds: 'A tag that is not written as the schema wants',
  why: 'A tag is a namespace, a dot and a name, in small letters, digits, `_`, `-` and dots. Tools compare tags letter by letter, and refuse others.',
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
          ? `The schema wants tags in small letters and without blanks: \`${meant}\`.`
          : `\`${value}\` is no tag: a namespace comes first, then a dot, such as \`attack.t1490\`.`,
        good ? change(range, meant) : null,
      );
    }
  },
};

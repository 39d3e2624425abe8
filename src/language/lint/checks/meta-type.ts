import { entry } from '../../../rule';
import { prose, say } from '../../../text';
import { type Check, replace } from '../check';

const TEXTS = ['title', 'id', 'name', 'taxonomy', 'status', 'description', 'license', 'author', 'level'];

export const metaType: Check<'meta-type'> = {
  id: 'meta-type',
  severity: 'warning',
  finds: 'A number, true or false instead of text',
  why: 'The JSON schema of 2.1.0 requires text here, but YAML reads this as something else. Tools that check the schema refuse the rule. Quotes make it text.',
  bad: 'author: «4711»',
  good: "author: '4711'",
  document({ tree }, report) {
    for (const name of TEXTS) {
      const value = entry(tree, name)?.value;
      if (value?.kind !== 'scalar' || typeof value.value === 'string' || value.value === null) continue;
      report(
        value.range,
        say`\`${name}\` has to be text, but YAML reads \`${value.text}\` as a ${typeof value.value}. Quote it.`,
        replace(prose('Put it in single quotes'), value.range, `'${value.text}'`),
      );
    }
  },
};

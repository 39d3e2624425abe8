import { prose, say } from '../../../text';
import { type Check, replace } from '../check';

export const valueMissing: Check<'value-missing'> = {
  id: 'value-missing',
  severity: 'warning',
  finds: 'A field with nothing after its colon',
  why: 'YAML reads a missing value as `null`, and in Sigma that matches an absent field. If you mean that, write `null`; otherwise write the value.',
  bad: "detection:\n    selection:\n        CommandLine|contains: 'delete catalog'\n        «User»:\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|contains: 'delete catalog'\n        User: null\n    condition: selection",
  item(item, report) {
    const [value, ...others] = item.values;
    if (!value || others.length > 0 || item.field === null || item.item.list) return;
    const { scalar } = value;
    if (scalar.style !== 'plain' || scalar.text !== '') return;
    const { end } = scalar.range;
    report(
      item.keyRange,
      say`\`${item.field}\` has no value, so it is read as \`null\`, which matches an absent field. Write the value, or \`null\` if you mean that.`,
      replace(prose('Write `null`'), { start: end, end }, ' null'),
    );
  },
};

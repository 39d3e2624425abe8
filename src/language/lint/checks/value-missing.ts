import { type Check, replace } from '../check';

export const valueMissing: Check<'value-missing'> = {
  id: 'value-missing',
  severity: 'warning',
  finds: 'A field with nothing behind its colon',
  why: 'YAML reads nothing as `null`, and Sigma takes that as the question whether the field is absent. Where that is meant, `null` says so; most often a value is still to be written.',
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
      `\`${item.field}\` has no value, so it is read as \`null\`: the field is absent. Write the value, or \`null\` if that is meant.`,
      replace('Write `null`', { start: end, end }, ' null'),
    );
  },
};

import { type Check, replace } from '../check';

export const base64offsetWhole: Check<'base64offset-whole'> = {
  id: 'base64offset-whole',
  severity: 'warning',
  finds: '`base64offset` held against the whole field',
  why: 'The three alignments are stretches of an encoded text that goes on at both sides. No field consists of such a stretch alone, so without `contains` the rule hardly ever matches.',
  bad: "detection:\n    selection:\n        CommandLine|«base64offset»: 'delete catalog'\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|base64offset|contains: 'delete catalog'\n    condition: selection",
  item(item, report) {
    if (!item.has('base64offset') || item.field === null) return;
    if (['contains', 'startswith', 'endswith'].some((name) => item.has(name))) return;
    const { end } = item.modifierRange('base64offset');
    report(
      item.modifierRange('base64offset'),
      'An encoded stretch is never the whole field. Let `contains` follow.',
      replace('Add `contains`', { start: end, end }, '|contains'),
    );
  },
};

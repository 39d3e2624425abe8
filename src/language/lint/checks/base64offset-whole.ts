import { prose } from '../../../text';
import { type Check, findsOthers, replace } from '../check';

export const base64offsetWhole: Check<'base64offset-whole'> = {
  id: 'base64offset-whole',
  severity: 'warning',
  finds: '`base64offset` compared with the whole field',
  why: '`base64offset` gives parts of a longer encoded text. A field hardly ever consists of such a part alone, so without `contains` the rule hardly ever matches.',
  bad: "detection:\n    selection:\n        CommandLine|«base64offset»: 'delete catalog'\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|base64offset|contains: 'delete catalog'\n    condition: selection",
  item(item, report) {
    if (!item.has('base64offset') || item.field === null) return;
    if (['contains', 'startswith', 'endswith'].some((name) => item.has(name))) return;
    const { end } = item.modifierRange('base64offset');
    report(
      item.modifierRange('base64offset'),
      prose('A part of an encoded text is never the whole field. Add `contains`.'),
      findsOthers(replace(prose('Add `contains`'), { start: end, end }, '|contains')),
    );
  },
};

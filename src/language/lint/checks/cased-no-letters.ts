import { prose } from '../../../text';
import type { Check } from '../check';

export const casedNoLetters: Check<'cased-no-letters'> = {
  id: 'cased-no-letters',
  severity: 'info',
  finds: '`cased` for values without letters',
  why: 'Only letters have case. Without letters in the values, the modifier has no effect, and some backends do not support it.',
  bad: "detection:\n    selection:\n        CommandLine|contains|«cased»: ' -1 '\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|contains|cased: ' -E '\n    condition: selection",
  item(item, report) {
    if (!item.has('cased') || item.comparison === null) return;
    const letters = item.values.some(({ text }) => text.toLowerCase() !== text.toUpperCase());
    if (!letters)
      report(
        item.modifierRange('cased'),
        prose('No value has a letter, so `cased` has no effect. Remove it.'),
      );
  },
};

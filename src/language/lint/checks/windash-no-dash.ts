import { openDashes } from '../../../rule';
import { prose } from '../../../text';
import type { Check } from '../check';

export const windashNoDash: Check<'windash-no-dash'> = {
  id: 'windash-no-dash',
  severity: 'info',
  finds: '`windash` without an option in any value',
  why: '`windash` matches any dash or slash that Windows programs accept before an option. No value here has such a dash, so the modifier has no effect.',
  bad: "detection:\n    selection:\n        CommandLine|contains|«windash»: 'delete catalog'\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|contains|windash: ' -delete catalog'\n    condition: selection",
  item(item, report) {
    if (!item.has('windash') || item.comparison === null) return;
    const opens = item.values.some(({ parts }) => openDashes(parts).some(({ kind }) => kind === 'dash'));
    if (!opens)
      report(
        item.modifierRange('windash'),
        prose('No value has a dash that begins an option, so `windash` has no effect. Remove it.'),
      );
  },
};

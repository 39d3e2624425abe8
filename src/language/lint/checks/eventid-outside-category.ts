import { say } from '../../../text';
import type { Check } from '../check';
import { factOf } from '../logsources';

export const eventidOutsideCategory: Check<'eventid-outside-category'> = {
  id: 'eventid-outside-category',
  severity: 'warning',
  finds: 'An event id that the category does not have',
  why: 'The events of a category have certain ids, and this is not one of them. If log sources are considered, the rule can never match.',
  bad: "detection:\n    selection:\n        EventID: «4624»\n        Image|endswith: '\\backup-tool.exe'\n    condition: selection",
  good: "logsource:\n    product: windows\n    service: security\ndetection:\n    selection:\n        EventID: 4624\n        ProcessName|endswith: '\\backup-tool.exe'\n    condition: selection",
  item({ rule, item }, report) {
    if (item.field !== 'EventID' || item.modifiers.length > 0) return;
    const fact = factOf(rule.logsource);
    const ids = fact?.category ? fact.events.flatMap(({ eventIds }) => eventIds) : [];
    if (ids.length === 0) return;
    for (const { value, range } of item.values)
      if (/^\d+$/.test(String(value)) && !ids.includes(Number(value)))
        report(
          range,
          say`No event of \`${fact!.category}\` has the id ${String(value)}. Its events have ${[...new Set(ids)].join(', ')}.`,
        );
  },
};

import { say } from '../../../text';
import type { Check } from '../check';
import { factOf } from '../logsources';

export const eventidWithCategory: Check<'eventid-with-category'> = {
  id: 'eventid-with-category',
  severity: 'info',
  finds: 'An event id that the category already implies',
  why: 'A category covers the events of every tool that records such activity: process creation is Sysmon’s 1 and Security’s 4688. The event id of one tool excludes the others.',
  bad: "detection:\n    selection:\n        «EventID»: 4688\n        Image|endswith: '\\backup-tool.exe'\n    condition: selection",
  good: "detection:\n    selection:\n        Image|endswith: '\\backup-tool.exe'\n    condition: selection",
  item({ rule, item }, report) {
    if (item.field !== 'EventID' || item.modifiers.length > 0) return;
    const fact = factOf(rule.logsource);
    const ids = fact?.category ? fact.events.flatMap(({ eventIds }) => eventIds) : [];
    if (ids.length === 0 || !item.values.every(({ value }) => ids.includes(Number(value)))) return;
    const written = new Set(item.values.map(({ value }) => Number(value)));
    // Of the events of one tool, such as those of pipes and of registry keys, an id selects some.
    const selects = fact!.events.some(({ eventIds }) => {
      const own = eventIds.filter((id) => written.has(id)).length;
      return own > 0 && own < eventIds.length;
    });
    if (selects) return;
    const isAll = ids.every((id) => written.has(id));
    report(
      item.fieldRange,
      say`The category \`${fact!.category}\` already says which events the rule covers. ${isAll ? 'This has no effect.' : 'This excludes those of other tools.'} Remove it.`,
    );
  },
};

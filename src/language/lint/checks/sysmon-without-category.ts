import { LOGSOURCES, SYSMON } from '../../../knowledge';
import { type Plan, walkCondition } from '../../../rule';
import { say } from '../../../text';
import { type Check, findsOthers, replace } from '../check';

export const sysmonWithoutCategory: Check<'sysmon-without-category'> = {
  id: 'sysmon-without-category',
  severity: 'info',
  finds: 'Sysmon’s event ids instead of a category',
  why: 'A rule for the service `sysmon` does not match the same activity recorded by another tool. That was usual in Sigma 1.x. Categories such as `process_creation` cover every tool.',
  bad: "logsource:\n    product: windows\n    «service: sysmon»\ndetection:\n    selection:\n        EventID: 1\n        Image|endswith: '\\backup-tool.exe'\n    condition: selection",
  good: "logsource:\n    product: windows\n    category: process_creation\ndetection:\n    selection:\n        Image|endswith: '\\backup-tool.exe'\n    condition: selection",
  rule({ text, logsource, items, plan }, report) {
    const { product, service, category } = logsource;
    if (product?.value !== 'windows' || service?.value !== 'sysmon' || category) return;
    const tests = items.filter(({ field }) => field === 'EventID');
    const ids = tests.flatMap(({ item }) => item.values);
    if (ids.length !== 1 || tests[0]!.modifiers.length > 0) return;
    // An id that is excluded is not what the rule looks for.
    if (!plan || isExcluded(plan, tests[0]!.selection.name)) return;
    const id = Number(ids[0]!.value);
    const fact = LOGSOURCES.find(
      (f) =>
        f.product === 'windows' &&
        f.category &&
        f.events.some((e) => e.channel === SYSMON && e.eventIds.length === 1 && e.eventIds[0] === id),
    );
    const at = text.lastIndexOf('service', service.range.start);
    if (!fact || at < 0) return;
    const range = { start: at, end: service.range.end };
    report(
      range,
      say`Sysmon’s event ${id} belongs to the category \`${fact.category}\`, which covers every tool. Write the category, and remove the event id.`,
      findsOthers(
        replace(say`Change to \`category: ${fact.category}\``, range, `category: ${fact.category}`),
      ),
    );
  },
};

/** True if a selection stands under a `not` in the condition. */
function isExcluded({ condition, selections }: Plan, name: string): boolean {
  let found = false;
  walkCondition(condition, (node, negated) => {
    if (node.kind === 'selection' && negated && selections[node.selection]!.name === name) found = true;
  });
  return found;
}

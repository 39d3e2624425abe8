import { fieldTable } from '../../../event';
import { say } from '../../../text';
import { type Check, change, findsOthers } from '../check';
import { fieldsOf } from '../logsources';

/** Names of Security 4688 for which process creation has another name. */
const OWN = new Map(
  [...fieldTable('process_creation', 'Security', 4688)!.rules].flatMap(([name, rule]) =>
    rule.kind === 'mapped'
      ? rule.from.filter((own) => own !== name && own !== 'ProcessId').map((own) => [own, name] as const)
      : [],
  ),
);

export const fieldOwnName: Check<'field-own-name'> = {
  id: 'field-own-name',
  severity: 'warning',
  finds: 'A name of Security 4688 in a rule for process creation',
  why: 'A rule for a category uses the category’s field names, whichever tool recorded the event: `NewProcessName` is `Image`. Other tools’ events do not have the field under its original name.',
  bad: "detection:\n    selection:\n        «NewProcessName»|endswith: '\\backup-tool.exe'\n    condition: selection",
  good: "detection:\n    selection:\n        Image|endswith: '\\backup-tool.exe'\n    condition: selection",
  item(look, report) {
    const { rule, field, item } = look;
    const { category, product } = rule.logsource;
    if (field === null || category?.value !== 'process_creation') return;
    if (product && product.value !== 'windows') return;
    const meant = fieldsOf(rule.logsource)?.has(field) ? undefined : OWN.get(field);
    if (meant)
      report(
        item.fieldRange,
        say`In process creation, \`${field}\` is called \`${meant}\`. Write that.`,
        look.isBeside(meant) ? null : findsOthers(change(item.fieldRange, meant)),
      );
  },
};

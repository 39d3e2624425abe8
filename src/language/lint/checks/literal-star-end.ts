import { prose } from '../../../text';
import { type Check, findsOthers, replace } from '../check';

export const literalStarEnd: Check<'literal-star-end'> = {
  id: 'literal-star-end',
  severity: 'warning',
  finds: 'A path that ends with an escaped star',
  why: 'In `Software\\*`, the backslash makes the star literal: the field has to end with a star. `\\\\*` is a backslash and a wildcard. `startswith` needs neither.',
  bad: "logsource:\n    category: registry_set\n    product: windows\ndetection:\n    selection:\n        TargetObject: 'HKLM\\Software\\Backup«\\*»'\n    condition: selection",
  good: "logsource:\n    category: registry_set\n    product: windows\ndetection:\n    selection:\n        TargetObject|startswith: 'HKLM\\Software\\Backup\\'\n    condition: selection",
  value(value, report) {
    const { item, text, scalar } = value;
    if (item.comparison === null || item.field === null || scalar.style === 'double') return;
    // Command lines do contain stars, and another check reports file paths.
    if (
      !/^(?:TargetObject|ObjectName|Details|RelativeTargetName|ServiceFileName|ImagePath|Path|FileName)$/.test(
        item.field,
      )
    )
      return;
    if (!/[\w)}%]\\\*$/.test(text)) return;
    const range = value.at(text.length - 2, text.length);
    report(
      range,
      prose('This is a literal star. For a backslash and a wildcard, write `\\\\*`.'),
      findsOthers(replace(prose('Write `\\\\*`'), range, '\\\\*')),
    );
  },
};

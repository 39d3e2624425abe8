import { prose } from '../../../text';
import { type Check, findsOthers, replace } from '../check';

export const originalFileNamePath: Check<'original-file-name-path'> = {
  id: 'original-file-name-path',
  severity: 'warning',
  finds: 'A path in `OriginalFileName`',
  why: 'The field is the file name that the program’s author chose, without folders. A value with a backslash never matches.',
  bad: "detection:\n    selection:\n        OriginalFileName|endswith: «'\\backup-tool.exe'»\n    condition: selection",
  good: "detection:\n    selection:\n        OriginalFileName: 'backup-tool.exe'\n    condition: selection",
  value(value, report) {
    const { item, text } = value;
    if (item.field !== 'OriginalFileName' || item.comparison === null || !/\\[\w-]/.test(text)) return;
    const range = value.at(0, 1);
    const fix =
      /^\\[^\\]+$/.test(text) && value.scalar.style !== 'double'
        ? findsOthers(replace(prose('Remove the backslash'), range, ''))
        : null;
    report(
      value.range,
      prose('The original file name has no folders, so this never matches. Write only the name.'),
      fix,
    );
  },
};

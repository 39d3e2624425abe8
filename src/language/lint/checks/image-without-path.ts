import { prose, say } from '../../../text';
import { type Check, findsOthers, replace } from '../check';
import { PROGRAMS } from '../paths';

export const imageWithoutPath: Check<'image-without-path'> = {
  id: 'image-without-path',
  severity: 'warning',
  finds: 'A program name where events have a path',
  why: 'The field has the whole path of the program, so `tool.exe` alone never matches. Write `endswith` and a backslash before the name: then `other-tool.exe` does not match.',
  bad: "detection:\n    selection:\n        «Image»: 'backup-tool.exe'\n    condition: selection",
  good: "detection:\n    selection:\n        Image|endswith: '\\backup-tool.exe'\n    condition: selection",
  item(item, report) {
    const { field, comparison } = item;
    if (field === null || comparison !== 'exact' || item.modifiers.length > 0 || !PROGRAMS.has(field)) return;
    if (item.rule.logsource.product?.value !== 'windows') return;
    const bare = item.values.filter(({ text }) => /^[^\\/*?:]+\.(?:exe|com|scr)$/i.test(text));
    if (bare.length === 0) return;
    const all = bare.length === item.values.length;
    const { end } = item.item.fieldRange;
    const key = findsOthers(replace(prose('Use `endswith`'), { start: end, end }, '|endswith'));
    const edits = bare.map((value) => {
      const start = value.at(0, 0).start;
      return { range: { start, end: start }, text: '\\' };
    });
    const quoted = bare.every(({ scalar }) => scalar.style !== 'double');
    report(
      item.item.fieldRange,
      say`\`${field}\` has the whole path, so \`${bare[0]!.text}\` never matches. Write \`endswith\`, and a backslash before the name.`,
      all && quoted ? { ...key, edits: [...key.edits, ...edits] } : null,
    );
  },
};

import { prose, say } from '../../../text';
import { type Check, findsOthers, replace } from '../check';

export const yamlEscape: Check<'yaml-escape'> = {
  id: 'yaml-escape',
  severity: 'warning',
  finds: 'A path with a YAML escape',
  why: 'In double quotes, YAML reads `\\t` as a tab, `\\b` as a backspace and `\\n` as a line break, so `"C:\\temp"` does not contain `temp`. In single quotes, a backslash is just a backslash.',
  bad: 'detection:\n    selection:\n        CommandLine|contains: «"C:\\temp\\backup"»\n    condition: selection',
  good: "detection:\n    selection:\n        CommandLine|contains: 'C:\\temp\\backup'\n    condition: selection",
  value({ item, scalar, range }, report) {
    if (scalar.style !== 'double' || !/[\0-\x1f]/.test(scalar.text)) return;
    const written = item.rule.text.slice(range.start + 1, range.end - 1);
    const found = /(?:^|[\w:%)}])\\([abefnrtv0])(?=\w{2,})/.exec(written.replace(/\\\\/g, '__'));
    if (!found) return;
    // A tab or a line break may be intended, but not in a path.
    if (/[tnr]/.test(found[1]!) && !/^\\|[:%}$]\\|\\\w+.*\\\w/.test(written)) return;
    const safe = !written.includes("'") && !/\\["\\xuUN_LP]/.test(written) && !written.includes('\n');
    report(
      range,
      say`In double quotes, \`\\${found[1]}\` is an escape, not a backslash. Use single quotes.`,
      safe ? findsOthers(replace(prose('Use single quotes'), range, `'${written}'`)) : null,
    );
  },
};

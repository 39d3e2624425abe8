import { say } from '../../../text';
import { type Check, findsOthers, replace } from '../check';

/** Fields that hold the path of a file. File names have no stars or question marks. */
const PATHS =
  /^(?:Image|ParentImage|SourceImage|TargetImage|ImageLoaded|TargetFilename|CurrentDirectory|OriginalFileName|NewProcessName|ParentProcessName)$/;

export const pathLiteralStar: Check<'path-literal-star'> = {
  id: 'path-literal-star',
  severity: 'error',
  finds: 'An escaped wildcard in a path',
  why: 'In `Users\\*\\AppData`, the backslash makes the star literal. No Windows file has a star in its name, so the value never matches. `\\\\*` is a backslash and a wildcard.',
  bad: "detection:\n    selection:\n        Image|startswith: 'C:\\Users«\\*»\\AppData'\n    condition: selection",
  good: "detection:\n    selection:\n        Image|startswith: 'C:\\Users\\\\*\\AppData'\n    condition: selection",
  value(value, report) {
    const { item, parts, text } = value;
    if (item.comparison === null || item.field === null || !PATHS.test(item.field)) return;
    const product = item.rule.logsource.product?.value;
    // On other systems, a name may contain both.
    if (product ? product !== 'windows' : text.includes('/')) return;
    if (!/[*?]/.test(text)) return;
    for (const [place, part] of parts.entries()) {
      if (part.kind !== 'text' || !part.at) continue;
      const first = parts.slice(0, place).every(({ kind }) => kind === 'star');
      for (let i = 0; i < part.text.length; i++) {
        const character = part.text[i]!;
        if (character !== '*' && character !== '?') continue;
        if (character === '?' && first && isDevice(part.text, i)) continue;
        const start = part.offsets?.[i] ?? part.at.start + i;
        const range = value.at(start, start + 2);
        const double = item.rule.text.slice(range.start, range.end) === `\\${character}`;
        report(
          range,
          say`\`\\${character}\` is a literal \`${character}\`, which no file name contains. For a backslash and a wildcard, write \`\\\\${character}\`.`,
          double ? findsOthers(replace(say`Write \`\\\\${character}\``, range, `\\\\${character}`)) : null,
        );
      }
    }
  },
};

/**
 * True for the `?` of `\\\\?\\` and `\\??\\`, which begin device paths, and for a single `?`, which Sysmon writes for
 * an unknown path.
 */
function isDevice(text: string, at: number): boolean {
  return /^[\\?]*$/.test(text.slice(0, at)) && /^(?:[\\?]|$)/.test(text.slice(at + 1));
}

import { say } from '../../../text';
import type { Check } from '../check';

export const wildcardUndoesModifier: Check<'wildcard-undoes-modifier'> = {
  id: 'wildcard-undoes-modifier',
  severity: 'warning',
  finds: 'A star that undoes `startswith` or `endswith`',
  why: 'With a star before it, a value of `startswith` may be anywhere; with a star after it, so may one of `endswith`. If you mean that, write `contains`.',
  bad: "detection:\n    selection:\n        Image|startswith: '«*»\\backup-tool'\n    condition: selection",
  good: "detection:\n    selection:\n        Image|contains: '\\backup-tool'\n    condition: selection",
  value(value, report) {
    const { item, parts, scalar } = value;
    const { comparison } = item;
    if ((comparison !== 'startswith' && comparison !== 'endswith') || typeof scalar.value !== 'string')
      return;
    const part = comparison === 'startswith' ? parts[0] : parts[parts.length - 1];
    if (parts.length > 1 && part?.kind === 'star' && part.at)
      report(
        value.at(part.at.start, part.at.end),
        say`With this star, \`${comparison}\` matches anywhere in the field. Write \`contains\`, or remove the star.`,
      );
  },
};

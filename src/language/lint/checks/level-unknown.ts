import { byName, say } from '../../../text';
import { type Check, change } from '../check';

const KNOWN = ['informational', 'low', 'medium', 'high', 'critical'];
const OTHERWISE = byName<string>({
  info: 'informational',
  moderate: 'medium',
  severe: 'critical',
});

export const levelUnknown: Check<'level-unknown'> = {
  id: 'level-unknown',
  severity: 'warning',
  finds: 'A level that does not exist',
  why: 'The specification has `informational`, `low`, `medium`, `high` and `critical`, in lower case. Tools that select rules by level leave out a rule with any other.',
  bad: 'level: «info»',
  good: 'level: informational',
  document({ near, meta: { level } }, report) {
    if (!level || level.value.trim() === '' || KNOWN.includes(level.value)) return;
    const meant = OTHERWISE.get(level.value.toLowerCase()) ?? near.to(level.value, KNOWN);
    report(
      level.range,
      say`There is no level \`${level.value}\`. ${meant ? say`Did you mean \`${meant}\`?` : `Write one of ${KNOWN.join(', ')}.`}`,
      meant ? change(level.range, meant) : null,
    );
  },
};

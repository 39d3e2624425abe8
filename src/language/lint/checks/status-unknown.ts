import { byName, say } from '../../../text';
import { type Check, change } from '../check';

const KNOWN = ['stable', 'test', 'experimental', 'deprecated', 'unsupported'];
const OTHERWISE = byName<string>({
  testing: 'test',
  draft: 'experimental',
  production: 'stable',
});

export const statusUnknown: Check<'status-unknown'> = {
  id: 'status-unknown',
  severity: 'warning',
  finds: 'A status that does not exist',
  why: 'The specification has `stable`, `test`, `experimental`, `deprecated` and `unsupported`, in lower case. Tools that select rules by status leave out a rule with any other.',
  bad: 'status: «testing»',
  good: 'status: test',
  document({ near, meta: { status } }, report) {
    if (!status || status.value.trim() === '' || KNOWN.includes(status.value)) return;
    const meant = OTHERWISE.get(status.value.toLowerCase()) ?? near.to(status.value, KNOWN);
    report(
      status.range,
      say`There is no status \`${status.value}\`. ${meant ? say`Did you mean \`${meant}\`?` : `Write one of ${KNOWN.join(', ')}.`}`,
      meant ? change(status.range, meant) : null,
    );
  },
};

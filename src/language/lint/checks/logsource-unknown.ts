import type { Check } from '../check';
import { factsFor, LOGSOURCE_KEYS, NAMES, writtenParts } from '../logsources';

export const logsourceUnknown: Check<'logsource-unknown'> = {
  id: 'logsource-unknown',
  severity: 'info',
  finds: 'A log source that the taxonomy does not have',
  why: 'The rule may be for a source of your own. Other installations do not know its name, and here no event is recognised as one of it.',
  bad: '«logsource:\n    product: backuptron\n    service: jobs»',
  good: 'logsource:\n    product: windows\n    service: system',
  rule({ near, logsource }, report) {
    const written = writtenParts(logsource);
    if (!logsource.range || written.length === 0 || factsFor(logsource).length > 0) return;
    // One that is misspelled or misplaced is told as that.
    const slip = written.some(
      ({ part, value }) =>
        !NAMES[part].has(value) &&
        (LOGSOURCE_KEYS.some((other) => NAMES[other].has(value)) ||
          (value.length >= 5 && near.to(value, NAMES[part]))),
    );
    if (slip) return;
    const names = written.map(({ part, value }) => `${part} \`${value}\``).join(', ');
    report(
      logsource.range,
      `The taxonomy has no log source of ${names}. Here no event will be recognised as one of it.`,
    );
  },
};

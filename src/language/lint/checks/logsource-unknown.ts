import { code, joinWords, say } from '../../../text';
import type { Check } from '../check';
import { factsFor, LOGSOURCE_KEYS, NAMES, writtenParts } from '../logsources';

export const logsourceUnknown: Check<'logsource-unknown'> = {
  id: 'logsource-unknown',
  severity: 'info',
  finds: 'An unknown log source',
  why: 'The rule may be for your own log source. Other installations do not know it, and here no event is recognised as belonging to it.',
  bad: '«logsource:\n    product: backuptron\n    service: jobs»',
  good: 'logsource:\n    product: windows\n    service: system',
  rule({ near, logsource }, report) {
    const written = writtenParts(logsource);
    if (!logsource.range || written.length === 0 || factsFor(logsource).length > 0) return;
    // Another check reports misspelled and misplaced names.
    const slip = written.some(
      ({ part, value }) =>
        !NAMES[part].has(value) &&
        (LOGSOURCE_KEYS.some((other) => NAMES[other].has(value)) ||
          (value.length >= 5 && near.to(value, NAMES[part]))),
    );
    if (slip) return;
    const names = joinWords(
      written.map(({ part, value }) => say`${part} ${code(value)}`),
      ', ',
    );
    report(
      logsource.range,
      say`The taxonomy has no log source with ${names}. Here no event will be recognised as belonging to it.`,
    );
  },
};

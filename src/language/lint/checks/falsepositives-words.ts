import { byName } from '../../../text';
import { type Check, replace } from '../check';

/** Entries that say nothing, with what SigmaHQ writes instead. */
const EMPTY = byName<string>({
  none: 'Unlikely',
  'n/a': 'Unlikely',
  no: 'Unlikely',
  unkown: 'Unknown',
  unknow: 'Unknown',
  unknwon: 'Unknown',
});

export const falsepositivesWords: Check<'falsepositives-words'> = {
  id: 'falsepositives-words',
  severity: 'info',
  finds: 'A false positive that says nothing, or misspelled',
  why: 'Of no rule can it be said that there are none: write `Unlikely` or `Unknown`, or what harmless thing looks the same.',
  bad: 'falsepositives:\n    - «None»',
  good: 'falsepositives:\n    - Unlikely',
  document({ meta }, report) {
    for (const { value, range } of meta.falsepositives) {
      const meant = EMPTY.get(value.trim().toLowerCase());
      if (meant)
        report(
          range,
          `\`${value}\` helps nobody who looks at a match. Write \`${meant}\`.`,
          replace(`Write \`${meant}\``, range, meant),
        );
    }
  },
};

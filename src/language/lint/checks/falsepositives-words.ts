import { byName, say } from '../../../text';
import { type Check, replace } from '../check';

/** Entries without information, and what SigmaHQ writes instead. */
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
  finds: 'A false positive without information, or misspelled',
  why: 'No rule is known to be free of false positives. Write `Unlikely` or `Unknown`, or the harmless activity that looks the same.',
  bad: 'falsepositives:\n    - «None»',
  good: 'falsepositives:\n    - Unlikely',
  document({ meta }, report) {
    for (const { value, range } of meta.falsepositives) {
      const meant = EMPTY.get(value.trim().toLowerCase());
      if (meant)
        report(
          range,
          say`\`${value}\` does not help anyone who investigates a match. Write \`${meant}\`.`,
          replace(say`Write \`${meant}\``, range, meant),
        );
    }
  },
};

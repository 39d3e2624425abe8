import { prose } from '../../../text';
import { type Check, replace } from '../check';

export const falsepositivesCapital: Check<'falsepositives-capital'> = {
  id: 'falsepositives-capital',
  severity: 'info',
  finds: 'A false positive without a capital letter',
  why: 'SigmaHQ writes each entry as a sentence, with a capital letter.',
  bad: 'falsepositives:\n    - «w»ork of administrators',
  good: 'falsepositives:\n    - Work of administrators',
  document({ text, meta }, report) {
    for (const { value, range } of meta.falsepositives) {
      if (!/^[a-z]+(?:\s|$)/.test(value) || value.length < 2) continue;
      const at = text.indexOf(value[0]!, range.start);
      if (at < 0 || at > range.start + 1) continue;
      const place = { start: at, end: at + 1 };
      report(
        place,
        prose('SigmaHQ begins each entry with a capital letter. Write one.'),
        replace(prose('Write a capital letter'), place, value[0]!.toUpperCase()),
      );
    }
  },
};

import { prose } from '../../../text';
import type { Check } from '../check';

export const referenceNoLink: Check<'reference-no-link'> = {
  id: 'reference-no-link',
  severity: 'info',
  finds: 'A reference that is not a link',
  why: 'People click references. SigmaHQ accepts only links; notes about the source belong in the description.',
  bad: 'references:\n    - «Our report of March»',
  good: 'references:\n    - https://example.org/reports/march',
  document({ meta }, report) {
    for (const { value, range } of meta.references)
      if (value.trim() !== '' && !/^[a-z][a-z0-9+.-]*:\/\/\S+/i.test(value.trim()))
        report(range, prose('This is not a link. Write an address such as `https://example.org/report`.'));
  },
};

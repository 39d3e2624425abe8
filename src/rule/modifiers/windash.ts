import { openDashes } from '../value/sigma-string';
import { asString, type Modifier, one } from './modifier';

export const windash: Modifier = {
  name: 'windash',
  doc: {
    summary:
      'A dash or slash that begins an option matches any of `-`, `/`, `–` (en dash), `—` (em dash) and `―` (horizontal bar).',
    example: "CommandLine|contains|windash: ' -encodehex '",
  },
  takes: ['string', 'number'],
  wants: 'text',
  apply(draft, { readings }) {
    const text = asString(draft)!;
    return one({
      ...text,
      value: openDashes(text.value, readings['windash-option'] !== undefined),
      raw: null,
    });
  },
};

import { asString, type Modifier, one } from './modifier';

export const cased: Modifier = {
  name: 'cased',
  doc: { summary: 'The value matches only in the same case.', example: "CommandLine|contains|cased: ' -C '" },
  takes: ['string', 'number', 'boolean', 'bytes', 'fieldref'],
  wants: 'text',
  apply(draft) {
    if (draft.kind === 'fieldref' || draft.kind === 'bytes') return one({ ...draft, cased: true });
    return one({ ...asString(draft)!, cased: true });
  },
};

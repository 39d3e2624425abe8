import { STAR } from '../value/pattern';
import type { Draft, DraftVariant, FieldRefMode } from './draft';
import { asString, type Modifier, one } from './modifier';

/** Shared by `contains`, `startswith` and `endswith`: adds stars around the parsed value, never to its text. */
export function wildcardEnds(
  name: string,
  mode: FieldRefMode,
  ends: { readonly front: boolean; readonly back: boolean },
  doc: Modifier['doc'],
): Modifier {
  return {
    name,
    doc,
    takes: ['string', 'number', 'boolean', 'fieldref'],
    wants: 'text',
    apply(draft: Draft): readonly DraftVariant[] {
      if (draft.kind === 'fieldref') return one({ ...draft, mode });
      const text = asString(draft)!;
      const value = [...(ends.front ? [STAR] : []), ...text.value, ...(ends.back ? [STAR] : [])];
      return one({ ...text, value, raw: null });
    },
  };
}

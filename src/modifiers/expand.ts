import { type Part, parseSigmaString } from '../value/sigma-string';
import type { Variant } from './draft';
import { type Modifier, one } from './modifier';

/** More combinations than this are no rule that a person meant. */
const MAX_VARIANTS = 1000;

export const expand: Modifier = {
  name: 'expand',
  doc: {
    summary: '`%name%` stands for values that you set for your environment.',
    example: "User|expand: '%admin_users%'",
  },
  takes: ['string'],
  wants: 'text with a `%name%` in it',
  apply(draft, context) {
    if (draft.kind !== 'string') return one(draft);
    let texts: { parts: Part[]; note: string }[] = [{ parts: [], note: '' }];
    for (const part of draft.value) {
      if (part.kind !== 'placeholder') {
        for (const text of texts) text.parts.push(part);
        continue;
      }
      const values = Object.hasOwn(context.placeholders, part.name) ? context.placeholders[part.name]! : [];
      if (values.length === 0) {
        return {
          code: 'placeholder-unset',
          ...(part.at ? { at: part.at } : {}),
          message: `\`%${part.name}%\` has no values yet. Set them under Placeholders, and the rule can be evaluated.`,
        };
      }
      texts = texts.flatMap((text) =>
        values.map((value) => ({
          parts: [...text.parts, ...parseSigmaString(value).map((p): Part => ({ ...p, at: part.at }))],
          note: `${text.note ? `${text.note}, ` : ''}%${part.name}% = ${value}`,
        })),
      );
      if (texts.length > MAX_VARIANTS) {
        return {
          code: 'expand-too-many',
          message: `The placeholders give more than ${MAX_VARIANTS} combinations. Use fewer values.`,
        };
      }
    }
    return texts.map(
      ({ parts, note }): Variant => ({
        draft: { ...draft, value: parts, written: null },
        ...(note ? { note } : {}),
      }),
    );
  },
};

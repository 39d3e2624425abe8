import { RULE, told } from '../../limits';
import { own, say } from '../../text';
import { mergeText, parseSigmaString, type StringPart } from '../value/sigma-string';
import type { DraftVariant, Form } from './draft';
import { type Modifier, one } from './modifier';

export const expand: Modifier = {
  name: 'expand',
  doc: {
    summary: '`%name%` is a placeholder for values that you set for your environment.',
    example: "User|expand: '%admin_users%'",
  },
  takes: ['string'],
  wants: 'text with a `%name%` in it',
  apply(draft, context) {
    if (draft.kind !== 'string') return one(draft);
    let texts: Filled[] = [{ parts: [], raw: draft.raw, forms: [] }];
    for (const part of draft.value) {
      if (part.kind !== 'placeholder') {
        for (const text of texts) text.parts.push(part);
        continue;
      }
      const values = own(context.placeholders, part.name) ?? [];
      if (values.length === 0) {
        return {
          code: 'placeholder-unset',
          ...(part.at ? { at: part.at } : {}),
          message: say`\`%${part.name}%\` has no values yet, so the rule cannot be evaluated. Set them under Placeholders.`,
        };
      }
      texts = texts.flatMap((text) => values.map((value) => fill(text, part, value)));
      if (texts.length > RULE.combinations.value) {
        return {
          code: 'expand-too-many',
          message: say`The placeholders give more than ${told(RULE.combinations)} combinations. Give them fewer values.`,
        };
      }
    }
    return texts.map(
      ({ parts, raw, forms }): DraftVariant => ({
        draft: { ...draft, value: mergeText(parts), written: null, raw },
        ...(forms.length > 0 ? { forms } : {}),
      }),
    );
  },
};

interface Filled {
  readonly parts: StringPart[];
  readonly raw: string | null;
  readonly forms: readonly Form[];
}

function fill(text: Filled, part: Extract<StringPart, { kind: 'placeholder' }>, value: string): Filled {
  return {
    parts: [
      ...text.parts,
      ...parseSigmaString(value).map(
        (p): StringPart =>
          p.kind === 'text' ? { kind: 'text', text: p.text, at: part.at } : { ...p, at: part.at },
      ),
    ],
    // Fill in one occurrence at a time: the same name twice is two choices.
    raw: text.raw === null ? null : text.raw.replace(`%${part.name}%`, () => value),
    forms: [...text.forms, { kind: 'placeholder', name: part.name, value }],
  };
}

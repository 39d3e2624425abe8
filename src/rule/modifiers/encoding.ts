import { prose } from '../../text';
import { utf8 } from '../value/bytes';
import { plainText } from '../value/sigma-string';
import type { Draft, DraftVariant, Refusal } from './draft';
import { asString, type Modifier, one } from './modifier';

/** The text to encode. Wildcards have no bytes. */
function encodable(draft: Draft): { text: string; cased: boolean } | Refusal {
  const string = asString(draft);
  const text = string && plainText(string.value);
  if (string && text !== null) return { text, cased: string.cased };
  const wildcard = string?.value.find((p) => p.kind === 'star' || p.kind === 'any');
  return wildcard?.at
    ? {
        code: 'encoding-wildcard',
        at: wildcard.at,
        message: prose(
          'A wildcard cannot be encoded. To encode the character itself, write a backslash before it.',
        ),
      }
    : {
        code: 'modifier-order',
        message: prose(
          'An encoding comes before `contains`, `startswith` and `endswith`. Write, for example, `base64offset|contains`.',
        ),
      };
}

/** Shared by `base64` and `base64offset`: turns bytes, or the value's UTF-8 bytes, into variants of text. */
export function encodeWith(
  draft: Draft,
  encode: (bytes: readonly number[]) => { text: string; offset: 0 | 1 | 2 | null }[],
): readonly DraftVariant[] | Refusal {
  let bytes: readonly number[];
  let cased: boolean;
  if (draft.kind === 'bytes') ({ bytes, cased } = draft);
  else {
    const source = encodable(draft);
    if ('code' in source) return source;
    bytes = utf8(source.text);
    cased = source.cased;
  }
  const forms = encode(bytes);
  if (bytes.length === 0 || forms.length === 0) {
    return {
      code: 'encoding-empty',
      message: prose('An empty value has no characters to encode. Write a value.'),
    };
  }
  return forms.map(({ text, offset }) => ({
    draft: { kind: 'string', value: [{ kind: 'text', text, at: null }], cased, written: null, raw: null },
    forms: [{ kind: 'base64', offset }],
  }));
}

/** Shared by the UTF-16 modifiers: text to bytes, for `base64` or `base64offset`. */
export function utf16Modifier(
  name: string,
  aliases: readonly string[],
  doc: Modifier['doc'],
  toBytes: (text: string) => number[],
): Modifier {
  return {
    name,
    aliases,
    doc,
    takes: ['string', 'number'],
    wants: 'text',
    apply(draft) {
      const source = encodable(draft);
      return 'code' in source
        ? source
        : one({ kind: 'bytes', bytes: toBytes(source.text), cased: source.cased });
    },
  };
}

import type { Modifier } from '../../rule';
import { type Draft, isRefusal, MODIFIERS, modifierNamed, parseSigmaString } from '../../rule';

/** One value of each kind, and all texts that some modifier needs. */
const SAMPLES: readonly Draft[] = [
  ...['letters', '10.0.0.0/8', '%name%'].map(
    (text): Draft => ({
      kind: 'string',
      value: parseSigmaString(text, true),
      cased: false,
      written: text,
      raw: text,
    }),
  ),
  { kind: 'number', value: 5, written: '5' },
  { kind: 'boolean', value: true, written: 'true' },
  { kind: 'null' },
];
const CONTEXT = { placeholders: { name: ['letters'] }, readings: {} };

/** Where in the text they look; the wider of two makes the other useless. */
const ENDS = new Set(['contains', 'startswith', 'endswith']);

/**
 * The modifiers that may follow others, in the order of lists; empty after one that cannot be combined or does not
 * exist.
 */
export function modifiersAfter(written: readonly string[]): readonly Modifier[] {
  const before = written.map(modifierNamed);
  if (before.some((m) => m === undefined || m.alone)) return [];
  const known = before as readonly Modifier[];
  const drafts = known.reduce<readonly Draft[]>((all, m) => all.flatMap((d) => applied(m, d)), SAMPLES);
  const ended = known.some((m) => ENDS.has(m.name));
  return MODIFIERS.filter(
    (m) =>
      !known.includes(m) &&
      !(m.alone && known.length > 0) &&
      !(ended && ENDS.has(m.name)) &&
      drafts.some((draft) => applied(m, draft).length > 0),
  );
}

function applied(modifier: Modifier, draft: Draft): readonly Draft[] {
  if (!modifier.takes.includes(draft.kind)) return [];
  const result = modifier.apply(draft, CONTEXT);
  return isRefusal(result) ? (result.variants ?? []).map((v) => v.draft) : result.map((v) => v.draft);
}

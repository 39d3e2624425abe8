import { channelLabel, eventFact, LOGSOURCES } from '../../knowledge';
import type { Draft, Modifier } from '../../rule';
import { asYamlScalar, compile, formLabels, isRefusal, modifierNamed, parseSigmaString } from '../../rule';
import { count, prose, say, type Words } from '../../text';
import type { Source } from './item';
import type { Place } from './place';

/** The most forms of one value to show; the rest are only counted. */
const MOST = 12;
/** The most lines for an event id: without a log source it may mean many events. */
const MOST_LINES = 6;
/** The most bytes to show of a value in UTF-16. */
const MOST_BYTES = 32;

/**
 * What a value becomes, one line for each form. It is compiled as a rule with only this value, so the rest of the
 * text may be in the middle of an edit. `key` is its field with modifiers; null for keywords. Empty if it does not
 * compile.
 */
export function valueForms(
  key: string | null,
  { quote: open, whole }: Place,
  placeholders: Placeholders = {},
): readonly Words[] {
  const raw = open + whole + open;
  const body = key === null ? `        - ${raw}\n` : `        ${asYamlScalar(key)}:\n            - ${raw}\n`;
  const rule = `title: A\nlogsource:\n    product: a\ndetection:\n    s:\n${body}    condition: s\n`;
  const value = compile(rule, { placeholders }).plan?.values[0];
  if (!value) return [];
  const modifiers = (key?.split('|').slice(1) ?? []).flatMap((name) => modifierNamed(name) ?? []);
  const told = value.variants
    .slice(0, MOST)
    .map(({ predicate, forms }) =>
      forms ? say`${predicate.words} (${formLabels(forms)})` : predicate.words,
    );
  const more = value.variants.length - told.length;
  return [
    ...told,
    ...(more > 0 ? [[`and ${count(more, 'more form')}`]] : []),
    ...(modifiers.some((m) => m.name === 'windash')
      ? [prose('A dash that begins an option matches `-`, `/`, `–`, `—` and `―`.')]
      : []),
    ...bytesOf(value.scalar.text, modifiers),
  ];
}

export type Placeholders = Readonly<Record<string, readonly string[]>>;

function bytesOf(text: string, modifiers: readonly Modifier[]): readonly Words[] {
  const encoding = modifiers.find((m) => /^(?:wide|utf16)/.test(m.name));
  if (!encoding) return [];
  const draft: Draft = {
    kind: 'string',
    value: parseSigmaString(text),
    cased: false,
    written: text,
    raw: text,
  };
  const made = encoding.apply(draft, { placeholders: {}, readings: {} });
  const first = isRefusal(made) ? undefined : made[0]?.draft;
  if (first?.kind !== 'bytes') return [];
  const shown = first.bytes.slice(0, MOST_BYTES).map((b) => b.toString(16).padStart(2, '0'));
  return [
    say`\`${encoding.name}\` gives the bytes ${shown.join(' ')}${first.bytes.length > MOST_BYTES ? ' …' : ''}`,
  ];
}

/** The title of the event with an id in the channels of a log source; one line for each that has it. */
export function eventIdLines(id: string, source: Source): readonly Words[] {
  if (!/^\d{1,9}$/.test(id)) return [];
  const channels = new Set(
    LOGSOURCES.filter(
      (f) =>
        (source.product === undefined || f.product === source.product) &&
        (source.category === undefined || f.category === source.category) &&
        (source.service === undefined || f.service === source.service),
    ).flatMap((f) => f.events.flatMap(({ channel }) => channel ?? [])),
  );
  const lines = [...channels].flatMap((channel) => {
    const fact = eventFact(channel, Number(id));
    return fact
      ? [
          prose(`${channelLabel(channel)} ${id}: ${fact.title}.`),
          ...(fact.turnOn ? [prose(fact.turnOn)] : []),
        ]
      : [];
  });
  return lines.slice(0, MOST_LINES);
}

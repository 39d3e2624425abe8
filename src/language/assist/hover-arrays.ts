import { code, count, joinWords, prose, say, type Words } from '../../text';
import { ARRAY_FORMS, selectorDoc } from './array-docs';
import { gathered, hasSelectors, memberField } from './blocks';
import type { AssistFacts, Hover, SeenArray } from './item';
import type { Outline } from './outline';
import type { Place } from './place';

/**
 * What a selector in a field's name means, or a field beneath one is; null for a field that has to do with neither.
 * `members` are those that the blocks around it are about.
 */
export function memberHover(
  { before, range }: Place,
  name: string,
  members: string,
  outline: Outline,
  facts: AssistFacts,
): Hover | null {
  const isActive = hasSelectors(outline, facts.spec);
  for (const { 0: written, index } of name.matchAll(/(?<!\\)\[[^[\]]*\]/g)) {
    if (before.length < index || before.length >= index + written.length) continue;
    const doc = selectorDoc(written);
    const at = { start: range.start + index, end: range.start + index + written.length };
    if (!doc) return null;
    const array = memberField(members, name.slice(0, index));
    return {
      range: at,
      lines: isActive
        ? [prose(doc), ...shapeLines(`${array}[]`, facts.arrays ?? [])]
        : [
            say`Part of the field’s name. With ${code('sigma-version: 3')} it is a selector of members:`,
            prose(doc),
          ],
    };
  }
  if (!isActive || (members === '' && !/(?<!\\)\[/.test(name))) return null;
  const at = { start: range.start, end: range.start + name.length };
  if (name === '.')
    return { range: at, lines: [prose(ARRAY_FORMS.get('.')!), ...valueLines(members, facts)] };
  const whole = memberField(members, name);
  const last = whole.lastIndexOf('[]');
  const own = whole.slice(last + 2).replace(/^\./, '');
  const array = gathered(whole.slice(0, last));
  return {
    range: at,
    lines: [
      own === '' ? say`Members of \`${array}\`.` : say`\`${own}\` of members of \`${array}\`.`,
      ...valueLines(whole, facts),
      ...(own === '' ? shapeLines(whole, facts.arrays ?? []) : []),
    ],
  };
}

/** In how many events the array is, and what its members have. */
function shapeLines(members: string, arrays: readonly SeenArray[]): readonly Words[] {
  const beneath = arrays.filter(({ name }) => name === members || name.startsWith(`${members}.`));
  if (beneath.length === 0) return [];
  const names = [
    ...new Set(
      beneath.flatMap(({ name }) =>
        name === members ? [] : [name.slice(members.length + 1).split('[]')[0]!],
      ),
    ),
  ];
  const where = say`\`${gathered(members)}\` is an array in ${count(Math.max(...beneath.map((b) => b.events)), 'event')}`;
  if (names.length === 0) return [[...where, ', of single values.']];
  const shown = names.slice(0, 6).map((name) => code(name));
  return [
    say`${where}. Its members have ${joinWords(shown, ', ')}${names.length > shown.length ? ', …' : ''}.`,
  ];
}

/** The values that events have there. */
function valueLines(name: string, facts: AssistFacts): readonly Words[] {
  const values = facts.values?.(gathered(name)) ?? [];
  if (values.length === 0) return [];
  const shown = values.slice(0, 3).map(({ value }) => {
    const text = String(value);
    return code(text.length > 80 ? `${text.slice(0, 79)}…` : text);
  });
  return [say`In the events: ${joinWords(shown, ', ')}${values.length > 3 ? ', …' : ''}`];
}

import { type Hit, type ItemTrace, noteWords, operatorWords, type ValueTrace } from '../../match';
import { excerpt, excerptCode } from '../../rule';
import { asSentence, code, count, joinWords, say, shortened, type Words } from '../../text';
import { listOf, type Paragraph } from '../words/paragraph';
import { entriesOf } from '../words/verdict';
import { marks, type Step, type StepMark, step } from './step';

/** Values of one list that are written out. */
const NAMED = 4;
/** Values that matched of which one step tells. */
const TOLD_VALUES = 4;
/** Characters of a value or of what it found. */
const LONGEST = 120;

/** A field's test in words, with the values as they are written: `Image ends with any of 2: a, b`. */
export function testWords(item: ItemTrace): Words {
  const { field, values, more } = item;
  if (item.modifiers.includes('exists') && values[0])
    return say`${code(field ?? '')} is ${values[0].written === 'true' ? 'there' : 'missing'}`;
  const total = values.length + (more ? more.matched + more.missed : 0);
  const isPlain = field === null && !item.modifiers.includes('re');
  const asks = isPlain ? { ...item, modifiers: [...item.modifiers, 'contains'], field: '' } : item;
  const named = values.slice(0, NAMED).map(({ written }) => code(shortened(written, LONGEST)));
  const rest = total - named.length;
  const said = rest > 0 ? [...named, `${rest.toLocaleString('en')} more`] : named;
  const subject: Words = field === null ? ['a value of the event'] : [code(field)];
  return say`${subject} ${operatorWords(asks, total)}${total > 1 ? ':' : ''} ${joinWords(said, ', ')}`;
}

/** The field that an item tests, and then the value with the characters that decided. */
export function itemSteps(item: ItemTrace, selection: number): Step[] {
  return [fieldStep(item, selection), ...(item.matched ? [valueStep(item, selection)] : [])];
}

/** Which field is tested, how, and what the event has there. */
export function fieldStep(item: ItemTrace, selection: number): Step {
  const { field, eventField, eventKey, eventRange, mapping, matched } = item;
  const isFound = matched && field === null;
  return step({
    kind: 'field',
    title: field === null ? ['Keywords'] : say`The field ${code(field)}`,
    says: [asSentence(testWords(item))],
    speaks: [actualWords(item), ...(mapping && eventField !== field ? [mapping] : [])],
    rule: marks([item.rule], 'point', selection),
    events: isFound ? [] : marks([eventKey, eventRange], 'point', selection),
  });
}

function actualWords({ field, eventField, eventValue }: ItemTrace): Words {
  if (field === null) return ['Keywords are looked for in every value of the event.'];
  if (eventField === null || eventValue === null) return say`The event has no ${code(field)}.`;
  const name = code(eventField);
  if (eventValue === '') return say`In the event, ${name} is empty.`;
  return say`In the event, ${name} is ${excerptCode(excerpt(eventValue))}.`;
}

/** The value that matched, and its characters on both sides. */
function valueStep(item: ItemTrace, selection: number): Step {
  const found = item.negated ? [] : item.values.filter(({ matched }) => matched).slice(0, TOLD_VALUES);
  const told = { ...item, values: item.negated ? item.values : found };
  const hits = found.flatMap((value) => value.hits.map((hit) => [value, hit] as const));
  const entries = entriesOf({ ...told, values: told.values.slice(0, TOLD_VALUES) });
  return step({
    kind: 'value',
    title: ['The value'],
    holds: true,
    says: entries.map((words) => asParagraph(words)),
    speaks: hits.length > 0 ? charactersWords(hits) : [NOTHING],
    rule: found.flatMap(({ rule }) => marks([rule], 'found', selection)),
    events: hits.flatMap(([, hit]) => foundMarks(hit, selection)),
  });
}

const NOTHING: Words = ['There are no characters to mark: the test is about what is not there.'];

function asParagraph(words: Paragraph): Paragraph {
  return [...words, '.'];
}

/** What of the value each of the rule's values found. */
function charactersWords(hits: readonly (readonly [ValueTrace, Hit])[]): Paragraph[] {
  const entries = hits.slice(0, TOLD_VALUES).flatMap(([{ written }, hit]): Paragraph[] => {
    const span = hit.spans.find(({ kind }) => kind === 'match');
    if (!span) return [];
    const from = hit.from ?? 0;
    const characters = hit.value.slice(span.value.start - from, span.value.end - from);
    const how = hit.notes ? ` (${noteWords(hit.notes)})` : '';
    const size = count(span.value.end - span.value.start, 'character');
    if (characters === '') return [];
    return [
      say`${code(shortened(written, LONGEST))} finds ${code(shortened(characters, LONGEST))}, ${size}${how}`,
    ];
  });
  return entries.length === 0 ? [] : [[...listOf(entries, '; '), '.']];
}

/** The characters of a hit; where none are known, its field. */
export function foundMarks({ spans, key }: Hit, selection: number): StepMark[] {
  const found = spans.filter(({ kind }) => kind === 'match').flatMap(({ text }) => text);
  return found.length > 0 ? marks(found, 'found', selection) : marks([key], 'point', selection);
}

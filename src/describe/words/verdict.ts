import {
  type ItemTrace,
  operatorWords,
  summaryWords,
  type Trace,
  type ValueTrace,
  walkConditionTrace,
} from '../../match';
import { excerpt, excerptCode } from '../../rule';
import { code, say, type Words } from '../../text';
import { itemsTold } from '../members-told';
import { listOf, type Paragraph, paragraphsSaid, paragraphsText } from './paragraph';

/**
 * The verdict of one event in two or three sentences that can be read aloud: the verdict with its reason; then, for a
 * match, through which field and value each selection matches and what the condition excludes; else what does match.
 */
export function verdictParagraphs(trace: Trace): Paragraph[] {
  const { required, excluded } = usedIn(trace);
  const sentences: Paragraph[] = [summaryWords(trace)];
  if (trace.verdict === 'match') {
    const found = matchedEntries(trace, required);
    if (found.length > 0) sentences.push([...listOf(found, '; '), '.']);
    const absent = namesOf(trace, excluded, false);
    if (absent.length > 0)
      sentences.push(['What the rule excludes is not there: ', ...listOf(absent, ', ', ' and '), '.']);
    return sentences;
  }
  if (trace.verdict === 'not applicable' && !trace.matched)
    sentences.push(['Log source aside, the detection would not match either.']);
  const matching = namesOf(trace, required, true);
  if (trace.verdict === 'no match' && matching.length > 0)
    sentences.push([...listOf(matching, ', ', ' and '), ` ${matching.length === 1 ? 'does' : 'do'} match.`]);
  return sentences;
}

/** The same as text to copy, with the event and the rule that it is about. */
export function verdictText(trace: Trace, number: number, title: string): string {
  return `${subject(trace, number, title)}\n${paragraphsText(verdictParagraphs(trace))}`;
}

/** The same as sentences to be read aloud. */
export function verdictSaid(trace: Trace, number: number, title: string): readonly string[] {
  return [subject(trace, number, title), ...paragraphsSaid(verdictParagraphs(trace))];
}

function subject({ verdict }: Trace, number: number, title: string): string {
  const rule = title === '' ? '' : ` of the rule “${title}”`;
  return `Event ${number.toLocaleString('en')}${rule}: ${verdict}.`;
}

/** The selections that the condition asks for, and those that it excludes. */
export function usedIn({ condition }: Trace): {
  readonly required: Set<number>;
  readonly excluded: Set<number>;
} {
  const required = new Set<number>();
  const excluded = new Set<number>();
  const walk = (node: Trace['condition'], isExcluded: boolean): void => {
    walkConditionTrace(node, (inner) => {
      if (inner.kind === 'selection') (isExcluded ? excluded : required).add(inner.selection!);
      if (inner.kind !== 'not') return;
      for (const child of inner.children) walk(child, !isExcluded);
      return false;
    });
  };
  walk(condition, false);
  return { required, excluded };
}

function namesOf({ selections }: Trace, used: ReadonlySet<number>, matched: boolean): Paragraph[] {
  return [...used].filter((i) => selections[i]!.matched === matched).map((i) => [code(selections[i]!.name)]);
}

/** What matched in the selections that match, an entry for each value of the rule. */
function matchedEntries({ selections }: Trace, required: ReadonlySet<number>): Paragraph[] {
  let last = -1;
  const items = selections.flatMap(({ body }, i) => itemsTold(body).map((item) => [item, i] as const));
  return items.flatMap(([item, selection]) => {
    const { name, matched } = selections[selection]!;
    if (!required.has(selection) || !matched || !item.matched) return [];
    const entries = entriesOf(item);
    const more = item.more?.matched ?? 0;
    if (more > 0) entries.push([`${more.toLocaleString('en')} more values match too`]);
    const [first, ...rest] = entries;
    if (!first || selection === last) return entries;
    const begin = last < 0 ? 'In' : 'in';
    last = selection;
    return [[...say`${begin} ${code(name)}, `, ...first], ...rest];
  });
}

/** What matched in an item, an entry for each of its values that matched. */
export function entriesOf(item: ItemTrace): Paragraph[] {
  if (item.negated) return [itemWords(item)];
  const values = item.values.filter(({ matched }) => matched);
  return values.map((value) => {
    const [hit] = value.hits;
    if (item.modifiers.includes('exists')) return presence(item, value.written === 'true');
    if (!hit) return itemWords({ ...item, values: [value] });
    if (hit.value === '') return say`${code(hit.field)} is empty, as the rule asks`;
    const found = excerptCode(excerpt(hit.value, hit.spans[0]?.value));
    const asks = operatorWords(asTold(item), 1);
    const isSame = asks === 'is' && [hit.value, `'${hit.value}'`, `"${hit.value}"`].includes(value.written);
    return isSame
      ? say`${code(hit.field)} is ${found}, as the rule asks`
      : say`${code(hit.field)} is ${found}, which ${asks} ${code(value.written)}`;
  });
}

function presence({ field }: ItemTrace, isThere: boolean): Words {
  return say`${code(field ?? '')} is ${isThere ? 'there' : 'missing'}, as the rule asks`;
}

/** Keywords are told by the field in which they were found. */
function asTold(item: ItemTrace): ItemTrace {
  const isPlain = item.field === null && !item.modifiers.includes('re');
  return isPlain ? { ...item, modifiers: [...item.modifiers, 'contains'] } : item;
}

function itemWords(item: Omit<ItemTrace, 'values'> & { readonly values: readonly ValueTrace[] }): Words {
  const { field, values } = item;
  const written = listWords(values.map(({ written }) => written));
  const subject: Words = field === null ? ['the event'] : [code(field)];
  return say`${subject} ${operatorWords(item, values.length)} ${written}`;
}

function listWords(values: readonly string[]): Words {
  return values.flatMap((value, i) => [...(i > 0 ? [', '] : []), code(value)]);
}

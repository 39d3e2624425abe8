import type { Plan, PlanItem } from '../../rule';
import { parseSigmaString, plainText, printSigmaString } from '../../rule';
import { type Edit, prose, type Range, type Words } from '../../text';
import { addToList, writtenBeside } from '../repair/lists';
import type { Loosening } from './evasions';
import { tolerantExpression } from './tolerant-expression';

/** The basis of a change: the command line before and after, and where it was edited. */
export interface Change {
  readonly plan: Plan;
  readonly item: PlanItem;
  readonly before: string;
  readonly after: string;
  readonly edits: readonly Edit[];
  readonly loosening: Loosening;
}

/** One kind of change to an item of the rule. Only a test shows whether it helps. */
export interface ChangeKind {
  /** What it does, in the imperative. */
  readonly title: Words;
  /** Edits of the rule's text; none if the item cannot be changed like this. */
  readonly edits: (change: Change) => Edit[];
}

/** All kinds of changes, those first that keep most of the rule. */
export const CHANGES: readonly ChangeKind[] = [
  {
    title: prose('Ignore case'),
    edits: ({ plan, item }) => {
      const modifiers = modifiersOf(item);
      if (modifiers.includes('cased'))
        return [
          key(
            plan,
            item,
            modifiers.filter((m) => m !== 'cased'),
          ),
        ];
      return modifiers.includes('re') && !modifiers.includes('i')
        ? [key(plan, item, [...modifiers, 'i'])]
        : [];
    },
  },
  {
    title: prose('Accept any dash before an option (`windash`)'),
    edits: ({ plan, item }) => {
      const modifiers = modifiersOf(item);
      return isText(item) && !modifiers.includes('windash')
        ? [key(plan, item, [...modifiers, 'windash'])]
        : [];
    },
  },
  {
    title: prose('Look for the values without the spaces around them'),
    edits: ({ plan, item }) =>
      isText(item) ? values(plan, item, (text) => (tooShort(text.trim()) ? text : text.trim())) : [],
  },
  {
    title: prose('Look for the value anywhere (`contains`)'),
    edits: ({ plan, item }) =>
      isText(item) && !item.modifiers.includes('contains')
        ? [key(plan, item, placed(item, ['contains']))]
        : [],
  },
  {
    title: prose('Look for each word on its own (`contains|all`)'),
    edits: ({ plan, item }) => {
      const [value, ...more] = item.values;
      const words = value?.scalar.text.trim().split(/\s+/) ?? [];
      if (
        !isText(item) ||
        item.all ||
        more.length > 0 ||
        words.length < 2 ||
        words.some(tooShort) ||
        !inLine(plan, value!.scalar.range)
      )
        return [];
      // A value in a list must not become a nested list.
      if (isListed(plan, value!.scalar.range)) return [];
      const list = `[${words.map(quoted).join(', ')}]`;
      return [key(plan, item, placed(item, ['contains', 'all'])), { range: value!.scalar.range, text: list }];
    },
  },
  {
    title: prose('Look for the file name without its folders'),
    edits: (change) => lastPart(change, /$/),
  },
  {
    title: prose('Look for the file name without folders and extension'),
    edits: (change) => lastPart(change, /\.exe$/i),
  },
  {
    title: prose('Use an expression that allows for this (`re|i`)'),
    edits: ({ plan, item, loosening }) => {
      if (!isText(item) || item.modifiers.includes('cased')) return [];
      const found = values(plan, item, (text) => tolerantExpression(text, item.modifiers, loosening), false);
      return found.length > 0 ? [key(plan, item, item.all ? ['re', 'i', 'all'] : ['re', 'i']), ...found] : [];
    },
  },
  {
    title: prose('Add this variant’s text as another value'),
    edits: ({ plan, item, before, after, edits }) => {
      if (!isText(item) || item.all) return [];
      for (const { scalar } of item.values) {
        const text = plainText(parseSigmaString(scalar.text));
        const start = text ? before.toLowerCase().indexOf(text.toLowerCase()) : -1;
        if (!text || start < 0) continue;
        const end = start + text.length;
        let from = start;
        let to = end;
        for (const { range: r, text: insert } of edits) {
          const grown = insert.length - (r.end - r.start);
          if (r.end <= start) from += grown;
          if (r.start < end) to += grown;
        }
        const part = printSigmaString([{ kind: 'text', text: after.slice(from, to), at: null }]);
        if (/[\u0000-\u001f]/.test(part) || part.trim().length < 2) continue;
        return addToList(plan, item, writtenBeside(plan, item, part)) ?? [];
      }
      return [];
    },
  },
];

const TEXT = new Set(['contains', 'startswith', 'endswith', 'cased', 'windash', 'all']);

/** True if the item compares a field with texts as written. */
function isText(item: PlanItem): boolean {
  return (
    item.field !== null &&
    item.modifiers.every((m) => TEXT.has(m)) &&
    item.values.every(({ scalar }) => typeof scalar.value === 'string' && scalar.text !== '')
  );
}

function modifiersOf(item: PlanItem): string[] {
  return [...item.modifiers, ...(item.all && !item.modifiers.includes('all') ? ['all'] : [])];
}

/** The item's modifiers, with others in place of those that say where to look. */
function placed(item: PlanItem, where: readonly string[]): string[] {
  const rest = modifiersOf(item).filter((m) => !['contains', 'startswith', 'endswith', ...where].includes(m));
  return [...where, ...rest];
}

/** The edit that gives an item's key these modifiers. */
function key(plan: Plan, item: PlanItem, modifiers: readonly string[]): Edit {
  const start = item.fieldRange.end;
  const written = /^(?:\|\w+)*/.exec(plan.text.slice(start, item.range.end))![0];
  return {
    range: { start, end: start + written.length },
    text: modifiers.map((modifier) => `|${modifier}`).join(''),
  };
}

/** Edits that rewrite each value; none if one cannot be rewritten, or if neither they nor anything else changes. */
function values(
  plan: Plan,
  item: PlanItem,
  write: (text: string) => string | null,
  onlyChanged = true,
): Edit[] {
  const found: Edit[] = [];
  for (const { scalar } of item.values) {
    const text = write(scalar.text);
    if (text === null || !inLine(plan, scalar.range)) return [];
    if (!onlyChanged || text !== scalar.text) found.push({ range: scalar.range, text: quoted(text) });
  }
  return found;
}

function lastPart({ plan, item, loosening }: Change, ending: RegExp): Edit[] {
  if (loosening !== 'path' || !isText(item)) return [];
  const found = values(plan, item, (text) => {
    const last = text.slice(text.lastIndexOf('\\') + 1).replace(ending, '');
    return last.trim().length < 2 ? null : last;
  });
  return found.length > 0 ? [key(plan, item, placed(item, ['contains'])), ...found] : [];
}

/** Too many command lines contain a text this short. */
function tooShort(text: string): boolean {
  return text.length < 2;
}

function inLine({ text }: Plan, { start }: Range): boolean {
  return text[start] !== '|' && text[start] !== '>';
}

function isListed({ text }: Plan, { start }: Range): boolean {
  return /(?:^|\n)[^\n]*(?:- |[[,]\s*)$/.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start));
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

import { count } from '../../text';
import { NAMED_SELECTORS, SELECTORS, selectorDoc } from './array-docs';
import { memberField } from './blocks';
import type { Completion, Item, SeenArray } from './item';
import type { Place } from './place';

/**
 * Suggestions for a field of which a selector is written or that is about members of an array: a selector after `[`,
 * else the fields of the members. Null if neither is so.
 */
export function memberItems(
  { before, whole, range, colon }: Place,
  members: string,
  arrays: readonly SeenArray[],
): Completion | null {
  const open = /(?<!\\)\[[^[\]]*$/.exec(before);
  if (open) {
    const at = open.index + 1;
    const rest = /^[\w-]*\]?/.exec(whole.slice(before.length))![0];
    return {
      range: { start: range.start + at, end: range.start + before.length + rest.length },
      items: selectorItems(
        memberField(members, before.slice(0, open.index)),
        arrays,
        colon || whole.length > before.length + rest.length,
      ),
    };
  }
  const path = /^(?:.*(?<!\\)\]\.)?/.exec(before)![0];
  const beneath = path === '' ? members : memberField(members, path.slice(0, -1));
  if (beneath === '') return null;
  const end = /^[^|]*/.exec(whole.slice(path.length))![0].length;
  return {
    range: { start: range.start + path.length, end: range.start + path.length + end },
    items: fieldsOfMembers(beneath, arrays, path === ''),
  };
}

/** The arrays at the top of events, each with a selector: `connections[any]`. */
export function arrayItems(arrays: readonly SeenArray[]): readonly Item[] {
  const items = new Map<string, Item>();
  for (const { name, events } of arrays) {
    const array = name.slice(0, name.indexOf('[]'));
    if (!items.has(array)) items.set(array, arrayItem(array, events));
  }
  return [...items.values()];
}

function arrayItem(array: string, events: number): Item {
  return {
    label: `${array}[any]`,
    insert: `${array}[any]`,
    kind: 'field',
    detail: `an array in ${count(events, 'event')}`,
    doc: SELECTORS.get('[any]')!,
  };
}

/** The fields that members have, relative to them; `.` for members that are single values. */
function fieldsOfMembers(members: string, arrays: readonly SeenArray[], isBlock: boolean): readonly Item[] {
  const items = new Map<string, Item>();
  const add = (item: Item) => {
    if (!items.has(item.label)) items.set(item.label, item);
  };
  for (const { name, events } of arrays) {
    if (name === members && isBlock)
      add({ label: '.', insert: '.', kind: 'field', detail: 'the member itself' });
    if (!name.startsWith(`${members}.`)) continue;
    const rest = name.slice(members.length + 1);
    const array = rest.indexOf('[]');
    if (array >= 0) add(arrayItem(rest.slice(0, array), events));
    else add({ label: rest, insert: rest, kind: 'field', detail: `of members in ${count(events, 'event')}` });
  }
  return [...items.values()];
}

/** The selectors of an array. Those of objects begin a block, unless something follows. */
function selectorItems(array: string, arrays: readonly SeenArray[], isFollowed: boolean): readonly Item[] {
  const hasObjects = arrays.some(({ name }) => name.startsWith(`${array}[].`));
  const item = (written: string, more: string): Item => ({
    label: written.slice(1, -1),
    insert: `${written.slice(1)}${isFollowed || !hasObjects ? '' : more}`,
    kind: 'modifier',
    doc: selectorDoc(written)!,
  });
  return [
    ...NAMED_SELECTORS.map((written) => item(written, ':\n    ')),
    ...['[0]', '[-1]'].map((written) => item(written, '.')),
  ];
}

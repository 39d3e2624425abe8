import type { Cursor } from './cursor';
import { Damage } from './damage';
import type { InstanceNode, Values } from './nodes';

/** Bytes before a template's binary XML: the next template's place, the GUID, the size. */
export const DEFINITION_HEAD = 24;

/** Reads what follows the token of a template instance: which template, its definition at first use, the values. */
export function readInstance(cursor: Cursor): InstanceNode {
  cursor.skip(1);
  const id = cursor.u32();
  const definition = cursor.u32();
  const { view, length } = cursor.chunk;
  if (definition < 128 || definition + DEFINITION_HEAD > length)
    throw new Damage('a template is said to stand outside the chunk', cursor.at - 4);
  // The template's number is the first part of its GUID: another one there is not the template that was written for.
  if (view.getUint32(definition + 4, true) !== id)
    throw new Damage('the template that the record names does not stand where it says', cursor.at - 8);
  if (definition === cursor.at) cursor.skip(DEFINITION_HEAD + view.getUint32(definition + 20, true));
  return { kind: 'instance', definition, values: readValues(cursor) };
}

function readValues(cursor: Cursor): Values {
  const count = cursor.u32();
  if (count * 4 > cursor.left)
    throw new Damage(`${count} values are announced and do not fit`, cursor.at - 4);
  const table = new Uint32Array(count * 3);
  let start = cursor.at + count * 4;
  for (let i = 0; i < count * 3; i += 3) {
    const size = cursor.u16();
    table[i] = cursor.u8();
    cursor.skip(1);
    table[i + 1] = start;
    table[i + 2] = size;
    start += size;
  }
  cursor.skip(start - cursor.at);
  return { count, table };
}

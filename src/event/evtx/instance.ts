import { prose, say } from '../../text';
import type { Cursor } from './cursor';
import { Damage } from './damage';
import type { InstanceNode, Values } from './nodes';

/** Bytes before a template's binary XML: the next template's offset, the GUID, the size. */
export const DEFINITION_HEAD = 24;

/** Reads what follows the token of a template instance: which template, its definition at first use, the values. */
export function readInstance(cursor: Cursor): InstanceNode {
  cursor.skip(1);
  const id = cursor.u32();
  const definition = cursor.u32();
  const { view, length } = cursor.chunk;
  if (definition < 128 || definition + DEFINITION_HEAD > length)
    throw new Damage(prose('the position of a template is outside the chunk'), cursor.at - 4);
  // The template's number is the first part of its GUID: a different one means a different template.
  if (view.getUint32(definition + 4, true) !== id)
    throw new Damage(prose('the template that the record refers to is not at its position'), cursor.at - 8);
  if (definition === cursor.at) cursor.skip(DEFINITION_HEAD + view.getUint32(definition + 20, true));
  return { kind: 'instance', definition, values: readValues(cursor) };
}

function readValues(cursor: Cursor): Values {
  const count = cursor.u32();
  if (count * 4 > cursor.left)
    throw new Damage(say`${count} values are announced but do not fit`, cursor.at - 4);
  const { view } = cursor.chunk;
  const table: number[] = [];
  const first = cursor.skip(count * 4);
  let start = cursor.at;
  for (let at = first; at < first + count * 4; at += 4) {
    const size = view.getUint16(at, true);
    table.push(view.getUint8(at + 2), start, size);
    start += size;
  }
  cursor.skip(start - cursor.at);
  return { count, table };
}

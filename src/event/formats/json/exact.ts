import type { Node } from 'jsonc-parser';
import { isLost, numberWritten, put } from '../../../text';
import type { JsonObject } from '../../json';
import { parseRanges } from '../../locate';

/** Every number that is a value, and some that stand in strings: those cost a second look and no more. */
const NUMBERS = /(?:"\s*:|[[,])\s*(-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)/g;
/** Integers of fewer digits are kept by a double. */
const SURE = /^(?:-?[1-9]\d{0,14}|0)$/;

/** True where a number of this JSON text may have characters that `JSON.parse` does not keep. */
export function mayLoseNumbers(text: string): boolean {
  NUMBERS.lastIndex = 0;
  for (let found = NUMBERS.exec(text); found; found = NUMBERS.exec(text))
    if (!SURE.test(found[1]!) && isLost(found[1]!)) return true;
  return false;
}

/**
 * A JSON text as `JSON.parse` reads it, but with numbers that keep their characters. The text is known to be JSON. Null
 * where it nests too deeply for that.
 */
export function parseExactly(text: string): unknown {
  const { root } = parseRanges(text);
  return root && made(root, text);
}

/** `JSON.parse`, with numbers that keep their characters. Throws where that throws. */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  return mayLoseNumbers(text) ? (parseExactly(text) ?? value) : value;
}

function made(node: Node, text: string): unknown {
  switch (node.type) {
    case 'number':
      return numberWritten(text.slice(node.offset, node.offset + node.length));
    case 'array':
      return (node.children ?? []).map((child) => made(child, text));
    case 'object': {
      const object: Record<string, unknown> = {};
      for (const { children } of node.children ?? []) {
        const [key, value] = children!;
        put(object, key!.value as string, made(value!, text));
      }
      return object;
    }
    default:
      return node.value;
  }
}

/** An event's object once more with numbers that keep their characters; null where it has them already. */
export function exactly(text: string): JsonObject | null {
  return mayLoseNumbers(text) ? (parseExactly(text) as JsonObject | null) : null;
}

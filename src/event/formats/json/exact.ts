import type { Node } from 'jsonc-parser';
import { isLost, numberWritten, put } from '../../../text';
import type { JsonObject } from '../../json';
import { parseRanges } from '../../locate';

/** Every number that is a value, and some inside strings: those only cost a second look. */
const NUMBERS = /(?:"\s*:|[[,])\s*(-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)/g;
/** A double preserves integers with fewer digits. */
const SURE = /^(?:-?[1-9]\d{0,14}|0)$/;

/** True if a number in this JSON text may have characters that `JSON.parse` does not preserve. */
export function mayLoseNumbers(text: string): boolean {
  NUMBERS.lastIndex = 0;
  for (let found = NUMBERS.exec(text); found; found = NUMBERS.exec(text))
    if (!SURE.test(found[1]!) && isLost(found[1]!)) return true;
  return false;
}

/**
 * A JSON text as `JSON.parse` reads it, but with numbers that keep their characters. The text is known to be JSON. Null
 * if it nests too deeply.
 */
export function parseExactly(text: string): unknown {
  const { root } = parseRanges(text);
  return root && made(root, text);
}

/** `JSON.parse` with numbers that keep their characters. Throws if `JSON.parse` throws. */
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

/** An event's object with numbers that keep their characters; null if it already has them. */
export function exactly(text: string): JsonObject | null {
  return mayLoseNumbers(text) ? (parseExactly(text) as JsonObject | null) : null;
}

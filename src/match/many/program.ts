import type { Node } from './tests';

/** Kinds of steps in a program. */
export const TEST = 0;
export const NOT = 1;
export const EVERY = 2;
export const SOME = 3;
export const LIST = 4;
export const BLOCK = 5;

/**
 * Conditions as one array of numbers, because thousands of small objects are too far apart in memory to walk quickly.
 * Each step begins with its kind and the index where it ends: `TEST end test`, `NOT end step`, `EVERY end step…`,
 * `SOME end step…`, `LIST end list step…`, `BLOCK end block`.
 */
export interface Program {
  readonly code: Int32Array;
  /** By condition: the index where it begins. */
  readonly starts: Int32Array;
}

/** The program of these conditions. */
export function program(nodes: readonly Node[]): Program {
  const code: number[] = [];
  const write = (node: Node): void => {
    const at = code.length;
    switch (node.kind) {
      case 'test':
        code.push(TEST, 0, node.test);
        break;
      case 'block':
        code.push(BLOCK, 0, node.block);
        break;
      case 'not':
        code.push(NOT, 0);
        write(node.child);
        break;
      case 'list':
        code.push(LIST, 0, node.list);
        node.rest.forEach(write);
        break;
      default:
        code.push(node.kind === 'every' ? EVERY : SOME, 0);
        node.children.forEach(write);
    }
    code[at + 1] = code.length;
  };
  const starts = nodes.map((node) => {
    const at = code.length;
    write(node);
    return at;
  });
  return { code: Int32Array.from(code), starts: Int32Array.from(starts) };
}

import { type Node, parseTree } from 'jsonc-parser';
import { printYaml, type YamlNode, type YamlScalar } from '../rule';

const NOWHERE = { start: 0, end: 0 };

/** JSON as block YAML with the same values, each line after `indent` blanks. Ends in a line break. */
export function yamlOfJson(json: string, indent: number): string {
  const tree = parseTree(json);
  return tree ? printYaml(nodeOf(tree, json), indent) : `${' '.repeat(indent)}{}\n`;
}

function nodeOf(node: Node, json: string): YamlNode {
  const children = node.children ?? [];
  if (node.type === 'array')
    return { kind: 'sequence', range: NOWHERE, items: children.map((child) => nodeOf(child, json)) };
  if (node.type !== 'object') return scalarOf(node, json);
  const entries = children.flatMap(({ children: [key, value] = [] }) =>
    key && value ? [{ key: scalarOf(key, json), value: nodeOf(value, json) }] : [],
  );
  return { kind: 'map', range: NOWHERE, entries };
}

function scalarOf({ value, type, offset, length }: Node, json: string): YamlScalar {
  const text = type === 'string' ? String(value) : json.slice(offset, offset + length);
  return { kind: 'scalar', range: NOWHERE, text, value, style: type === 'string' ? 'double' : 'plain' };
}

import { resolvePlain } from '../text';
import { readOtherwiseBy11 } from './yaml/core-schema';
import type { YamlNode } from './yaml/node';

/** Prints a YAML tree in block style, with the same values, each line after `indent` spaces. Ends in a line break. */
export function printYaml(node: YamlNode, indent: number): string {
  const blanks = ' '.repeat(indent);
  if (node.kind === 'scalar') return `${blanks}${scalarText(node)}\n`;
  if (node.kind === 'map') {
    if (node.entries.length === 0) return `${blanks}{}\n`;
    return node.entries
      .map(({ key, value }) => `${blanks}${asYamlScalar(key.text)}:${below(value, indent)}`)
      .join('');
  }
  if (node.items.length === 0) return `${blanks}[]\n`;
  return node.items.map((item) => `${blanks}-${below(item, indent)}`).join('');
}

/** What follows `key:` or `-`: a scalar on the same line, anything else on the lines below. */
function below(node: YamlNode, indent: number): string {
  if (node.kind === 'scalar') return ` ${scalarText(node)}\n`;
  const empty = node.kind === 'map' ? node.entries.length === 0 : node.items.length === 0;
  if (empty) return node.kind === 'map' ? ' {}\n' : ' []\n';
  return `\n${printYaml(node, indent + 4)}`;
}

function scalarText(node: Extract<YamlNode, { kind: 'scalar' }>): string {
  if (node.value === null) return 'null';
  return typeof node.value === 'string' ? asYamlScalar(node.text) : node.text;
}

/** Text as a YAML scalar: plain where that is safe, else in single quotes, with control characters in double quotes. */
export function asYamlScalar(text: string): string {
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(text)) return JSON.stringify(text);
  const plain =
    /^[\p{L}_][\p{L}\p{N}_./|-]*(?: [\p{L}\p{N}_./|(-][\p{L}\p{N}_./|()-]*)*$/u.test(text) &&
    typeof resolvePlain(text) === 'string' &&
    readOtherwiseBy11(text) === null;
  return plain ? text : `'${text.replaceAll("'", "''")}'`;
}

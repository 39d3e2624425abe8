import type { YamlNode, YamlScalar } from '../rule';

const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** A YAML value as JSON. Numbers keep their characters; infinity and what is no number, which JSON lacks, become text. */
export function jsonOf(node: YamlNode): string {
  if (node.kind === 'scalar') return scalarJson(node);
  if (node.kind === 'sequence') return `[${node.items.map(jsonOf).join(', ')}]`;
  const last = new Map(node.entries.map(({ key, value }) => [key.text, value]));
  return `{${[...last].map(([key, value]) => `${JSON.stringify(key)}: ${jsonOf(value)}`).join(', ')}}`;
}

function scalarJson({ value, text }: YamlScalar): string {
  if (typeof value !== 'number') return JSON.stringify(value);
  if (JSON_NUMBER.test(text)) return text;
  return JSON.stringify(Number.isFinite(value) ? value : text);
}

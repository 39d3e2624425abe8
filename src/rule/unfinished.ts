import { allFieldsUsed, LOGSOURCES } from '../knowledge';
import type { YamlNode, YamlScalar } from './yaml/node';

/*
 * Fields that are being typed: without their colon YAML reads them as text, and Sigma would take that for a keyword.
 */

let known: ReadonlySet<string> | undefined;

function isKnownField(name: string): boolean {
  known ??= new Set([...LOGSOURCES.flatMap(({ fields }) => fields), ...allFieldsUsed()]);
  return known.has(name);
}

/**
 * True for text that is a field without its value: `Image|ends`, or the name of a known field where a map should stand. Quotes
 * make a keyword of either.
 */
export function isUnfinishedField({ style, text }: YamlScalar, instead: 'map' | 'item'): boolean {
  if (style !== 'plain') return false;
  if (/^[A-Za-z_][\w.-]*(?:\|[a-z0-9]*)+$/.test(text)) return true;
  return instead === 'map' && isKnownField(text);
}

/** True where nothing at all is written, and YAML reads null. */
export function isUnwritten(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.style === 'plain' && node.text === '';
}

/** What is said of a field without its value. */
export function unfinishedMessage(text: string): string {
  return `\`${text}\` has no value yet. Write \`: \` and the value behind it; for a keyword put it in quotes, in a list.`;
}

import { allFieldsUsed, LOGSOURCES } from '../knowledge';
import { say, type Words } from '../text';
import type { YamlNode, YamlScalar } from './yaml/node';

/*
 * Fields that are still being typed: without the colon, YAML reads them as text and Sigma would take them for
 * keywords.
 */

let known: ReadonlySet<string> | undefined;

function isKnownField(name: string): boolean {
  known ??= new Set([...LOGSOURCES.flatMap(({ fields }) => fields), ...allFieldsUsed()]);
  return known.has(name);
}

/**
 * True for text that is a field without a value: `Image|ends`, or the name of a known field where a map belongs. In
 * quotes, either is a keyword.
 */
export function isUnfinishedField({ style, text }: YamlScalar, instead: 'map' | 'item'): boolean {
  if (style !== 'plain') return false;
  if (/^[A-Za-z_][\w.-]*(?:\|[a-z0-9]*)+$/.test(text)) return true;
  return instead === 'map' && isKnownField(text);
}

/** True if nothing is written, and YAML reads null. */
export function isUnwritten(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.style === 'plain' && node.text === '';
}

/** The message for a field without a value. */
export function unfinishedMessage(text: string): Words {
  return say`\`${text}\` has no value yet. Write \`: \` and a value after it. If it is a keyword, put it in quotes, in a list.`;
}

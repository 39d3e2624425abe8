import { attackName, readAttackName } from '../../describe';
import { type Placed, versionEdit } from '../../rule';
import type { Edit } from '../../text';
import type { ItemContext, RuleContext } from './context';

/** True if `all` stands before another modifier: the 2.2.0 draft writes it last. */
export function isAllBeforeOthers({ modifiers }: ItemContext): boolean {
  const at = modifiers.indexOf('all');
  return at >= 0 && at < modifiers.length - 1;
}

/** The tags for data sources, which the 2.2.0 draft no longer has. */
export function dataSourceTags(tags: readonly Placed[]): readonly Placed[] {
  return tags.filter(({ value }) => {
    const name = attackName(value);
    const read = name === null ? null : readAttackName(name);
    return read?.kind === 'object' && read.object === 'Data source';
  });
}

/** Brackets at the end of a step of a field's name, which proposals read as selectors unless `\` stands before them. */
const BRACKETS = /(?<!\\)\[[^[\]]*\](?=\[|\.|$)/g;

/** The brackets in a field's name that proposals read as selectors, with their places in it. */
export function bracketsOf(field: string): RegExpExecArray[] {
  return [...field.matchAll(BRACKETS)];
}

/** True if proposals read brackets of a field's name as selectors. */
export function hasBrackets(field: string): boolean {
  return field.includes('[') && bracketsOf(field).length > 0;
}

/** Keys of a document that its version stands before. */
const BODIES: ReadonlySet<string> = new Set(['logsource', 'detection', 'filter']);

/** Writes `sigma-version: 3`: in the place of another one, or before the log source. Null where it cannot be written. */
export function asProposals({ text, tree }: Pick<RuleContext, 'text' | 'tree'>): Edit | null {
  const before = tree.entries.find(({ key }) => BODIES.has(key.text))?.key;
  return before ? versionEdit(text, tree, before.range, '3') : null;
}

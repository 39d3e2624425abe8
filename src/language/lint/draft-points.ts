import { attackName, readAttackName } from '../../describe';
import type { Placed } from '../../rule';
import type { ItemContext } from './context';

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

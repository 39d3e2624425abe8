import { getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import { range } from './range';
import type { WrittenScalar } from './yaml-scalar';

const STYLES = {
  [SCALAR_STYLE.PLAIN]: 'plain',
  [SCALAR_STYLE.SINGLE_QUOTED]: 'single',
  [SCALAR_STYLE.DOUBLE_QUOTED]: 'double',
  [SCALAR_STYLE.LITERAL_BLOCK]: 'literal',
  [SCALAR_STYLE.FOLDED_BLOCK]: 'folded',
} as const;

/** The scalar of js-yaml's event as it is written in `source`; null for an empty value, which is written nowhere. */
export function scalarOf(source: string, event: ScalarEvent): WrittenScalar | null {
  if (event.valueStart < 0) return null;
  const style = STYLES[event.style];
  const quotes = style === 'single' || style === 'double' ? 1 : 0;
  return {
    range: range(event.valueStart - quotes, event.valueEnd + quotes),
    text: event.fast ? source.slice(event.valueStart, event.valueEnd) : getScalarValue(source, event),
    style,
    ...(style === 'literal' || style === 'folded' ? { indent: event.indent } : {}),
  };
}

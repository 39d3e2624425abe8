import { say } from '../../../text';
import { type Check, replace } from '../check';
import type { ItemContext, ValueContext } from '../context';

const NAMES = { '*_': 'endswith', '_*': 'startswith', '*_*': 'contains' } as const;

export const wildcardForModifier: Check<'wildcard-for-modifier'> = {
  id: 'wildcard-for-modifier',
  severity: 'info',
  finds: 'Stars at the ends instead of a modifier',
  why: 'Instead of stars at the ends of a value, use `contains`, `startswith` or `endswith`. The value is then easier to read, and a backslash at its end needs no escape.',
  bad: "detection:\n    selection:\n        «CommandLine»: '*delete catalog*'\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|contains: 'delete catalog'\n    condition: selection",
  item(item, report) {
    if (item.comparison !== 'exact' || item.field === null) return;
    const shapes = new Set(item.values.map(shapeOf));
    const [shape] = shapes;
    if (shapes.size !== 1 || !shape) return;
    const modifier = NAMES[shape];
    report(
      item.keyRange,
      say`The stars mean \`${modifier}\`. Write that, and remove them.`,
      fixOf(item, modifier),
    );
  },
};

function shapeOf({ parts, scalar }: ValueContext): keyof typeof NAMES | null {
  if (typeof scalar.value !== 'string' || parts.length < 2) return null;
  const [first, last] = [parts[0]!.kind === 'star', parts[parts.length - 1]!.kind === 'star'];
  const inner = parts.slice(first ? 1 : 0, last ? -1 : undefined);
  // With wildcards inside, it is a pattern with stars of its own.
  if (inner.length !== 1 || inner[0]!.kind !== 'text') return null;
  return first ? (last ? '*_*' : '*_') : last ? '_*' : null;
}

function fixOf(item: ItemContext, modifier: string) {
  const key = item.item.fieldRange;
  const edits = item.values.flatMap((value) =>
    value.parts.flatMap((part) =>
      part.kind === 'star' && part.at ? [{ range: value.at(part.at.start, part.at.end), text: '' }] : [],
    ),
  );
  // Without its star, a value without quotes may begin with a special character.
  if (item.values.some(({ scalar }) => scalar.style !== 'single' && scalar.style !== 'double')) return null;
  const fix = replace(say`Use \`${modifier}\``, { start: key.end, end: key.end }, `|${modifier}`);
  return { ...fix, edits: [...fix.edits, ...edits] };
}

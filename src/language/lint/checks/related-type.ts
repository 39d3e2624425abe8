import { entry } from '../../../rule';
import { byName, say } from '../../../text';
import { type Check, change } from '../check';

const KNOWN = ['derived', 'obsolete', 'merged', 'renamed', 'similar'];
/** Sigma 1.x used other names. */
const OTHERWISE = byName<string>({ obsoletes: 'obsolete', obsoleted: 'obsolete' });

export const relatedType: Check<'related-type'> = {
  id: 'related-type',
  severity: 'warning',
  finds: 'An unknown relation to another rule',
  why: 'The schema has `derived`, `obsolete`, `merged`, `renamed` and `similar`, and requires one of them for each related rule. Sigma 1.x wrote `obsoletes`.',
  bad: 'related:\n    - id: 0f1e2d3c-4b5a-4968-8776-5544332211aa\n      type: «obsoletes»',
  good: 'related:\n    - id: 0f1e2d3c-4b5a-4968-8776-5544332211aa\n      type: obsolete',
  document({ near, tree }, report) {
    const list = entry(tree, 'related')?.value;
    if (list?.kind !== 'sequence') return;
    for (const item of list.items) {
      if (item.kind !== 'map') continue;
      const type = entry(item, 'type')?.value;
      if (!type) {
        report(
          item.entries[0]?.key.range ?? item.range,
          say`The relation has no \`type\`. Write one of ${KNOWN.join(', ')}.`,
        );
      } else if (type.kind === 'scalar' && !KNOWN.includes(type.text)) {
        const meant = OTHERWISE.get(type.text) ?? near.to(type.text, KNOWN);
        const range = type.range.end > type.range.start ? type.range : item.range;
        report(
          range,
          say`There is no relation type \`${type.text}\`. ${meant ? say`Did you mean \`${meant}\`?` : `Write one of ${KNOWN.join(', ')}.`}`,
          meant ? change(range, meant) : null,
        );
      }
    }
  },
};

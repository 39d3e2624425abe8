import type { DetectionNode } from '../../../rule';
import { foldBody } from '../../../rule';
import { prose, type Range, say } from '../../../text';
import { type Check, findsOthers, replace } from '../check';

export const arrayAllValues: Check<'array-all-values'> = {
  id: 'array-all-values',
  severity: 'info',
  since: 'proposals',
  finds: '`|all` behind a selector of members',
  why: 'A selector such as `[any]` or `[all]` says how many members of an array have to match. The modifier `all` is about the list in the rule: one and the same member has to match each of its values. To find several values in different members, leave the selector out.',
  bad: "sigma-version: 3\ndetection:\n    selection:\n        tags[all]|contains|«all»:\n            - 'pro'\n            - 'web'\n    condition: selection",
  good: "sigma-version: 3\ndetection:\n    selection:\n        tags|contains|all:\n            - 'pro'\n            - 'web'\n    condition: selection",
  rule({ text, detection }, report) {
    for (const { body } of detection.selections)
      for (const { at, field, selector } of foundIn(body))
        report(
          at,
          say`Each member of \`${field}\` that counts has to match all of these values by itself: \`all\` is about the values, the selector about the members.`,
          text[selector.start] === '['
            ? findsOthers(replace(prose('Remove the selector'), selector, ''))
            : null,
        );
  },
};

interface Found {
  readonly at: Range;
  readonly field: string;
  readonly selector: Range;
}

function foundIn(node: DetectionNode): Found[] {
  return foldBody<DetectionNode, Found[]>(
    node,
    () => [],
    (children) => children.flat(),
    ({ field, quantifierRange, selections }) =>
      selections.flatMap(({ body }) => {
        if (body.kind !== 'item' || body.field !== '.' || body.values.length < 2) return foundIn(body);
        const all = body.modifiers.find(({ value }) => value === 'all');
        return all ? [{ at: all.range, field, selector: quantifierRange }] : [];
      }),
  );
}

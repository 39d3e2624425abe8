import { blocksOf, type DetectionNode, type MemberQuantifier, type Plan, printPath } from '../rule';
import { code, say, type Words } from '../text';
import { conditionSwaps } from './condition-changes';
import type { Change } from './hint';

/** What another quantifier asks of the members of a field. */
const ASKS: readonly (readonly [MemberQuantifier, (field: string) => Words])[] = [
  ['any', (field) => say`Let one member of ${code(field)} be enough (\`[any]\`)`],
  ['all', (field) => say`Ask for each member of ${code(field)} (\`[all]\`)`],
  ['none', (field) => say`Ask for no such member of ${code(field)} (\`[none]\`)`],
];

/** Changes of blocks about members: other quantifiers, and other operators in their own conditions. */
export function blockChanges({ rule, text }: Plan): Change[] {
  return rule.detection.selections.flatMap(({ body }) => changesIn(text, body));
}

function changesIn(text: string, node: DetectionNode): Change[] {
  const blocks = blocksOf(node);
  // A map cannot have one key twice.
  const taken = new Set(blocks.map(({ path, quantifier }) => `${printPath(path)}[${quantifier}]`));
  return blocks.flatMap((block) => {
    const { field, path, quantifierRange, conditions, selections } = block;
    const isFree = (name: MemberQuantifier) => !taken.has(`${printPath(path)}[${name}]`);
    const others = typeof path[path.length - 1] === 'number' ? [] : ASKS.filter(([name]) => isFree(name));
    return [
      ...others.map(
        ([name, title]): Change => ({
          title: title(field),
          edits: [{ range: quantifierRange, text: `[${name}]` }],
        }),
      ),
      ...conditions.flatMap(({ scalar }) => conditionSwaps(text, scalar)),
      ...selections.flatMap(({ body }) => changesIn(text, body)),
    ];
  });
}

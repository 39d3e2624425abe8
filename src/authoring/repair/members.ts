import type { Cause } from '../../match';
import { foldBody, type Plan, type PlanItem, type PlanMembers, type PlanNode } from '../../rule';
import { type Range, say } from '../../text';
import type { Proposal } from './proposal';

/**
 * Changes of which members a block or a position is about, for a cause in it: one member instead of each, lines about
 * any member instead of one and the same, any position instead of one.
 */
export function memberProposals(plan: Plan, item: PlanItem | null, cause: Cause): Proposal[] {
  const selection = plan.selections[cause.selection];
  const around = selection ? blocksAround(selection.body, cause.item) : [];
  const block = around[around.length - 1];
  return [
    ...(item ? positionProposals(plan, item) : []),
    ...(block ? [...quantifierProposals(plan, block, cause), ...linesProposals(plan, block)] : []),
  ];
}

/** The blocks that a cause is in, or about, outermost first. */
function blocksAround(node: PlanNode, item: Range): PlanMembers[] {
  return foldBody<PlanNode, PlanMembers[]>(
    node,
    () => [],
    (children) => children.flat(),
    (block) =>
      block.range.start <= item.start && item.end <= block.range.end
        ? [block, ...block.selections.flatMap(({ body }) => blocksAround(body, item))]
        : [],
  );
}

function quantifierProposals({ text }: Plan, block: PlanMembers, { miss }: Cause): Proposal[] {
  const { quantifier, quantifierRange: range, field } = block;
  if (text[range.start] !== '[') return [];
  if (quantifier !== 'all') return [];
  if (miss.reason === 'no member')
    return [
      {
        title: say`Let an event without members of \`${field}\` match too`,
        edits: [{ range, text: '[all_or_empty]' }],
      },
    ];
  return [{ title: say`Let one member of \`${field}\` be enough`, edits: [{ range, text: '[any]' }] }];
}

/** The lines of a block as lines of their own, each about any member. */
function linesProposals({ text }: Plan, block: PlanMembers): Proposal[] {
  const { range, quantifier, quantifierRange, extended, field } = block;
  const [only] = block.selections;
  const { body } = only!;
  if (quantifier !== 'any' || extended || body.kind !== 'every' || text[quantifierRange.start] !== '[')
    return [];
  const { children } = body;
  if (children.length < 2 || /['"{]/.test(text[range.start] ?? '') || text[body.range.start] === '{')
    return [];
  const head = text.slice(range.start, quantifierRange.end);
  const column = columnOf(text, range.start);
  const lines = children.map((child) => {
    const deeper = columnOf(text, child.range.start) - column;
    const own = text.slice(child.range.start, child.range.end);
    return `${head}.${own.replace(new RegExp(`\n {${Math.max(0, deeper)}}`, 'g'), '\n')}`;
  });
  const between = `\n${' '.repeat(column)}`;
  return [
    {
      title: say`Let each line be about any member of \`${field}\`, not all about the same one`,
      edits: [{ range, text: lines.join(between) }],
    },
  ];
}

function columnOf(text: string, at: number): number {
  return at - (text.lastIndexOf('\n', at - 1) + 1);
}

/** A field at a position, looked for at any. */
function positionProposals({ text }: Plan, { path, fieldRange }: PlanItem): Proposal[] {
  if (!path) return [];
  const written = text.slice(fieldRange.start, fieldRange.end);
  const found = /\[-?\d+\](?!.*\[-?\d+\])/.exec(written);
  if (!found) return [];
  const start = fieldRange.start + found.index;
  return [
    {
      title: say`Look at any member of \`${written.slice(0, found.index)}\``,
      edits: [{ range: { start, end: start + found[0].length }, text: '[any]' }],
    },
  ];
}

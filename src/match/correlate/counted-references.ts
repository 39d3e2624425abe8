import { type CompiledCorrelation, walkWritten } from '../../rule';

/** For each reference of a correlation: whether it is counted. A condition need not name all of them. */
export function countedReferences({ correlation, references }: CompiledCorrelation): boolean[] {
  const { expression } = correlation;
  const named = new Set<string>();
  if (expression)
    walkWritten(expression.tree, (node) => {
      if (node.kind === 'name') named.add(node.name);
      return undefined;
    });
  return references.map(({ written }) => !expression || named.has(written));
}

import type { ConditionTrace, Trace } from '../../match';
import type { StepMark } from './step';
import { marks } from './step';

/** The selections that made a condition what it is, each in the order of the condition. */
export interface Deciding {
  /** Those that had to match, and do. */
  readonly found: readonly number[];
  /** Those that must not match, and do not. */
  readonly absent: readonly number[];
}

/** The selections through which a condition holds. */
export function deciding(condition: ConditionTrace): Deciding {
  const found = new Set<number>();
  const absent = new Set<number>();
  const visit = (node: ConditionTrace, wanted: boolean): void => {
    if (node.matched !== wanted) return;
    if (node.kind === 'selection') (wanted ? found : absent).add(node.selection!);
    for (const child of node.children) visit(child, node.kind === 'not' ? !wanted : wanted);
  };
  visit(condition, true);
  return { found: [...found], absent: [...absent] };
}

/** Where the condition names these selections. A pattern that stands for several is only pointed at. */
export function namedIn({ condition }: Trace, selections: readonly number[]): StepMark[] {
  const places = new Map<string, StepMark>();
  const visit = (node: ConditionTrace): void => {
    if (node.kind === 'selection') {
      const key = `${node.rule.start} ${node.rule.end}`;
      const [mark] = marks([node.rule], 'found', node.selection!);
      const before = places.get(key);
      const isOne = !before || before.selection === node.selection;
      if (mark && selections.includes(node.selection!))
        places.set(key, isOne ? mark : { ...mark, kind: 'point', selection: null });
    }
    for (const child of node.children) visit(child);
  };
  visit(condition);
  return [...places.values()];
}

import type { Condition, Quantifier } from '../condition/ast';
import type { PlacedCondition, Selection } from '../rule/ast';
import type { Diagnostics } from '../text/diagnostic';
import { nearest } from '../text/nearest';
import type { Range } from '../text/range';
import { Pattern } from '../value/pattern';
import type { Part } from '../value/sigma-string';
import { scalarSource } from '../yaml/scalar-source';
import type { PlanCondition } from './plan';

/**
 * Resolves the names and patterns of a rule's conditions. Several conditions are joined by OR. Null where one of
 * them cannot be resolved; every unknown name is reported.
 */
export function compileConditions(
  text: string,
  conditions: readonly PlacedCondition[],
  selections: readonly Selection[],
  diagnostics: Diagnostics,
): PlanCondition | null {
  const compiled = conditions.map(({ scalar, tree }) => {
    if (!tree) return null;
    return new Resolver(selections, diagnostics, (r) => scalarSource(text, scalar, r)).resolve(tree);
  });
  if (compiled.length === 0 || compiled.some((c) => c === null)) return null;
  const trees = compiled as PlanCondition[];
  if (trees.length === 1) return trees[0]!;
  const range = { start: trees[0]!.range.start, end: trees[trees.length - 1]!.range.end };
  return { kind: 'or', range, children: trees };
}

class Resolver {
  private readonly byName: ReadonlyMap<string, number>;

  constructor(
    private readonly selections: readonly Selection[],
    private readonly diagnostics: Diagnostics,
    private readonly place: (range: Range) => Range,
  ) {
    this.byName = new Map(selections.map((s, i) => [s.name, i]));
  }

  resolve(condition: Condition): PlanCondition | null {
    const range = this.place(condition.range);
    switch (condition.kind) {
      case 'name': {
        const selection = this.byName.get(condition.name);
        if (selection === undefined) return this.unknown(condition.name, range);
        return { kind: 'selection', range, selection };
      }
      case 'not': {
        const operand = this.resolve(condition.operand);
        return operand && { kind: 'not', range, children: [operand] };
      }
      case 'quantifier':
        return this.quantifier(condition, range);
      default: {
        // Both sides are looked at, so that every unknown name is reported at once.
        const children = condition.operands.map((o) => this.resolve(o));
        if (children.some((c) => c === null)) return null;
        return { kind: condition.kind, range, children: children as PlanCondition[] };
      }
    }
  }

  private quantifier(condition: Quantifier, range: Range): PlanCondition | null {
    const patternRange = this.place(condition.patternRange);
    const chosen = matchingSelections(
      condition.pattern,
      this.selections.map((s) => s.name),
    );
    if (chosen.length === 0) {
      const close = nearest(
        condition.pattern.replace(/\*+$/, ''),
        this.selections.map((s) => s.name.replace(/_[^_]*$/, '')),
      );
      const hint = condition.pattern === 'them' ? '' : close ? ` Did you mean \`${close}_*\`?` : '';
      this.diagnostics.error(
        'condition-pattern-empty',
        patternRange,
        `No selection ${condition.pattern === 'them' ? 'is there for `them`' : `has a name like \`${condition.pattern}\``}.${hint}`,
      );
      return null;
    }
    return {
      kind: 'quantifier',
      range,
      every: condition.every,
      written: `${condition.every ? 'all' : '1'} of ${condition.pattern}`,
      children: chosen.map((selection) => ({ kind: 'selection', range: patternRange, selection })),
    };
  }

  private unknown(name: string, range: Range): null {
    const close = nearest(name, this.byName.keys());
    const message = close
      ? `There is no selection \`${name}\`. Did you mean \`${close}\`?`
      : `There is no selection \`${name}\`. The detection has ${[...this.byName.keys()].map((n) => `\`${n}\``).join(', ') || 'none'}.`;
    this.diagnostics.error(
      'condition-unknown-selection',
      range,
      message,
      close ? [{ title: `Change to \`${close}\``, edits: [{ range, text: close }] }] : undefined,
    );
    return null;
  }
}

/**
 * Indexes of the names that `them` or a pattern with `*` stands for. Names that begin with `_` are skipped, unless the
 * pattern itself begins with `_` (semantics.md, "Detections and conditions").
 */
export function matchingSelections(pattern: string, names: readonly string[]): number[] {
  const glob = pattern === 'them' ? '*' : pattern;
  // The wildcard matcher of values, not a regular expression: a pattern of many stars must stay cheap.
  const parts = glob.split(/(\*)/).flatMap((text): Part[] => {
    if (!text) return [];
    return [text === '*' ? { kind: 'star', at: null } : { kind: 'text', text, at: null }];
  });
  const matcher = new Pattern(parts, true);
  return names.flatMap((name, i) =>
    matcher.test(name) && (!name.startsWith('_') || glob.startsWith('_')) ? [i] : [],
  );
}

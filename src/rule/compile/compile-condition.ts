import { RULE, told } from '../../limits';
import { code, joinWords, nearest, prose, type Range, say, scalarSource, type Words } from '../../text';
import type { PlacedCondition, Selection } from '../ast';
import type { RuleDiagnostics } from '../codes';
import type { Condition, Quantifier } from '../condition/ast';
import { Pattern } from '../value/pattern';
import type { StringPart } from '../value/sigma-string';
import type { PlanCondition } from './plan';

/** The most names that a message lists, and that are compared with an unknown name to suggest one. */
const MAX_LISTED = 10;
const MAX_COMPARED = 20_000;

/**
 * Resolves the names and patterns in a rule's conditions. Several conditions are joined with OR. Null if one cannot
 * be resolved; every unknown name is reported. `where` is what has the selections, for messages.
 */
export function compileConditions(
  text: string,
  conditions: readonly PlacedCondition[],
  selections: readonly Selection[],
  diagnostics: RuleDiagnostics,
  where: 'block' | 'detection' = 'detection',
): PlanCondition | null {
  const resolver = new Resolver(selections, diagnostics, where);
  const compiled = conditions.map(({ scalar, tree }) => {
    if (!tree) return null;
    resolver.place = (r) => scalarSource(text, scalar, r);
    return resolver.resolve(tree);
  });
  if (compiled.length === 0 || compiled.some((c) => c === null)) return null;
  const trees = compiled as PlanCondition[];
  if (trees.length === 1) return trees[0]!;
  const range = { start: trees[0]!.range.start, end: trees[trees.length - 1]!.range.end };
  return { kind: 'some', range, quantifier: null, children: trees };
}

class Resolver {
  /** Maps a range of the condition being resolved to a range of the rule's text. */
  place: (range: Range) => Range = (range) => range;
  private readonly byName: ReadonlyMap<string, number>;
  private terms = 0;
  private looks = 0;
  private compared = 0;

  constructor(
    private readonly selections: readonly Selection[],
    private readonly diagnostics: RuleDiagnostics,
    private readonly where: 'block' | 'detection',
  ) {
    this.byName = new Map(selections.map((s, i) => [s.name, i]));
  }

  resolve(condition: Condition): PlanCondition | null {
    const range = this.place(condition.range);
    const isTerm = condition.kind === 'name' || condition.kind === 'quantifier';
    if (isTerm && ++this.terms > RULE.conditionTerms.value) return this.tooLong(range);
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
        // Resolve both sides, so that every unknown name is reported at once.
        const children = condition.operands.map((o) => this.resolve(o));
        if (children.some((c) => c === null)) return null;
        const kind = condition.kind === 'and' ? 'every' : 'some';
        return { kind, range, quantifier: null, children: children as PlanCondition[] };
      }
    }
  }

  private tooLong(range: Range): null {
    if (this.terms === RULE.conditionTerms.value + 1)
      this.diagnostics.error(
        'condition-too-long',
        range,
        say`The condition has more than ${told(RULE.conditionTerms)} terms up to here. Give selections names with a common beginning, and write \`1 of name*\`.`,
      );
    return null;
  }

  private quantifier(condition: Quantifier, range: Range): PlanCondition | null {
    const patternRange = this.place(condition.patternRange);
    const before = this.looks;
    this.looks += this.selections.length;
    if (this.looks > RULE.quantified.value) {
      if (before <= RULE.quantified.value) {
        this.diagnostics.error(
          'condition-too-long',
          patternRange,
          say`The quantifiers up to here check more than ${told(RULE.quantified)} selections. Use fewer quantifiers or fewer selections.`,
        );
      }
      return null;
    }
    const chosen = matchingSelections(
      condition.pattern,
      this.selections.map((s) => s.name),
    );
    if (chosen.length === 0) {
      const close = this.near(
        condition.pattern.replace(/\*+$/, ''),
        this.selections.map((s) => s.name.replace(/_[^_]*$/, '')),
      );
      const hint = condition.pattern === 'them' ? '' : close ? say` Did you mean \`${close}_*\`?` : '';
      this.diagnostics.error(
        'condition-pattern-empty',
        patternRange,
        say`${condition.pattern === 'them' ? prose('There is no selection for `them`') : say`No selection matches \`${condition.pattern}\``}.${hint}`,
      );
      return null;
    }
    return {
      kind: condition.every ? 'every' : 'some',
      range,
      quantifier: `${condition.every ? 'all' : '1'} of ${condition.pattern}`,
      children: chosen.map((selection) => ({ kind: 'selection', range: patternRange, selection })),
    };
  }

  private unknown(name: string, range: Range): null {
    const close = this.near(name, this.byName.keys());
    const message = close
      ? say`There is no selection \`${name}\`. Did you mean \`${close}\`?`
      : say`There is no selection \`${name}\`. The ${this.where} has ${this.listed()}.`;
    this.diagnostics.error(
      'condition-unknown-selection',
      range,
      message,
      close ? [{ title: say`Change to \`${close}\``, edits: [{ range, text: close }] }] : undefined,
    );
    return null;
  }

  private near(name: string, names: Iterable<string>): string | null {
    this.compared += this.selections.length;
    return this.compared > MAX_COMPARED ? null : nearest(name, names);
  }

  private listed(): Words {
    const names = this.selections.slice(0, MAX_LISTED).map(({ name }) => code(name));
    const more = this.selections.length - names.length;
    if (names.length === 0) return ['none'];
    return say`${joinWords(names, ', ')}${more > 0 ? ` and ${more} more` : ''}`;
  }
}

/**
 * Indexes of the selections that `them` or a pattern with `*` stands for. Names that begin with `_` are skipped
 * unless the pattern itself begins with `_` (semantics.md, "Detections and conditions").
 */
export function matchingSelections(pattern: string, names: readonly string[]): number[] {
  const glob = pattern === 'them' ? '*' : pattern;
  const test = matcherOf(glob);
  return names.flatMap((name, i) =>
    test(name) && (!name.startsWith('_') || glob.startsWith('_')) ? [i] : [],
  );
}

function matcherOf(glob: string): (name: string) => boolean {
  // Nearly every pattern is a prefix and a star.
  const star = glob.indexOf('*');
  if (star >= 0 && star === glob.length - 1) return (name) => name.startsWith(glob.slice(0, star));
  // Use the wildcard matcher for values, not a regular expression: a pattern with many stars must stay cheap.
  const parts = glob.split(/(\*)/).flatMap((text): StringPart[] => {
    if (!text) return [];
    return [text === '*' ? { kind: 'star', at: null } : { kind: 'text', text, at: null }];
  });
  const matcher = new Pattern(parts, true);
  return (name) => matcher.test(name);
}

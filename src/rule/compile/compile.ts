import { AS_OURS, type Readings, type SpecVersion } from '../../knowledge';
import { type FieldMapping, NO_MAPPING } from '../../text';
import type { Detection, Rule } from '../ast';
import { type RuleDiagnostic, RuleDiagnostics } from '../codes';
import { readRule } from '../read';
import type { PatternListener } from '../value/beacon';
import { compileConditions } from './compile-condition';
import { SelectionCompiler } from './compile-selection';
import { limitProblems } from './limit-problems';
import type { Plan, PlanCondition, PlanLogsource, PlanSelection } from './plan';
import { foldCondition } from './walk-plan';

export interface CompileOptions {
  /** Values for `%name%` under `expand`. Names are without percent signs. */
  readonly placeholders?: Readonly<Record<string, readonly string[]>>;
  /** Interpretations to read the other way. By default, all are read as semantics.md says. */
  readonly readings?: Readings;
  /** The version of the specification to read a rule as that names none. By default, the published one. */
  readonly spec?: SpecVersion;
  /**
   * Field names mapped by hand, from the event's name to the rule's. Part of the plan, so that everything that runs
   * it agrees.
   */
  readonly mapping?: FieldMapping;
  /** Called before a pattern of the plan runs that may take long. */
  readonly onPattern?: PatternListener | undefined;
}

export interface Compilation {
  /** Null if an error prevents a verdict; `diagnostics` say what. */
  readonly plan: Plan | null;
  /** The rule as read, even if it did not compile. */
  readonly rule: Rule | null;
  readonly diagnostics: readonly RuleDiagnostic[];
}

/**
 * Compiles the text of a Sigma rule. In: the text and the values of placeholders. Out: a plan for `evaluate` and
 * `explain`, and at most a thousand problems in the order of the text. Never throws.
 */
export function compile(text: string, options: CompileOptions = {}): Compilation {
  const document = readRule(text, options.spec);
  const diagnostics = new RuleDiagnostics();
  diagnostics.all.push(...document.diagnostics);
  const plan = document.rule && compileRule(text, document.rule, options, diagnostics);
  const sorted = diagnostics.all.sort((a, b) => a.range.start - b.range.start);
  return {
    plan: diagnostics.hasErrors ? null : plan,
    rule: document.rule,
    diagnostics: limitProblems(sorted),
  };
}

/** Compiles a rule that was read. Null if that fails; the reasons go to `diagnostics`. */
export function compileRule(
  text: string,
  rule: Rule,
  options: CompileOptions,
  diagnostics: RuleDiagnostics,
  filters: readonly Detection[] = [],
): Plan | null {
  const { placeholders = {}, readings = AS_OURS, mapping = NO_MAPPING, onPattern } = options;
  const compiler = new SelectionCompiler(text, { placeholders, readings, onPattern }, rule.spec, diagnostics);
  const selections: (PlanSelection | null)[] = [];
  // Each detection's condition sees only its own selections, so that a rule and a filter may use the same names.
  const compiled = [rule.detection, ...filters].map(({ selections: written, conditions }) => {
    const offset = selections.length;
    selections.push(...written.map((selection, i) => compiler.selection(selection, offset + i)));
    const condition = compileConditions(text, conditions, written, diagnostics);
    return condition && shiftSelections(condition, offset);
  });
  if (compiled.some((c) => c === null) || selections.some((s) => s === null)) return null;
  const conditions = compiled as PlanCondition[];
  const own = conditions[0]!;
  const condition: PlanCondition =
    conditions.length === 1
      ? own
      : { kind: 'every', range: own.range, quantifier: null, children: conditions };
  return {
    text,
    rule,
    ...compiler.fields,
    selections: selections as PlanSelection[],
    values: compiler.values,
    condition,
    logsource: logsourceOf(rule),
    readings,
    mapping,
    patterns: compiler.patterns,
  };
}

function shiftSelections(condition: PlanCondition, by: number): PlanCondition {
  if (by === 0) return condition;
  return foldCondition<PlanCondition>(condition, {
    selection: (selection, { range }) => ({ kind: 'selection', range, selection: selection + by }),
    not: (child, { range }) => ({ kind: 'not', range, children: [child] }),
    join: (children, _, node) => ({ ...node, children }),
  });
}

function logsourceOf(rule: Rule): PlanLogsource {
  const { product, category, service } = rule.logsource;
  return {
    ...(product ? { product: product.value } : {}),
    ...(category ? { category: category.value } : {}),
    ...(service ? { service: service.value } : {}),
  };
}

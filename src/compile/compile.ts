import type { Rule } from '../rule/ast';
import { readRule } from '../rule/read';
import { type Diagnostic, Diagnostics } from '../text/diagnostic';
import { compileConditions } from './compile-condition';
import { SelectionCompiler } from './compile-selection';
import type { Plan, PlanLogsource, PlanSelection } from './plan';

export interface CompileOptions {
  /** Values for `%name%` under `expand`; names without percent signs. */
  readonly placeholders?: Readonly<Record<string, readonly string[]>>;
}

export interface Compilation {
  /** Null where something stands in the way of a verdict; `diagnostics` say what. */
  readonly plan: Plan | null;
  /** The rule as read, even where it did not compile. */
  readonly rule: Rule | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Compiles the text of a Sigma rule. In: the text and the values of placeholders. Out: a plan for `evaluate` and
 * `explain`, and every problem found, in the order of the text. Never throws.
 */
export function compile(text: string, options: CompileOptions = {}): Compilation {
  const document = readRule(text);
  const diagnostics = new Diagnostics();
  diagnostics.all.push(...document.diagnostics);
  const plan = document.rule && compileRule(text, document.rule, options, diagnostics);
  const sorted = diagnostics.all.sort((a, b) => a.range.start - b.range.start);
  return { plan: diagnostics.hasErrors ? null : plan, rule: document.rule, diagnostics: sorted };
}

function compileRule(
  text: string,
  rule: Rule,
  options: CompileOptions,
  diagnostics: Diagnostics,
): Plan | null {
  const compiler = new SelectionCompiler(text, { placeholders: options.placeholders ?? {} }, diagnostics);
  const { selections: written, conditions } = rule.detection;
  const selections = written.map((selection, i) => compiler.selection(selection, i));
  const condition = compileConditions(text, conditions, written, diagnostics);
  if (!condition || selections.some((s) => s === null)) return null;
  return {
    text,
    rule,
    fields: compiler.fields,
    selections: selections as PlanSelection[],
    values: compiler.values,
    condition,
    logsource: logsourceOf(rule),
    backtracking: compiler.backtracking,
  };
}

function logsourceOf(rule: Rule): PlanLogsource {
  const { product, category, service } = rule.logsource;
  return {
    ...(product ? { product: product.value } : {}),
    ...(category ? { category: category.value } : {}),
    ...(service ? { service: service.value } : {}),
  };
}

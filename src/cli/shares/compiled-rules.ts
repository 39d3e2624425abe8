import { type AskedFields, askedFields } from '../../match';
import { type Collection, compileCollection, type PatternListener } from '../../rule';
import type { LastPattern, RuleInFile } from '../limited-rules';
import type { NamedText } from '../named-text';
import { blocks, problemLine } from '../terminal';
import type { RulesAsked, RulesRead } from './share';

/** All rules of a run, in the order of their texts. */
export interface CompiledRules {
  /** Also those without a verdict of their own: correlations count them. */
  readonly rules: readonly RuleInFile[];
  readonly read: RulesRead;
  /** For rules that correlations refer to, by position, which fields they ask for. */
  readonly asked: ReadonlyMap<number, AskedFields>;
}

/** Compiles the rules of a run. */
export function compileRules(asked: RulesAsked, pattern: LastPattern): CompiledRules {
  const rules: RuleInFile[] = [];
  const problems: string[] = [];
  const fields = new Map<number, AskedFields>();
  const correlating: { readonly text: number; readonly first: number }[] = [];
  for (const [i, file] of asked.rules.entries()) {
    const collection = compileText(file, asked, pattern.hear);
    for (const d of collection.diagnostics.filter(blocks)) problems.push(problemLine(file, d));
    const first = rules.length;
    for (const rule of collection.plans) rules.push({ rule, file });
    if (collection.correlations.length === 0) continue;
    correlating.push({ text: i, first });
    for (const [index, names] of askedFields(collection)) fields.set(first + index, names);
  }
  const facts = rules.map(({ rule: { id, title, level, ownVerdict } }) => ({ id, title, level, ownVerdict }));
  return { rules, read: { rules: facts, problems, correlating }, asked: fields };
}

/** Compiles one text of rules as a run reads it. */
export function compileText(
  { text }: NamedText,
  { mapping, spec }: Pick<RulesAsked, 'mapping' | 'spec'>,
  onPattern?: PatternListener,
): Collection {
  return compileCollection(text, { mapping, spec, ...(onPattern ? { onPattern } : {}) });
}

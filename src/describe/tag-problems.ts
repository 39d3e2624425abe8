import { RULE } from '../limits';
import type { Collection, RuleCode } from '../rule';
import { inOrder, limitProblems } from '../rule';
import type { Diagnostic } from '../text';
import { type AttackCode, attackCoverage } from './attack-coverage';

/** The diagnostics of a text, with those about the ATT&CK tags of its documents, in the order of the text. */
export function withTagProblems({
  documents,
  diagnostics,
}: Collection): readonly Diagnostic<RuleCode | AttackCode>[] {
  // No more than these are reported, and the last of them says so.
  if (diagnostics.length > RULE.problems.value) return diagnostics;
  const notes = documents.flatMap(({ meta }) => attackCoverage(meta.tags).notes);
  return notes.length === 0
    ? diagnostics
    : limitProblems(inOrder<RuleCode | AttackCode>([...diagnostics, ...notes]));
}

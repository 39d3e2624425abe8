import type { AttackCode } from '../../describe';
import type { RuleCode } from '../../rule';
import type { Diagnostic } from '../../text';
import type { CopiedCode } from '../restore/copied';
import { CHECKS, type CheckCode } from './all';
import { ATTACK_CARDS } from './cards/attack';
import { CONDITION_CARDS } from './cards/condition';
import { COPIED_CARDS } from './cards/copied';
import { CORRELATION_CARDS } from './cards/correlation';
import { DETECTION_CARDS } from './cards/detection';
import { DOCUMENT_CARDS } from './cards/documents';
import { YAML_CARDS } from './cards/yaml';
import type { Card, LintCards } from './check';

/**
 * Every code for a text of rules: from reading and compiling it, about its ATT&CK tags, about damage by copying, and
 * from the checks.
 */
export type LintCode = RuleCode | AttackCode | CopiedCode | CheckCode;

/** A problem, or something surprising, in a text of rules, whatever found it. */
export type LintDiagnostic = Diagnostic<LintCode>;

const TEXTS: LintCards<RuleCode | AttackCode | CopiedCode> = {
  ...YAML_CARDS,
  ...DOCUMENT_CARDS,
  ...DETECTION_CARDS,
  ...CONDITION_CARDS,
  ...CORRELATION_CARDS,
  ...ATTACK_CARDS,
  ...COPIED_CARDS,
};

/** The cards for reading, joining and compiling rules, and for tags. */
export const COMPILER_CARDS = Object.entries(TEXTS).map(
  ([id, text]) => ({ id, ...text }) as Card<RuleCode | AttackCode | CopiedCode>,
);

/** The cards of all codes, by code. */
export const CARDS: ReadonlyMap<string, Card<LintCode>> = new Map(
  [...COMPILER_CARDS, ...CHECKS].map((card) => [card.id, card]),
);

/** The card of a code. */
export function cardOf(code: LintCode): Card<LintCode> {
  return CARDS.get(code)!;
}

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

/** Everything that can be found in a text of rules: by reading and compiling it, in its ATT&CK tags, of what copying did to it, and by the checks. */
export type LintCode = RuleCode | AttackCode | CopiedCode | CheckCode;

/** Something that is wrong, or surprising, in a text of rules, whoever found it. */
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

/** The cards of what reading, joining and compiling rules finds, and of what there is to say about their tags. */
export const COMPILER_CARDS = Object.entries(TEXTS).map(
  ([id, text]) => ({ id, ...text }) as Card<RuleCode | AttackCode | CopiedCode>,
);

/** The cards of everything that can be found in a rule, by id. */
export const CARDS: ReadonlyMap<string, Card<LintCode>> = new Map(
  [...COMPILER_CARDS, ...CHECKS].map((card) => [card.id, card]),
);

/** What people read about a kind of problem. */
export function cardOf(code: LintCode): Card<LintCode> {
  return CARDS.get(code)!;
}

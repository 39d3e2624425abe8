import { CHECKS } from './all';
import { ATTACK_CARDS } from './cards/attack';
import { CONDITION_CARDS } from './cards/condition';
import { CORRELATION_CARDS } from './cards/correlation';
import { DETECTION_CARDS } from './cards/detection';
import { DOCUMENT_CARDS } from './cards/documents';
import { YAML_CARDS } from './cards/yaml';
import type { Card } from './check';

/** The cards of what reading, joining and compiling rules finds. */
export const COMPILER_CARDS: readonly Card[] = [
  ...YAML_CARDS,
  ...DOCUMENT_CARDS,
  ...DETECTION_CARDS,
  ...CONDITION_CARDS,
  ...CORRELATION_CARDS,
  ...ATTACK_CARDS,
];

/** The cards of everything that can be found in a rule, by id. */
export const CARDS: ReadonlyMap<string, Card> = new Map(
  [...COMPILER_CARDS, ...CHECKS].map((card) => [card.id, card]),
);

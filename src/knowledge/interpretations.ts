import type { Interpretation } from './interpretation';
import { CORRELATION_INTERPRETATIONS } from './interpretations-correlations';
import { RULE_INTERPRETATIONS } from './interpretations-rules';

const ROWS = [...RULE_INTERPRETATIONS, ...CORRELATION_INTERPRETATIONS] as const;

/** Every interpretation: those of rules, then those of correlations. */
export const INTERPRETATIONS: readonly Interpretation[] = ROWS;

/** The id of an interpretation. */
export type InterpretationId = (typeof ROWS)[number]['id'];

/** An interpretation with an alternative verdict for one event. */
export type EventReadingId = Extract<(typeof ROWS)[number], { computed: 'event' }>['id'];

/** An interpretation with an alternative result for a correlation. */
export type CorrelationReadingId = Extract<(typeof ROWS)[number], { computed: 'correlation' }>['id'];

/** An interpretation that can be read the other way. */
export type ReadingId = EventReadingId | CorrelationReadingId;

/** The interpretations to read the other way. Empty: everything as in semantics.md. */
export type Readings = Readonly<Partial<Record<ReadingId, 'other'>>>;

/** Everything as in semantics.md. */
export const AS_OURS: Readings = {};

const byId = new Map(INTERPRETATIONS.map((row) => [row.id, row]));

/** The interpretation with this id. */
export function interpretation(id: InterpretationId): Interpretation {
  return byId.get(id)!;
}

/** The interpretations with an alternative verdict for one event. */
export const EVENT_READINGS: readonly (Interpretation & { readonly id: EventReadingId })[] =
  RULE_INTERPRETATIONS.filter((row) => row.computed === 'event');

/** The interpretations with an alternative result for a correlation. */
export const CORRELATION_READINGS: readonly (Interpretation & { readonly id: CorrelationReadingId })[] =
  CORRELATION_INTERPRETATIONS.filter((row) => row.computed === 'correlation');

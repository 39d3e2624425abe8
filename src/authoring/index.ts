export type { AuthorAnswer, AuthorAsk, JsonForm } from './events/answer';
export { appendEvent } from './events/append-event';
export { author } from './events/author';
export type { Stamp } from './events/rule-text';
export { type Synthesis, synthesize } from './events/synthesize';
export type { Target } from './events/ways';
export { logsourcesOf } from './repair/logsource';
export { type Repair, repairs } from './repair/repair';
export { commandLineOf, type Variant, variantSteps } from './variants/variants';

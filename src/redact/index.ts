export type { Kind } from './entry';
export type { Left } from './left';
export {
  type RedactAsk,
  type Redaction,
  type Replaced,
  redact,
  redactSteps,
  redactTogetherSteps,
} from './redact';

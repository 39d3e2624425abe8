import { PAGE } from '../../src/limits';
import { shortened } from '../../src/text';
import type { Failure } from './wire';

/** What is known of a thread that ended by itself. */
export const GONE = 'The browser ended the engine, perhaps because memory ran out.';

/** A pattern as messages name it. */
export function named(pattern: string): string {
  return shortened(pattern, PAGE.patternNamed.value);
}

/** The message to the user when something that they asked for failed. */
export function failureWords(failure: Failure): string {
  switch (failure.why) {
    case 'no answer':
      return failure.at?.pattern
        ? `The pattern ${named(failure.at.pattern)} took too long and was stopped.`
        : 'The engine did not answer and was stopped.';
    case 'ended':
      return 'The engine was stopped before it could answer. Try again.';
    case 'gone':
      return `${GONE} Ask again.`;
    case 'died':
    case 'garbage':
      return 'The engine failed before it could answer. Try again.';
    case 'threw':
      return `The engine failed: ${failure.message}`;
  }
}

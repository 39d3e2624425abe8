import type { PaperAsk } from './ask';
import type { Paper } from './paper';
import { resultSteps } from './result';
import { rulePage } from './rule-page';

/** What is to be exported, whatever its form. Equal questions have equal answers. Yields to let others run. */
export function* paperSteps(ask: PaperAsk): Generator<void, Paper> {
  yield;
  return ask.what === 'result' ? yield* resultSteps(ask) : rulePage(ask);
}

import { type editor as api, type CancellationToken, languages } from 'monaco-editor/editor';
import { PAGE } from '../../src/limits';
import { breathe, Turns } from '../../src/turns';
import { EVENT_LANGUAGES } from './event-languages';
import { type Fold, foldsOf } from './folds';

const RULES = 'yaml';

/**
 * Has the stretches of a long text that can be folded found in steps. Monaco looks for them in one task, after each change;
 * short texts are left to it.
 */
export function foldInSteps(): void {
  languages.registerFoldingRangeProvider([RULES, ...EVENT_LANGUAGES], {
    provideFoldingRanges: (model, _, token) =>
      model.getLineCount() > PAGE.slicedLines.value ? longFolds(model, token) : null,
  });
}

async function longFolds(model: api.ITextModel, token: CancellationToken): Promise<Fold[]> {
  const isWanted = () => !token.isCancellationRequested && !model.isDisposed();
  const turns = new Turns(async () => (await breathe()) && isWanted());
  await breathe();
  const { tabSize } = model.getOptions();
  const rules = { tabSize, offSide: model.getLanguageId() === RULES, most: PAGE.folds.value };
  const found = isWanted() ? await turns.through(foldsOf(model, rules)) : null;
  // Without an answer Monaco would look itself, in one task: nobody waits for this one any more.
  return found?.value ?? new Promise(() => {});
}

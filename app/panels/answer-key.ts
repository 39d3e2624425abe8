/**
 * What an answer is kept under. Each run has answers of its own; but a question that `failed` stays failed whatever runs
 * after it, since the worker that is started after the failure runs everything again.
 */
export function answerKey(asked: string, run: number, failed: string): string {
  return asked === failed ? asked : `${run} ${asked}`;
}

import { Script } from 'node:vm';

/** The work did not end in the time that it had, and was stopped. */
export class OutOfTime extends Error {}

const WORK = Symbol.for('sigma-playground work');
const script = new Script(`globalThis[Symbol.for(${JSON.stringify(WORK.description)})]()`);

/**
 * Does `work` and gives its result; throws `OutOfTime` where it takes longer than so many milliseconds, and what `work` throws.
 * Stops whatever runs, the native engine for regular expressions too. What `work` was about to change may be half changed.
 */
export function withinTime<T>(milliseconds: number, work: () => T): T {
  const holder = globalThis as { [WORK]?: () => T };
  holder[WORK] = work;
  try {
    return script.runInThisContext({ timeout: milliseconds }) as T;
  } catch (error) {
    const isOut = (error as { code?: unknown }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
    throw isOut ? new OutOfTime() : error;
  } finally {
    delete holder[WORK];
  }
}

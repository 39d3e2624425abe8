import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { answers, client, goes, heard, question, settled } from './testing';

/** What was told, by kind. */
const kinds = () => heard.told.map((one) => (one as [string])[0]);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a thread that the browser ends', () => {
  test('is started again, once, with what it held', () => {
    const engine = client();
    engine.ask(question('r'));
    goes();
    expect(kinds()).toEqual(['run', 'run']);
    goes();
    expect(heard.told.at(-1)).toEqual(['loss', expect.stringContaining('The browser ended the engine')]);
    expect(heard.threads).toHaveLength(2);
  });

  test('and again, where a run came to its end in between', async () => {
    const engine = client();
    engine.ask(question('r'));
    goes();
    answers('run');
    await settled();
    goes();
    expect(kinds()).not.toContain('loss');
    expect(heard.threads).toHaveLength(3);
  });
});

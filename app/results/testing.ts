import { LIVE_PANELS, LiveEngine, type LiveSettings } from '../../src/live';
import type { RunQuestion } from '../workers/engine/client';
import type { RunMessage } from '../workers/engine/protocol';
import type { Message } from './run-state';

/*
 * Runs of the real engine for tests, as messages.
 */

/** What one run was asked, and what it answered. */
export interface RecordedRun {
  readonly run: number;
  readonly question: RunQuestion;
  readonly told: readonly Message[];
}

export const SETTINGS: LiveSettings = { ignoreLogsource: false, placeholders: {} };
/** Everything that a page can have on screen. */
export const SCREEN: RunQuestion['screen'] = {
  event: 0,
  visible: { start: 0, end: 1000 },
  open: LIVE_PANELS,
};

/** An engine that is asked one question after another, as when a user edits. */
export class Recorder {
  private messages: Message[] = [];
  private readonly engine = new LiveEngine((message) => {
    if (['beacon', 'doing', 'made', 'authored', 'done'].includes(message.kind)) return;
    this.messages.push({ kind: 'told', run: this.last, message: message as RunMessage });
  });

  /** `last`: the number of the last run of the engine before this one. */
  constructor(private last = 0) {}

  async asks(rule: string, events: string, more: Partial<RunQuestion> = {}): Promise<RecordedRun> {
    const question = { rule, events, settings: SETTINGS, screen: SCREEN, ...more };
    const run = ++this.last;
    this.messages = [];
    await this.engine.run(rule, events, question.settings, question.screen, async () => true);
    return { run, question, told: this.messages };
  }

  /** The answers to a request for another event, after the last run. */
  async looks(event: number): Promise<readonly Message[]> {
    this.messages = [];
    await this.engine.look({ ...SCREEN, event });
    return this.messages;
  }
}

/** The beginning of a run: the text was typed, and the run sent. */
export function beginning({ run, question }: RecordedRun, again = false): Message[] {
  return [
    { kind: 'typed', rule: question.rule },
    { kind: 'began', run, question, again },
  ];
}

/** All messages of an undisturbed run. */
export function whole(recorded: RecordedRun): Message[] {
  return [...beginning(recorded), ...recorded.told, { kind: 'ended', run: recorded.run, failure: null }];
}

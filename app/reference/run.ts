import type { LintDiagnostic } from '../../src/language';
import type { Trace } from '../../src/match';
import { EngineClient } from '../workers/engine/client';
import type { RunMessage } from '../workers/engine/protocol';
import engineAddress from '../workers/engine/worker?worker&url';
import { patience } from '../workers/patience';
import { startWorker } from '../workers/trusted';

/** What the engine says of a snippet. */
export interface Outcome {
  /** False until the run has ended; then all of the rest is of one run. */
  readonly isDone: boolean;
  /** True if the rule compiles, so that it has verdicts. */
  readonly isGood: boolean;
  readonly problems: readonly LintDiagnostic[];
  /** By event; null for one that cannot be read. */
  readonly traces: readonly (Trace | null)[];
  /** How often each correlation fires. */
  readonly fired: readonly { readonly title: string; readonly firings: number }[];
  /** Why there is no result. */
  readonly failure: string | null;
}

export const NO_OUTCOME: Outcome = {
  isDone: false,
  isGood: false,
  problems: [],
  traces: [],
  fired: [],
  failure: null,
};

export interface SnippetTexts {
  readonly rule: string;
  readonly events: string;
  readonly placeholders: Readonly<Record<string, readonly string[]>>;
  readonly fileName: string | null;
}

/** The most events of a snippet that are explained. */
const MOST = 20;

/**
 * An engine of its own for snippets, in a worker under the same watchdog as the page's: a snippet that hangs takes
 * nothing of the person's own work with it. `show` gets each run once it has ended.
 */
export class SnippetEngine {
  private outcome = NO_OUTCOME;
  private readonly client: EngineClient;

  constructor(private readonly show: (outcome: Outcome) => void) {
    this.client = new EngineClient({
      start: () => startWorker(engineAddress, 'sigma-reference'),
      patience: patience(2000, 10_000),
      onRun: () => {
        this.outcome = NO_OUTCOME;
      },
      onTold: (_, message) => {
        this.outcome = withMessage(this.outcome, message);
      },
      onEnd: (_, failure) => this.end(failure),
      onLoss: (loss) => {
        if (!loss) return;
        const why =
          'crash' in loss
            ? loss.crash
            : `This rule was stopped: ${loss.hang.what === null ? 'it' : `the pattern ${loss.hang.what}`} takes too long on these events.`;
        this.end(why);
      },
    });
  }

  /** Runs these texts and supersedes any that still run. */
  run({ rule, events, placeholders, fileName }: SnippetTexts): void {
    const also = Array.from({ length: MOST }, (_, i) => i);
    const settings = { ignoreLogsource: false, placeholders, ...(fileName ? { fileName } : {}) };
    this.client.ask({
      rule,
      events,
      settings,
      screen: { event: 0, visible: null, also, open: ['correlations'] },
    });
  }

  /** Ends the worker. */
  close(): void {
    this.client.close();
  }

  private end(failure: string | null): void {
    this.show({ ...this.outcome, isDone: true, failure });
  }
}

/** An outcome after a message of its run. */
function withMessage(outcome: Outcome, message: RunMessage): Outcome {
  switch (message.kind) {
    case 'rule':
      return { ...outcome, isGood: message.ok, problems: message.problems };
    case 'problems':
      return { ...outcome, problems: message.problems };
    case 'events':
      return {
        ...outcome,
        traces: Array.from({ length: Math.min(MOST, message.total) }, () => null),
      };
    case 'trace':
      return message.event < outcome.traces.length
        ? { ...outcome, traces: outcome.traces.with(message.event, message.trace) }
        : outcome;
    case 'correlations':
      return {
        ...outcome,
        fired: message.reports.map(({ title, firings }) => ({ title, firings: firings.length })),
      };
    default:
      return outcome;
  }
}

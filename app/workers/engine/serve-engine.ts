import { LiveEngine, type LiveMessage } from '../../../src/live';
import { type Scope, type Server, SUPERSEDED, serve } from '../serve';
import { parcelled } from './parcels';
import type { EngineBeacon, EngineRequests, RunNews } from './protocol';

/**
 * Answers the page's requests with an engine of its own. Thin: it keeps the newest events' text and passes requests to
 * the engine. `clock` gives the engine's milliseconds; see `LiveEngine`.
 */
export function serveEngine(scope: Scope, clock?: () => number): void {
  /** The number of the newest run's request. */
  let run = 0;
  let events = '';
  /** The engine's answers to questions, by question. */
  const answers = new Map<object, unknown>();
  const reports = new Reports(
    () => server,
    () => run,
    answers,
  );
  const engine = new LiveEngine((message) => reports.take(message), clock);

  const server = serve<EngineRequests, EngineBeacon>(scope, {
    run: async (asked, { number, turn }) => {
      run = number;
      events = asked.events ?? events;
      let wanted = true;
      await engine.run(asked.rule, events, asked.settings, asked.screen, async () => {
        wanted = await turn();
        return wanted;
      });
      return wanted ? null : SUPERSEDED;
    },
    look: async (screen, { turn }) => {
      await engine.look(screen, ofThisRun(turn));
      return null;
    },
    variants: async ({ event }, { turn }) => {
      await engine.vary(event, ofThisRun(turn));
      return null;
    },
    seen: (question) => engine.seen(question),
    make: (target) => {
      engine.make(target);
      return answerTo(target);
    },
    author: async (ask, { turn }) => {
      await engine.author(ask, ofThisRun(turn));
      return answerTo(ask);
    },
    redact: async (ask, { turn }) => (await engine.redact(ask, turn)) ?? SUPERSEDED,
    paper: async (ask, { turn }) => (await engine.paper(ask, turn)) ?? SUPERSEDED,
    try: async (ask, { turn }) => (await engine.try(ask, turn)) ?? SUPERSEDED,
  });

  /** Work for a run is no longer wanted once another has begun. */
  function ofThisRun(turn: () => Promise<boolean>): () => Promise<boolean> {
    const asked = run;
    return async () => (await turn()) && asked === run;
  }

  /** Null if the engine has given none. */
  function answerTo<T>(asked: object): T | null {
    const answer = answers.get(asked);
    answers.delete(asked);
    return (answer as T | undefined) ?? null;
  }
}

/** Passes on what the engine says. */
class Reports {
  /** The pattern that was reported last, and what is done. */
  private pattern: Pick<EngineBeacon, 'pattern' | 'range' | 'isSure'> = { pattern: null };
  private doing: Pick<EngineBeacon, 'doing' | 'event'> = {};

  constructor(
    private readonly server: () => Server<EngineBeacon>,
    private readonly run: () => number,
    private readonly answers: Map<object, unknown>,
  ) {}

  take(message: LiveMessage): void {
    switch (message.kind) {
      case 'made':
        this.answers.set(message.target, message.synthesis);
        return;
      case 'authored':
        this.answers.set(message.ask, message.answer);
        return;
      case 'beacon':
        this.pattern = { pattern: message.what, range: message.range, isSure: message.isSure };
        this.server().at({ ...this.pattern, ...this.doing });
        return;
      case 'doing':
        this.doing = { doing: message.doing, event: message.event };
        this.server().at(message.runs ? { ...this.pattern, ...this.doing } : { pattern: null });
        return;
      case 'done':
        return;
      default:
        for (const part of parcelled(message))
          this.server().news({ run: this.run(), message: part } satisfies RunNews, moved(message));
    }
  }
}

/** The columns of a batch of verdicts are transferred to the page, not copied. */
function moved(message: LiveMessage): Transferable[] {
  if (message.kind !== 'verdicts') return [];
  const { starts, ends, codes, source } = message.verdicts;
  return [...new Set([starts.buffer, ends.buffer, codes.buffer, source.buffer])] as ArrayBuffer[];
}

import { LiveEngine, type LiveMessage } from '../../../src/live';
import { type Server, SUPERSEDED, serve } from '../serve';
import type { EngineBeacon, EngineRequests, RunNews } from './protocol';

/*
 * The engine's worker. Thin: it keeps the newest events' text and passes requests to the engine.
 */

let server: Server<EngineBeacon>;
/** The number of the newest run's request. */
let run = 0;
let events = '';
/** The engine's answers to questions, by question. */
const answers = new Map<object, unknown>();
/** The pattern that was reported last, and what is done. */
let pattern: Pick<EngineBeacon, 'pattern' | 'range' | 'isSure'> = { pattern: null };
let doing: Pick<EngineBeacon, 'doing' | 'event'> = {};

const engine = new LiveEngine((message) => {
  switch (message.kind) {
    case 'made':
      answers.set(message.target, message.synthesis);
      return;
    case 'authored':
      answers.set(message.ask, message.answer);
      return;
    case 'beacon':
      pattern = { pattern: message.what, range: message.range, isSure: message.isSure };
      server.at({ ...pattern, ...doing });
      return;
    case 'doing':
      doing = { doing: message.doing, event: message.event };
      server.at(message.runs ? { ...pattern, ...doing } : { pattern: null });
      return;
    case 'done':
      return;
    default:
      server.news({ run, message } satisfies RunNews, moved(message));
  }
});

server = serve<EngineRequests, EngineBeacon>(self, {
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
  author: async (ask) => {
    await engine.author(ask);
    return answerTo(ask);
  },
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

/** The columns of a batch of verdicts are transferred to the page, not copied. */
function moved(message: LiveMessage): Transferable[] {
  if (message.kind !== 'verdicts') return [];
  const { starts, ends, codes, source } = message.verdicts;
  return [...new Set([starts.buffer, ends.buffer, codes.buffer, source.buffer])] as ArrayBuffer[];
}

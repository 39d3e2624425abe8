import { LiveEngine } from '../../../src/live';
import { breathe, Every } from '../../../src/turns';
import type { Request, Response } from './protocol';

/*
 * The engine's thread. Thin: it keeps the newest texts, drives one run at a time, and lets messages in between its pieces.
 */

const engine = new LiveEngine((body) => post({ ...body, run: current } as Response));
let current = 0;
let superseded = 0;
let events = '';
const signs = new Every(250);

self.onmessage = ({ data }: MessageEvent<Request>) => {
  if (data.kind === 'run') void run(data);
  else if (data.kind === 'supersede') superseded = Math.max(superseded, data.run);
  else if (data.kind === 'seen') post({ kind: 'seen', ask: data.ask, values: engine.seen(data.question) });
  else if (data.run !== current) return;
  else if (data.kind === 'make') engine.make(data.target);
  else void ask(data).catch(reportError);
};

function ask(request: Extract<Request, { kind: 'author' | 'look' | 'variants' }>): Promise<void> {
  const turn = () => stillCurrent(request.run);
  if (request.kind === 'author') return engine.author(request.ask);
  if (request.kind === 'look') return engine.look(request.look, turn);
  return engine.vary(request.event, turn);
}

async function run(request: Extract<Request, { kind: 'run' }>): Promise<void> {
  current = request.run;
  events = request.events ?? events;
  try {
    await engine.run(request.rule, events, request.settings, request.look, () => stillWanted(request.run));
  } catch (error) {
    post({
      kind: 'failed',
      run: request.run,
      message: error instanceof Error ? error.message : String(error),
    });
  }
  post({ kind: 'idle', run: request.run });
}

/** Lets waiting messages in, shows the watchdog that the run goes on, and tells whether it is still the newest. */
async function stillWanted(run: number): Promise<boolean> {
  if (signs.isDue()) post({ kind: 'alive', run });
  await breathe();
  return superseded < run;
}

/** Lets waiting messages in, and tells whether no newer run has begun with them. */
async function stillCurrent(run: number): Promise<boolean> {
  await breathe();
  return current === run && superseded < run;
}

function post(response: Response): void {
  self.postMessage(response, transferables(response));
}

/** The columns of a piece of verdicts move to the page instead of being copied. */
function transferables(response: Response): Transferable[] {
  if (response.kind !== 'verdicts') return [];
  const { starts, ends, codes, source } = response.verdicts;
  return [...new Set([starts.buffer, ends.buffer, codes.buffer, source.buffer])] as ArrayBuffer[];
}

post({ kind: 'ready' });

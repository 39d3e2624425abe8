import type { Question, RuleFile } from '../../../src/catalog';
import { CatalogEngine, type RunEnd } from '../../../src/catalog';
import { breathe, Every } from '../../../src/turns';
import { keep, readKept, removeKept } from './kept';
import { ruleFilesIn } from './opened-files';
import type { CatalogInfo, Compiling, Job, Request, Response } from './protocol';

/*
 * The catalog's thread. Thin: it does one job at a time, lets messages in between its pieces, and keeps the texts in the
 * browser's database.
 */

const engine = new CatalogEngine((message) => post({ ...message, job: current }), breathe);
/** What the catalog is called, and whether it is kept. */
type Told = Pick<CatalogInfo, 'name' | 'kept'>;

let told: Told = { name: '', kept: false };
let current = 0;
let cancelled = 0;
let events = '';
const signs = new Every(250);

self.onmessage = ({ data }: MessageEvent<Request>) => {
  if (data.kind === 'start') void start(data.job, data.what);
  else if (data.kind === 'cancel') cancelled = data.job;
  else void answer(data.number, data.question);
};

async function answer(number: number, question: Question): Promise<void> {
  try {
    post({ kind: 'answer', number, answer: await engine.answer(question) });
  } catch (error) {
    // Whoever asked goes on without; the browser tells the developer.
    post({ kind: 'answer', number, answer: null });
    throw error;
  }
}

async function start(job: number, what: Job): Promise<void> {
  current = job;
  try {
    const end = await work(job, what);
    post({
      kind: 'ended',
      job,
      how: end === 'cancelled' ? end : 'done',
      run: typeof end === 'object' ? end : null,
    });
  } catch (error) {
    post({ kind: 'failed', job, message: error instanceof Error ? error.message : String(error) });
  }
}

async function work(job: number, what: Job): Promise<RunEnd | 'done' | 'cancelled'> {
  const alive = () => stillWanted(job);
  switch (what.kind) {
    case 'run': {
      events = what.events ?? events;
      return (await engine.run(events, what, alive)) ?? 'cancelled';
    }
    case 'open': {
      const kept = await readKept();
      if (!kept) return 'done';
      const files: readonly RuleFile[] = kept.files;
      const source = { total: files.length, files: () => files };
      if (!(await engine.load(source, alive, options(what.compiling)))) return 'cancelled';
      tell(job, { name: kept.name, kept: true }, what.compiling);
      return 'done';
    }
    case 'load': {
      const source = await ruleFilesIn(what.files);
      if (!(await engine.load(source, alive, options(what.compiling)))) return 'cancelled';
      const kept = await keep({ name: what.name, files: engine.files });
      tell(job, { name: what.name, kept }, what.compiling);
      return 'done';
    }
    case 'again': {
      const { files } = engine;
      const source = { total: files.length, files: () => files };
      if (!(await engine.load(source, alive, options(what.compiling)))) return 'cancelled';
      tell(job, told, what.compiling);
      return 'done';
    }
    case 'remove': {
      if (!(await removeKept())) throw new Error('The browser did not let the page remove the catalog.');
      engine.clear();
      post({ kind: 'catalog', job, catalog: null });
      return 'done';
    }
  }
}

function options({ placeholders, leaveOut }: Compiling) {
  return { placeholders, leaveOut: new Set(leaveOut) };
}

function tell(job: number, what: Told, { placeholders: values }: Compiling): void {
  told = what;
  const { rules, broken, files } = engine;
  const placeholders = Object.fromEntries(
    [...engine.placeholders].map((name) => [name, Object.hasOwn(values, name) ? values[name]! : []]),
  );
  post({ kind: 'catalog', job, catalog: { ...what, files: files.length, rules, broken, placeholders } });
}

/** Lets waiting messages in, shows the watchdog that the job goes on, and tells whether it is still wanted. */
async function stillWanted(job: number): Promise<boolean> {
  if (signs.isDue()) post({ kind: 'alive' });
  await breathe();
  return cancelled !== job;
}

function post(response: Response): void {
  const moved = response.kind === 'hits' ? [response.rules.buffer, response.events.buffer] : [];
  self.postMessage(response, moved);
}

post({ kind: 'ready' });

import type { RuleFile } from '../../../src/catalog';
import { CatalogEngine, type RunEnd } from '../../../src/catalog';
import { own } from '../../../src/text';
import { breathe } from '../../../src/turns';
import { type Server, SUPERSEDED, serve, type Task } from '../serve';
import { keep, readKept, removeKept } from './kept';
import { ruleFilesIn } from './opened-files';
import type { CatalogBeacon, CatalogInfo, CatalogRequests, Compiling, Job, JobMessage } from './protocol';

/*
 * The catalog's worker. Thin: it does one job at a time, lets messages in between pieces of work, and saves the texts
 * in the browser's database.
 */

type JobTask = Task<JobMessage>;

/** The catalog's name, and whether it is saved. */
type KnownAs = Pick<CatalogInfo, 'name' | 'kept'>;

let server: Server<CatalogBeacon>;
/** The current job. */
let job: JobTask | null = null;
let knownAs: KnownAs = { name: '', kept: false };
/** What the rules were compiled with. */
let compiled: Compiling = { placeholders: {}, leaveOut: [], leftOut: [] };
let events = '';

const engine = new CatalogEngine((message) => {
  if (message.kind === 'beacon') {
    const { kind, ...at } = message;
    server.at({ ...at, isSmall: at.rule !== undefined });
  } else job?.tell(message, message.kind === 'hits' ? [message.rules.buffer, message.events.buffer] : []);
}, breathe);

server = serve<CatalogRequests, CatalogBeacon>(self, {
  job: async (what, task) => {
    job = task;
    return work(what, task);
  },
  question: (question) => engine.answer(question),
  pack: () => {
    const { files, rules, positionsLeftOut } = engine;
    if (rules.length === 0) return null;
    const json = JSON.stringify(files.map(({ path, text }) => [path, text]));
    return { files: new Blob([json]), compiling: compiled, leftOut: positionsLeftOut };
  },
});

async function work(what: Job, task: JobTask): Promise<RunEnd | null | typeof SUPERSEDED> {
  const { turn } = task;
  switch (what.kind) {
    case 'run': {
      events = what.events ?? events;
      return (await engine.run(events, what, turn)) ?? SUPERSEDED;
    }
    case 'open': {
      const kept = await readKept();
      if (!kept) return null;
      const files: readonly RuleFile[] = kept.files;
      const source = { total: files.length, files: () => files };
      if (!(await engine.load(source, turn, options(what.compiling)))) return SUPERSEDED;
      tell(task, { name: kept.name, kept: true }, what.compiling);
      return null;
    }
    case 'load': {
      const source = await ruleFilesIn(what.files);
      if (!(await engine.load(source, turn, options(what.compiling)))) return SUPERSEDED;
      const kept = await keep({ name: what.name, files: engine.files });
      tell(task, { name: what.name, kept }, what.compiling);
      return null;
    }
    case 'again': {
      const { files } = engine;
      const source = { total: files.length, files: () => files };
      if (!(await engine.load(source, turn, options(what.compiling)))) return SUPERSEDED;
      tell(task, knownAs, what.compiling);
      return null;
    }
    case 'remove': {
      if (!(await removeKept())) throw new Error('The browser did not let the page remove the catalog.');
      engine.clear();
      task.tell({ kind: 'catalog', catalog: null });
      return null;
    }
  }
}

function options({ placeholders, spec, leaveOut, leftOut }: Compiling) {
  return { placeholders, ...(spec ? { spec } : {}), leaveOut: new Set(leaveOut), leftOut };
}

function tell(task: JobTask, what: KnownAs, compiling: Compiling): void {
  const { placeholders: values, spec } = compiling;
  knownAs = what;
  compiled = compiling;
  const { rules, broken, files } = engine;
  const placeholders = Object.fromEntries(
    [...engine.placeholders].map((name) => [name, own(values, name) ?? []]),
  );
  const catalog = { ...what, files: files.length, rules, broken, placeholders, spec };
  task.tell({ kind: 'catalog', catalog });
}

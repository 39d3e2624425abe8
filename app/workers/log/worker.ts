import { LargeLog, LogFiles, LostFile } from '../../../src/log';
import { breathe } from '../../../src/turns';
import { SUPERSEDED, serve, type Task } from '../serve';
import type { Beacon } from '../wire';
import type { LogRequests, LogWork, ToldState } from './protocol';

/*
 * The worker of one large log. Thin: requests wait until the file is open, and messages come in between pieces of work.
 */

type WorkTask = Task<ToldState>;
type WorkEnd = null | typeof SUPERSEDED;

/** The log, once its file is open. */
let log: Promise<LargeLog> | null = null;
interface Work {
  readonly task: WorkTask;
  readonly end: (how: WorkEnd) => void;
}

/** The newest work; it also receives the states of all work before it. */
let newest: Work | null = null;
let isAtRest = false;
let toldProblems = -1;
/** The pattern that the log's work is running, as far as known. */
let pattern: Beacon = { pattern: null };

const server = serve<LogRequests>(self, {
  open: (asked, task) => {
    log = Promise.resolve(open(asked));
    return work(task, (opened) => {
      const { before } = asked;
      if (!before) opened.begin();
      else {
        opened.search(before.search);
        opened.show(before.view);
      }
    });
  },
  evaluate: (question, task) => {
    pattern = { pattern: null };
    return work(task, (opened) => opened.ask(question));
  },
  search: (search, task) => work(task, (opened) => opened.search(search)),
  show: (view, task) => work(task, (opened) => opened.show(view)),
  stop: (_, task) => work(task, (opened) => opened.stop()),
  begin: (_, task) => work(task, (opened) => opened.begin()),
  rows: async ({ from, to, chosen }) => {
    sayPattern();
    const opened = await openLog();
    const chosenAt = chosen < 0 ? -1 : opened.placeOf(chosen);
    return { rows: await opened.rows(from, to), chosenAt };
  },
  event: async (asked) => {
    sayPattern();
    const opened = await openLog();
    const event = 'place' in asked ? opened.eventAt(asked.place) : opened.knownEvent(asked.number);
    if (event === null) return null;
    try {
      return { event, file: opened.fileOf(event), text: await opened.eventText(event) };
    } catch (error) {
      if (error instanceof LostFile) return { lost: error.loss };
      throw error;
    }
  },
  match: async ({ place, step }) => {
    sayPattern();
    return (await openLog()).nextMatch(place, step);
  },
  noise: async () => (await openLog()).noise(),
  leaveOut: async (unwanted) => (await openLog()).leaveOut(unwanted),
  stretches: async () => {
    sayPattern();
    return (await openLog()).stretches();
  },
  times: async ({ first, count }) => {
    sayPattern();
    return (await openLog()).timesOf(first, count);
  },
});

function open({ files, format, isCareful }: LogWork['open']['asks']): LargeLog {
  return new LargeLog(new LogFiles(files, format), {
    report: ({ problems, ...state }) => {
      const isNew = state.problemCount !== toldProblems;
      toldProblems = state.problemCount;
      newest?.task.tell({ ...state, problems: isNew ? problems : null });
      isAtRest = state.phase === 'ready' || state.stopped || state.failure !== null;
      rest();
    },
    turn,
    clock: () => performance.now(),
    isCareful,
    beacon: (runs, isSure) => {
      pattern = { pattern: runs, isSure };
      sayPattern();
    },
  });
}

async function turn(): Promise<boolean> {
  await (newest ? newest.task.turn() : breathe());
  return true;
}

/** A question is only an interruption: the log's work goes on between its parts, with the pattern that it was at. */
function sayPattern(): void {
  if (newest && pattern.pattern !== null) server.at(pattern, newest.task.number);
}

function openLog(): Promise<LargeLog> {
  return log ?? Promise.reject(new Error('No file is open.'));
}

/** Starts work on the log. Ends when the log is at rest. */
async function work(task: WorkTask, begin: (opened: LargeLog) => void): Promise<WorkEnd> {
  const opened = await openLog();
  return new Promise((end) => {
    newest?.end(SUPERSEDED);
    newest = { task, end };
    sayPattern();
    begin(opened);
    rest();
  });
}

function rest(): void {
  if (!isAtRest || !newest) return;
  newest.end(null);
  newest = null;
}

import { EvtxSource, LargeLog, TextSource } from '../../../src/log';
import { breathe, Every } from '../../../src/turns';
import type { AnswerKind, Answers, Request, Response } from './protocol';

/*
 * The thread of one large log. Thin: what it is asked before the file is open waits, and messages come in between pieces.
 */

let log: LargeLog | null = null;
const waiting: Request[] = [];
let toldProblems = -1;
const signs = new Every(250);

self.onmessage = ({ data }: MessageEvent<Request>) => {
  if (data.kind === 'open')
    void open(data).catch((error: unknown) => post({ kind: 'failed', message: String(error) }));
  else if (log) hear(log, data);
  else waiting.push(data);
};

async function open({ file, isEvtx, format }: Extract<Request, { kind: 'open' }>): Promise<void> {
  const source = isEvtx ? await EvtxSource.open(file) : await TextSource.open(file, format);
  const opened = new LargeLog(
    source,
    {
      report: ({ problems, ...state }) => {
        const isNew = state.problemCount !== toldProblems;
        toldProblems = state.problemCount;
        post({ kind: 'state', state: { ...state, problems: isNew ? problems : null } });
      },
      turn,
      clock: () => performance.now(),
      beacon: (what) => post({ kind: 'beacon', what }),
    },
    isEvtx ? undefined : format,
  );
  log = opened;
  for (const request of waiting) hear(opened, request);
  opened.begin();
}

function hear(opened: LargeLog, request: Request): void {
  switch (request.kind) {
    case 'open':
      return;
    case 'ask':
      opened.ask(request.question);
      return;
    case 'search':
      opened.search(request.search);
      return;
    case 'show':
      opened.show(request.view);
      return;
    case 'stop':
      opened.stop();
      return;
    case 'begin':
      opened.begin();
      return;
    case 'rows': {
      const { number, from, to, chosen } = request;
      const chosenAt = chosen < 0 ? -1 : opened.placeOf(chosen);
      void answer<'rows'>(
        number,
        opened.rows(from, to).then((rows) => ({ rows, chosenAt })),
      );
      return;
    }
    case 'event':
      void answer<'event'>(request.number, eventAt(opened, request.place));
      return;
    case 'match':
      void answer<'match'>(request.number, Promise.resolve(opened.nextMatch(request.place, request.step)));
  }
}

async function eventAt(opened: LargeLog, place: number): Promise<Answers['event']['gives']> {
  const event = opened.eventAt(place);
  return event === null ? null : { event, text: await opened.eventText(event) };
}

async function answer<K extends AnswerKind>(
  number: number,
  given: Promise<Answers[K]['gives']>,
): Promise<void> {
  try {
    post({ kind: 'answer', number, answer: await given });
  } catch {
    // The file was changed or is gone: the log itself says so when it reads on.
    post({ kind: 'answer', number, answer: undefined });
  }
}

function turn(): Promise<boolean> {
  if (signs.isDue()) post({ kind: 'alive' });
  return breathe();
}

function post(response: Response): void {
  self.postMessage(response);
}

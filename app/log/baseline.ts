import { VERDICTS } from '../../src/match';
import { isSameForEngine, liveSettings } from '../state/fields';
import { session } from '../state/session';
import { forget, save } from '../state/storage';
import { count } from '../ui/count';
import { notify } from '../ui/notices';
import { isLog } from '../workers/evtx/open-log';
import { LogClient } from '../workers/log/client';
import logAddress from '../workers/log/worker?worker&url';
import { patience } from '../workers/patience';
import { startWorker } from '../workers/trusted';
import { type BaselineFile, forgetFile, keepFile, keptFile } from './baseline-kept';
import { BASELINE, type Baseline, baseline, fitsBaseline } from './baseline-state';
import { openLargeLog } from './store';
import { lossWords } from './store-words';

/** A piece of a file may take long on a slow machine. */
const PATIENCE = 120_000;
const PATTERN_PATIENCE = 5000;
/** Milliseconds without a change after which the rule is tried on the baseline: it may be long. */
const REST = 300;

let current: BaselineFile | null = null;
let stop = () => {};

/** Takes a file as the baseline, in place of an earlier one. */
export async function setBaseline(file: Blob, name: string): Promise<void> {
  const isEvtx = await isLog(new File([file], name));
  const one = { file, name, isEvtx };
  const isKept = fitsBaseline(file.size) && (await keepFile(one)) && save(BASELINE, name) === 'kept';
  if (!isKept) {
    forget(BASELINE);
    await forgetFile();
    notify({
      key: 'baseline',
      text: `${name} is the baseline until the page is closed: ${fitsBaseline(file.size) ? 'the browser does not keep it' : 'it is too large to be kept'}.`,
      for: 12_000,
    });
  }
  begin(one, isKept);
}

/** Takes up the baseline that is kept. */
export async function takeUp(): Promise<void> {
  const one = await keptFile();
  if (one) begin(one, true);
  else forget(BASELINE);
}

/** There is no baseline any more; the notice brings it back. */
export async function removeBaseline(): Promise<void> {
  const was = current;
  end();
  forget(BASELINE);
  await forgetFile();
  if (!was) return;
  notify({
    key: 'baseline',
    text: `${was.name} is no baseline any more.`,
    for: 12_000,
    action: { label: 'Undo', run: () => void setBaseline(was.file, was.name) },
  });
}

/** Shows the events of the baseline that match, as a log. */
export function showHits(): void {
  if (!current) return;
  openLargeLog([current], current.name, {
    verdicts: [VERDICTS.indexOf('match')],
    selection: null,
    order: 'file',
  });
}

function begin(one: BaselineFile, isKept: boolean, isCareful = false): void {
  end();
  current = one;
  const { file, name } = one;
  const change = (part: Partial<Baseline>) => {
    const { now } = baseline.getState();
    if (now && current === one) baseline.setState({ now: { ...now, ...part } });
  };
  baseline.setState({
    now: { name, bytes: file.size, isKept, events: 0, hits: 0, isDone: false, rule: '', loss: null },
  });
  const client = new LogClient({
    start: () => startWorker(logAddress, 'baseline'),
    patience: patience(PATTERN_PATIENCE, PATIENCE),
    onState: ({ events, tally, phase, rule }) =>
      change({
        events,
        rule,
        hits: tally[VERDICTS.indexOf('match')] ?? 0,
        isDone: phase === 'ready' || phase === 'searching',
      }),
    onLoss: (loss) => {
      if (current !== one) return;
      if ('what' in loss && !loss.isSure && !isCareful) begin(one, isKept, true);
      else change({ loss: lossWords(loss, 'the baseline'), isDone: false });
    },
  });
  const ask = () => {
    const { rule, document, settings } = session.getState();
    void client.work('evaluate', { rule, document, settings: liveSettings(settings) });
  };
  void client.work('open', { files: [one], format: undefined, isCareful, before: null });
  ask();
  let timer = 0;
  const unsubscribe = session.subscribe((now, old) => {
    const isSame =
      now.rule === old.rule && now.document === old.document && isSameForEngine(now.settings, old.settings);
    if (isSame) return;
    change({ isDone: false });
    clearTimeout(timer);
    // A worker that was lost is started again with the next rule.
    timer = window.setTimeout(() => (baseline.getState().now?.loss ? begin(one, isKept) : ask()), REST);
  });
  stop = () => {
    clearTimeout(timer);
    unsubscribe();
    client.close();
  };
}

function end(): void {
  stop();
  stop = () => {};
  current = null;
  baseline.setState({ now: null });
}

/** `3 hits in 12,000 events`. */
export function hitWords({ hits, events }: Pick<Baseline, 'hits' | 'events'>): string {
  return `${count(hits, 'hit')} in ${count(events, 'event')}`;
}

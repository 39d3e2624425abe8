import type { WorkerThread } from '../watching';
import type { FromWorker, ToWorker } from '../wire';

/** A worker whose messages are scripted by the test. */
export class FakeThread implements WorkerThread {
  readonly heard: ToWorker[] = [];
  isEnded = false;
  onmessage: WorkerThread['onmessage'] = null;
  onerror: WorkerThread['onerror'] = null;
  onmessageerror: WorkerThread['onmessageerror'] = null;

  postMessage(message: ToWorker): void {
    this.heard.push(message);
  }
  terminate(): void {
    this.isEnded = true;
  }
  /** Sends `data`, which need not be a message at all. */
  says(data: FromWorker | unknown): void {
    this.onmessage?.({ data } as MessageEvent<FromWorker>);
  }
  dies(message: string): void {
    this.onerror?.({ message } as ErrorEvent);
  }
  /** What it was asked, by number. */
  get asked(): { readonly number: number; readonly what: string; readonly asks: unknown }[] {
    return this.heard.flatMap((m) =>
      m.kind === 'ask' ? [{ number: m.number, what: m.what, asks: m.asks }] : [],
    );
  }
  /** The numbers of the requests that are no longer wanted. */
  get cancelled(): number[] {
    return this.heard.flatMap((m) => (m.kind === 'cancel' ? [m.number] : []));
  }
}

import { expect, type Page } from '@playwright/test';

/*
 * The threads of a page, kept so that a test can end one as the browser may: without the page knowing.
 */

type Threads = { threads: { name: string; worker: Worker; lives: boolean; asked: string[] }[] };

/** Keeps each worker that the page starts; for `addInitScript`. */
export function holdThreads(): void {
  const holder = globalThis as unknown as Threads;
  holder.threads = [];
  const Original = Worker;
  globalThis.Worker = class extends Original {
    private readonly kept;

    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.kept = { name: options?.name ?? '', worker: this as Worker, lives: false, asked: [] as string[] };
      holder.threads.push(this.kept);
      // From then on the page notices when it ends.
      this.addEventListener('message', ({ data }) => {
        if (data?.kind === 'life') this.kept.lives = true;
      });
    }

    override postMessage(message: unknown, ...rest: unknown[]): void {
      const { what } = message as { what?: string };
      if (what) this.kept.asked.push(what);
      super.postMessage(message, ...(rest as []));
    }
  };
}

/** Ends the newest thread of a name once it has been asked so often; waits until it has. */
export async function endThread(page: Page, name: string, what: string, times: number): Promise<void> {
  await page.waitForFunction(
    ([of, asked, often]) => {
      const { threads } = globalThis as unknown as Threads;
      const thread = threads.findLast((one) => one.name === of && one.lives);
      if (!thread || thread.asked.filter((one) => one === asked).length < often) return false;
      thread.worker.terminate();
      return true;
    },
    [name, what, times] as const,
    { polling: 5 },
  );
}

/** How many threads of a name were started so far. */
export async function expectStarted(page: Page, name: string, count: number): Promise<void> {
  const started = () =>
    page.evaluate(
      (of) => (globalThis as unknown as Threads).threads.filter((one) => one.name === of).length,
      name,
    );
  await expect.poll(started).toBe(count);
}

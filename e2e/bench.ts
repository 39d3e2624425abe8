import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { sysmonLines } from '../src/cli/bench/events';
import { catalogLoading } from './bench-catalog';
import { report, withPage } from './bench-page';

/*
 * The page's part of `npm run bench`, over the built page in real Chromium: how long from a keystroke in the rule to its
 * marks being painted, how long the main thread is ever busy while typing, how much script the first paint needs, and how long the released rules take to load.
 */

const EVENTS = 200;
const KEYSTROKES = 80;
const RULE = `title: Typing
logsource:
    product: windows
    category: process_creation
detection:
    selection:
        Image|contains: 'windows'
        CommandLine|contains: 'e'
    condition: selection
`;

/** Characters that keep matching: every keystroke changes which characters are marked. */
const TYPED = 'x';

/** Gzipped size of the scripts that the page itself names: what runs before the first useful paint. */
function firstScript(): boolean {
  const page = readFileSync('dist/index.html', 'utf8');
  const named = readdirSync('dist/assets').filter((file) => file.endsWith('.js') && page.includes(file));
  const bytes = named.reduce((sum, file) => sum + gzipSync(readFileSync(`dist/assets/${file}`)).length, 0);
  return report('script before the first useful paint, kB gzip', bytes / 1000, 200, { files: named.length });
}

function typing(): Promise<boolean> {
  return withPage(async (playground) => {
    const { page } = playground;
    await playground.paste('Events', sysmonLines(EVENTS).join('\n'));
    await playground.paste('Rule', RULE);
    await page.waitForTimeout(1500);
    // The caret goes behind the value of CommandLine; each key then adds to it or takes it away again.
    await page.evaluate((offset) => {
      const { editor } = (
        globalThis as unknown as {
          monaco: {
            editor: {
              getEditors(): {
                getModel(): { getLanguageId(): string; getPositionAt(o: number): unknown };
                setPosition(p: unknown): void;
                focus(): void;
              }[];
            };
          };
        }
      ).monaco;
      const rule = editor.getEditors().find((e) => e.getModel().getLanguageId() === 'yaml')!;
      rule.setPosition(rule.getModel().getPositionAt(offset));
      rule.focus();
    }, RULE.indexOf("'e'") + 2);
    await page.evaluate(() => {
      const times: number[] = [];
      const long: number[] = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) long.push(entry.duration);
      }).observe({ type: 'longtask' });
      const shape = () =>
        [...document.querySelectorAll('.monaco-editor .cdr[class*="mark"]')]
          .map((m) => (m as HTMLElement).style.cssText)
          .join();
      let since = 0;
      let before = '';
      addEventListener(
        'keydown',
        () => {
          since = performance.now();
          before = shape();
        },
        true,
      );
      // Decorations are laid out in a frame's callback; a message to oneself from a later callback of the same frame
      // comes after that frame was painted.
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        if (since > 0 && shape() !== before) {
          times.push(performance.now() - since);
          since = 0;
        }
      };
      const frame = () => {
        channel.port2.postMessage(null);
        requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
      Object.assign(globalThis, { benchTimes: times, benchLong: long });
    });
    for (let i = 0; i < KEYSTROKES; i++) {
      await page.keyboard.press(i % 2 === 0 ? TYPED : 'Backspace');
      await page.waitForTimeout(140);
    }
    const { times, long } = await page.evaluate(() => {
      const found = globalThis as unknown as { benchTimes: number[]; benchLong: number[] };
      return { times: found.benchTimes, long: found.benchLong };
    });
    const sorted = [...times].sort((a, b) => a - b);
    const at = (share: number) =>
      sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
    const painted = report('keystroke to marks painted, 200 events, p95 ms', at(0.95), 50, {
      median: Number(at(0.5).toFixed(1)),
      keystrokes: KEYSTROKES,
      seen: times.length,
    });
    const busy = report('longest task on the main thread while typing, ms', Math.max(0, ...long), 50, {
      over: long.length,
    });
    return painted && busy && times.length >= KEYSTROKES * 0.9;
  });
}

const results = [firstScript(), await typing(), await catalogLoading()];
process.exitCode = results.every(Boolean) ? 0 : 1;

import type { Page } from '@playwright/test';

/*
 * How long a keystroke in the rule takes until its marks are painted, measured in the page.
 */

/** The rule that is typed into: its last value matches most events, and its marks change with each key. */
export const RULE = `title: Typing
logsource:
    product: windows
    category: process_creation
detection:
    selection:
        Image|contains: 'windows'
        CommandLine|contains: 'e'
    condition: selection
`;

interface Measured {
  keystrokes: number[];
  longTasks: number[];
}

/** From now on each key press is timed until the marks on screen have changed; and long tasks are noted. */
export function measureKeystrokes(page: Page): Promise<void> {
  return page.evaluate(() => {
    const measured: Measured = { keystrokes: [], longTasks: [] };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) measured.longTasks.push(entry.duration);
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
        measured.keystrokes.push(performance.now() - since);
        since = 0;
      }
    };
    const frame = () => {
      channel.port2.postMessage(null);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    Object.assign(globalThis, { measured });
  });
}

/** What has been measured since the last call, in milliseconds. */
export function takeMeasured(page: Page): Promise<Measured> {
  return page.evaluate(() => {
    const { measured } = globalThis as unknown as { measured: Measured };
    return {
      keystrokes: measured.keystrokes.splice(0),
      longTasks: measured.longTasks.splice(0),
    };
  });
}

/** Puts the caret of the rule's editor to an offset. */
export function caretTo(page: Page, offset: number): Promise<void> {
  return page.evaluate((at) => {
    interface Editor {
      getModel(): { getLanguageId(): string; getPositionAt(offset: number): unknown };
      setPosition(position: unknown): void;
      focus(): void;
    }
    const { editor } = (globalThis as unknown as { monaco: { editor: { getEditors(): Editor[] } } }).monaco;
    const rule = editor.getEditors().find((e) => e.getModel().getLanguageId() === 'yaml')!;
    rule.setPosition(rule.getModel().getPositionAt(at));
    rule.focus();
  }, offset);
}

/** The value below which this share of the numbers lies. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

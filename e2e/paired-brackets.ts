import type { Page } from '@playwright/test';

/** How many brackets Monaco colours in pairs, in all and in one line at most: it looks at them anew at each change. */
export function pairedBrackets(page: Page): Promise<{ all: number; ofLine: number }> {
  return page.evaluate(() => {
    interface Model {
      getFullModelRange(): unknown;
      getDecorationsInRange(
        range: unknown,
        owner: number,
      ): { options: { inlineClassName?: string | null }; range: { startLineNumber: number } }[];
    }
    const { editor } = (globalThis as unknown as { monaco: { editor: { getModels(): Model[] } } }).monaco;
    const most = { all: 0, ofLine: 0 };
    for (const model of editor.getModels()) {
      const lines = model
        .getDecorationsInRange(model.getFullModelRange(), 0)
        .filter(({ options }) => /^bracket-highlighting/.test(options.inlineClassName ?? ''))
        .map(({ range }) => range.startLineNumber);
      const ofLines = new Map<number, number>();
      for (const line of lines) ofLines.set(line, (ofLines.get(line) ?? 0) + 1);
      most.all = Math.max(most.all, lines.length);
      most.ofLine = Math.max(most.ofLine, ...ofLines.values());
    }
    return most;
  });
}

import type { Page } from '@playwright/test';

/*
 * All that a page shows of its two texts, read at one moment.
 */

/** Something painted in an editor: `className@start-end text`, or a hint. */
export type Painted = string;

export interface Sight {
  readonly rule: string;
  readonly events: string;
  /** The last good rule's results are shown, and the page says so. */
  readonly stale: boolean;
  /** What is shown is marked as of before. */
  readonly earlier: boolean;
  readonly resting: boolean;
  readonly verdicts: readonly string[];
  readonly ruleMarks: readonly Painted[];
  readonly eventMarks: readonly Painted[];
  readonly hints: readonly Painted[];
  readonly problems: readonly string[];
  /** Status, name and notes of both sides; the tabs with their counts, and those of the sheets. */
  readonly frame: readonly string[];
  readonly tab: string;
  readonly panel: string;
  /** How far the editors are scrolled. */
  readonly scrolled: readonly number[];
}

/** Lets a page be read; before it is opened, because the page's policy lets no code be made later. */
export async function makeReadable(page: Page): Promise<void> {
  await page.addInitScript(`globalThis.lookForTheWalk = ${look.toString()}; (${remember.toString()})()`);
}

/** The texts that the rule of the chosen sheet has had since the page was loaded, in order. */
export function textsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    (globalThis as unknown as { textsForTheWalk: () => readonly string[] }).textsForTheWalk(),
  );
}

/** Runs in the page: notes each text of each sheet's rule. */
function remember(): void {
  interface Model {
    readonly uri: { readonly path: string };
    getValue(): string;
    isAttachedToEditor(): boolean;
    onDidChangeContent(listener: () => void): void;
  }
  const page = globalThis as unknown as {
    textsForTheWalk: () => readonly string[];
    monaco?: { editor: { getModels(): Model[]; onDidCreateModel(listener: (model: Model) => void): void } };
  };
  const texts = new Map<Model, string[]>();
  page.textsForTheWalk = () => [...texts].find(([model]) => model.isAttachedToEditor())?.[1] ?? [];
  const follow = (model: Model) => {
    if (model.uri.path !== '/rule') return;
    const own = [model.getValue()];
    texts.set(model, own);
    model.onDidChangeContent(() => own.push(model.getValue()));
  };
  const waiting = setInterval(() => {
    const { editor } = page.monaco ?? {};
    if (!editor?.getModels().some(({ uri }) => uri.path === '/rule')) return;
    clearInterval(waiting);
    for (const model of editor.getModels()) follow(model);
    editor.onDidCreateModel(follow);
  }, 20);
}

/** What the page shows now. */
export function glance(page: Page): Promise<Sight> {
  return page.evaluate(look);
}

/**
 * What the page shows once it rests, with its editors scrolled as given: decorations are painted only where they are in
 * sight.
 */
export function sight(page: Page, scrolled: readonly number[] | null = null): Promise<Sight> {
  return page.evaluate(async (tops) => {
    const { lookForTheWalk: look } = globalThis as unknown as { lookForTheWalk: () => Sight };
    interface View {
      getModel(): { uri: { path: string } } | null;
      setScrollTop(top: number): void;
    }
    const { editor } = (globalThis as unknown as { monaco: { editor: { getEditors(): View[] } } }).monaco;
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const late = performance.now() + 90_000;
    const rested = async () => {
      for (;;) {
        await frame();
        const isLoading =
          document.querySelector('[role=tabpanel]')?.textContent?.includes('Loading…') ||
          document.querySelector('.page-sheets') !== null;
        if (document.documentElement.dataset.resting !== undefined && !isLoading) return;
        if (performance.now() > late) throw new Error(`The page does not rest: ${JSON.stringify(look())}`);
      }
    };
    await rested();
    for (const [i, path] of ['/rule', '/events'].entries())
      if (tops)
        editor
          .getEditors()
          .find((e) => e.getModel()?.uri.path === path)
          ?.setScrollTop(tops[i]!);
    for (let before = ''; ; ) {
      await frame();
      await frame();
      await rested();
      const now = look();
      const text = JSON.stringify(now);
      if (text === before) return now;
      before = text;
    }
  }, scrolled);
}

/** Runs in the page, so it uses nothing of this file. */
function look(): Sight {
  interface Place {
    readonly startLineNumber: number;
    readonly startColumn: number;
    readonly endLineNumber: number;
    readonly endColumn: number;
  }
  interface Options {
    readonly className?: string | null;
    readonly inlineClassName?: string | null;
    readonly linesDecorationsClassName?: string | null;
    readonly glyphMarginClassName?: string | null;
    readonly after?: { readonly content: string; readonly inlineClassName?: string | null } | null;
  }
  interface Model {
    readonly uri: { readonly path: string };
    getValue(): string;
    isAttachedToEditor(): boolean;
    getOffsetAt(position: { lineNumber: number; column: number }): number;
    getAllDecorations(): { readonly range: Place; readonly options: Options }[];
  }
  interface View {
    getModel(): Model | null;
    getScrollTop(): number;
  }
  const { editor } = (
    globalThis as unknown as {
      monaco: {
        editor: {
          getModels(): Model[];
          getEditors(): View[];
          getModelMarkers(filter: object): (Place & { readonly message: string })[];
        };
      };
    }
  ).monaco;
  const sides = ['/rule', '/events'].map((path) =>
    editor.getModels().find((m) => m.uri.path === path && m.isAttachedToEditor()),
  );
  const painted = (model: Model | undefined) => {
    const text = model?.getValue() ?? '';
    return (model?.getAllDecorations() ?? []).map(({ range, options }) => {
      const start = model!.getOffsetAt({ lineNumber: range.startLineNumber, column: range.startColumn });
      const end = model!.getOffsetAt({ lineNumber: range.endLineNumber, column: range.endColumn });
      const { className, inlineClassName, linesDecorationsClassName, glyphMarginClassName, after } = options;
      const classes = [className, inlineClassName, linesDecorationsClassName, glyphMarginClassName];
      return {
        place: `${start}-${end}`,
        own: classes.filter((c) => /^(mark |editor-)/.test(c ?? '')).join(' '),
        text: text.slice(start, end),
        hint: after ? `${after.inlineClassName}: ${after.content.trim()}` : '',
      };
    });
  };
  const [ruleSide, eventsSide] = sides.map(painted);
  const marksOf = (all: typeof ruleSide) =>
    (all ?? [])
      .filter(({ own }) => own !== '' && !own.includes('mark-lit'))
      .map(({ own, place, text }) => `${own}@${place} ${text}`)
      .sort();
  const texts = (selector: string) =>
    [...document.querySelectorAll(selector)].map((one) => (one.textContent ?? '').trim());
  const problems = editor
    .getModelMarkers({})
    .map((m) => `${m.startLineNumber}:${m.startColumn}-${m.endLineNumber}:${m.endColumn} ${m.message}`);
  const options = [...document.querySelectorAll('[role=listbox][aria-label=Verdicts] [role=option]')];
  const selected = document.querySelector('.low-tabs [aria-selected=true]');
  return {
    rule: sides[0]?.getValue() ?? '',
    events: sides[1]?.getValue() ?? '',
    stale: texts('.pane-status').some((status) => status.includes('last good result')),
    earlier: document.querySelector('.verdicts.earlier, .low-frame.earlier, .editor-earlier') !== null,
    resting: document.documentElement.dataset.resting !== undefined,
    verdicts: [
      ...options.map((one) => `${one.getAttribute('aria-label')} ${one.getAttribute('aria-selected')}`),
      ...texts('.verdicts-none, .verdicts-summary'),
    ],
    ruleMarks: marksOf(ruleSide),
    eventMarks: marksOf(eventsSide),
    hints: [...(ruleSide ?? []), ...(eventsSide ?? [])]
      .filter(({ hint }) => hint !== '')
      .map(({ hint, place }) => `${place} ${hint}`)
      .sort(),
    problems: problems.sort(),
    frame: texts('.pane-status, .pane-name, .pane-below, .low-tab, .sheets-tab'),
    tab: selected?.querySelector('.low-title')?.textContent ?? '',
    panel: document.querySelector('[role=tabpanel]')?.textContent ?? '',
    scrolled: ['/rule', '/events'].map(
      (path) =>
        editor
          .getEditors()
          .find((e) => e.getModel()?.uri.path === path)
          ?.getScrollTop() ?? 0,
    ),
  };
}

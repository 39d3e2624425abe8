import { expect, type Locator, type Page } from '@playwright/test';
import { visitBefore } from './offline-mode';

export type Side = 'Rule' | 'Events';

/** A decoration of an editor whose class begins with `mark`. */
export interface SeenMark {
  readonly className: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface MonacoModel {
  getLanguageId(): string;
  /** True for the text of the chosen sheet. */
  isAttachedToEditor(): boolean;
  uri: { path: string };
  getValue(): string;
  getValueLength(): number;
  getOffsetAt(position: { lineNumber: number; column: number }): number;
  getValueInRange(range: unknown): string;
  getAllDecorations(): {
    range: { startLineNumber: number; startColumn: number; endLineNumber: number; endColumn: number };
    options: { className?: string | null; after?: { content: string } | null };
  }[];
}

interface MonacoEditor {
  getModel(): MonacoModel | null;
  getPosition(): { lineNumber: number } | null;
}

/** The page, with what a user does on it. */
export class Playground {
  constructor(readonly page: Page) {}

  /** Opens the page and waits for both editors. */
  async open(address = './'): Promise<this> {
    await visitBefore(this.page, address);
    await this.page.goto(address);
    await this.ready();
    return this;
  }

  /** Waits until Monaco has taken the place of the plain text boxes. */
  async ready(): Promise<void> {
    await expect(this.page.locator('.editor-plain')).toHaveCount(0);
    await expect(this.page.locator('.monaco-editor .view-lines').first()).toBeVisible();
  }

  /** Closes a dialog by Escape, once it has the focus. */
  async escape(dialog: Locator): Promise<void> {
    await expect.poll(() => dialog.evaluate((d) => d.contains(document.activeElement))).toBe(true);
    await this.page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }

  /** Opens an example from the gallery. */
  async example(title: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name: 'Examples', exact: true }).click();
    const gallery = this.gallery();
    await gallery.getByRole('listbox', { name: 'Examples' }).getByRole('option', { name: title }).click();
    await expect(gallery).toBeHidden();
  }

  /** The gallery of examples. */
  gallery(): Locator {
    return this.page.getByRole('dialog', { name: 'Examples' });
  }

  box(side: Side): Locator {
    return this.page.getByRole('textbox', { name: side, exact: true });
  }

  /** Replaces a side's text as a user does: select all, paste. */
  async paste(side: Side, text: string): Promise<void> {
    // A pane that has just come on screen has its plain box for a moment.
    await this.ready();
    await this.box(side).focus();
    await this.page.keyboard.press('Control+A');
    if (text === '') await this.page.keyboard.press('Delete');
    else await this.page.keyboard.insertText(text);
    // A long text comes in slices, and would come in more slowly if all of it were asked for meanwhile.
    if (text.length > LONG)
      await expect.poll(() => this.length(side), { timeout: 100_000 }).toBe(text.length);
    await expect.poll(() => this.text(side)).toBe(text);
  }

  /** How many characters a side's text has. */
  private length(side: Side): Promise<number> {
    return this.page.evaluate((path) => {
      const { editor } = (globalThis as unknown as { monaco: { editor: { getModels(): MonacoModel[] } } })
        .monaco;
      const model = editor.getModels().find((m) => m.uri.path === path && m.isAttachedToEditor());
      return model?.getValueLength() ?? 0;
    }, PATHS[side]);
  }

  /** A side's text. */
  text(side: Side): Promise<string> {
    return this.page.evaluate((path) => {
      const { editor } = (globalThis as unknown as { monaco: { editor: { getModels(): MonacoModel[] } } })
        .monaco;
      return (
        editor
          .getModels()
          .find((m) => m.uri.path === path && m.isAttachedToEditor())
          ?.getValue() ?? ''
      );
    }, PATHS[side]);
  }

  /** The line of a side's cursor. */
  cursorLine(side: Side): Promise<number> {
    return this.page.evaluate((path) => {
      const { editor } = (globalThis as unknown as { monaco: { editor: { getEditors(): MonacoEditor[] } } })
        .monaco;
      const found = editor.getEditors().find((e) => e.getModel()?.uri.path === path);
      return found?.getPosition()?.lineNumber ?? 0;
    }, PATHS[side]);
  }

  /** Moves the pointer onto a character of a side's text. */
  async hover(side: Side, offset: number): Promise<void> {
    const { x, y } = await this.place(side, offset);
    await this.page.mouse.move(x - 1, y);
    await this.page.mouse.move(x + 2, y);
  }

  /** The place on the screen of a character, scrolled into sight. */
  async place(side: Side, offset: number): Promise<{ x: number; y: number }> {
    const place = await this.page.evaluate(
      ([path, target]) => {
        interface View {
          getModel(): {
            uri: { path: string };
            getPositionAt(offset: number): { lineNumber: number; column: number };
          } | null;
          revealPosition(position: unknown): void;
          getScrolledVisiblePosition(position: unknown): { top: number; left: number; height: number } | null;
          getDomNode(): HTMLElement | null;
        }
        const { editor } = (globalThis as unknown as { monaco: { editor: { getEditors(): View[] } } }).monaco;
        const view = editor.getEditors().find((e) => e.getModel()?.uri.path === path);
        const position = view?.getModel()?.getPositionAt(Number(target));
        if (!view || !position) return null;
        view.revealPosition(position);
        const seen = view.getScrolledVisiblePosition(position);
        const box = view.getDomNode()?.getBoundingClientRect();
        return seen && box ? { x: box.left + seen.left + 3, y: box.top + seen.top + seen.height / 2 } : null;
      },
      [PATHS[side], offset] as const,
    );
    if (!place) throw new Error('The character is not on the screen.');
    return place;
  }

  /** The marks of a side, in the order of the text. */
  marks(side: Side): Promise<SeenMark[]> {
    return this.page.evaluate((path) => {
      const { editor } = (globalThis as unknown as { monaco: { editor: { getModels(): MonacoModel[] } } })
        .monaco;
      const model = editor.getModels().find((m) => m.uri.path === path && m.isAttachedToEditor());
      if (!model) return [];
      return model
        .getAllDecorations()
        .flatMap(({ range, options }) => {
          const className = options.className ?? '';
          if (!className.startsWith('mark')) return [];
          const start = model.getOffsetAt({ lineNumber: range.startLineNumber, column: range.startColumn });
          const end = model.getOffsetAt({ lineNumber: range.endLineNumber, column: range.endColumn });
          return [{ className, start, end, text: model.getValueInRange(range) }];
        })
        .sort((a, b) => a.start - b.start || b.end - a.end);
    }, PATHS[side]);
  }

  /** The texts of a side's marks with this class. */
  async marked(side: Side, className = 'mark-match'): Promise<string[]> {
    return (await this.marks(side))
      .filter((m) => m.className.split(' ').includes(className))
      .map((m) => m.text);
  }

  /** The hints that stand beside the rule's lines. */
  hints(): Promise<string[]> {
    return this.page.evaluate(() => {
      const { editor } = (globalThis as unknown as { monaco: { editor: { getModels(): MonacoModel[] } } })
        .monaco;
      const model = editor.getModels().find((m) => m.getLanguageId() === 'yaml' && m.isAttachedToEditor());
      return (model?.getAllDecorations() ?? []).flatMap((d) => d.options.after?.content.trim() ?? []);
    });
  }

  /** The banner that says that the engine was stopped. */
  banner(): Locator {
    return this.page.locator('.page-banner');
  }

  verdicts(): Locator {
    return this.page.getByRole('listbox', { name: 'Verdicts' });
  }

  verdict(event: number, verdict: string): Locator {
    return this.page.getByRole('option', { name: `Event ${event}: ${verdict}`, exact: true });
  }

  async tab(name: string): Promise<void> {
    await this.page.getByRole('tab', { name }).click();
  }
}

/** More characters than this come in slices. */
const LONG = 50_000;

/** The paths of the models' URIs. */
const PATHS: Readonly<Record<Side, string>> = { Rule: '/rule', Events: '/events' };

/** A small rule with a filter. */
export const RULE = `title: Whoami
logsource:
    product: windows
    category: process_creation
detection:
    selection:
        Image|endswith: '\\whoami.exe'
        CommandLine|contains:
            - ' /all'
            - '/priv'
    filter_ci:
        ParentImage|endswith: '\\agent.exe'
    condition: selection and not filter_ci
`;

/** Five events for it: match, no match, filtered, other log source, unreadable. */
export const EVENTS = [
  String.raw`{"EventID":1,"Channel":"Microsoft-Windows-Sysmon/Operational","Image":"C:\\Windows\\whoami.exe","CommandLine":"whoami /all","ParentImage":"C:\\cmd.exe"}`,
  String.raw`{"EventID":1,"Channel":"Microsoft-Windows-Sysmon/Operational","Image":"C:\\Windows\\whoami.exe","CommandLine":"whoami /groups","ParentImage":"C:\\cmd.exe"}`,
  String.raw`{"EventID":1,"Channel":"Microsoft-Windows-Sysmon/Operational","Image":"C:\\Windows\\whoami.exe","CommandLine":"whoami /priv","ParentImage":"C:\\ci\\agent.exe"}`,
  String.raw`{"EventID":3,"Channel":"Microsoft-Windows-Sysmon/Operational","Image":"C:\\Windows\\whoami.exe"}`,
  '{"EventID":1,"Image":}',
].join('\n');

/** Waits until the browser has stored the rule. */
export async function stored(page: Page, rule: string): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => JSON.parse(localStorage.getItem('sigma-playground.rule') ?? 'null')))
    .toBe(rule);
}

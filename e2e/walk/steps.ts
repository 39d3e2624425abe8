import type { CDPSession, Page } from '@playwright/test';
import { EVENTS, Playground, RULE, type Side } from '../playground';
import { EVENT_TEXTS, OTHER_RULE, RULES, SIZES, TABS, TYPED } from './material';
import { textsOf } from './sight';

/** How many times slower than the machine's own the walk's page is. */
const SLOWED = 6;

/** A page on which somebody works fast and at random. */
export class Walker {
  /** What was done, in order. */
  readonly steps: string[] = [];
  private readonly playground: Playground;

  constructor(
    readonly page: Page,
    private readonly cdp: CDPSession,
    private readonly next: () => number,
  ) {
    this.playground = new Playground(page);
  }

  /** Opens the page, slowed. */
  async open(): Promise<void> {
    await this.playground.open();
    await this.slow();
  }

  /** The texts that the rule has had since the page was loaded, in order. */
  texts(): Promise<readonly string[]> {
    return textsOf(this.page);
  }

  /** One step. It does not wait for what follows from it. */
  async step(): Promise<void> {
    const side = this.pick<Side>(['Rule', 'Events']);
    const [name, take] = this.pick(this.kinds(side));
    this.steps.push(`${name} ${side}`);
    await take();
  }

  /** As often as each is in the list. */
  private kinds(side: Side): readonly (readonly [string, () => Promise<unknown>])[] {
    const paste = () => this.replace(side, this.pick(side === 'Rule' ? RULES : EVENT_TEXTS));
    return [
      ['type', () => this.type(side)],
      ['type', () => this.type(side)],
      ['type', () => this.type(side)],
      ['delete', () => this.erase(side)],
      ['break', () => this.insert('Rule', 'x: [1\n')],
      ['mend', () => this.keys('Rule', 'Control+z', 'Control+z')],
      ['paste', paste],
      ['paste', paste],
      ['paste the rule', () => this.replace('Rule', RULE)],
      ['paste the events', () => this.replace('Events', EVENTS)],
      ['undo', () => this.keys(side, 'Control+z')],
      ['redo', () => this.keys(side, 'Control+y')],
      ['choose', () => this.choose()],
      ['choose', () => this.choose()],
      ['example', () => this.example()],
      ['new', () => this.press(side, 'New')],
      ['open', () => this.openFile(side)],
      ['drop', () => this.drop(side)],
      ['tab', () => this.tab(this.pick(TABS))],
      ['tab', () => this.tab('Explain')],
      ['new sheet', () => this.click('[aria-label="New sheet"]', '')],
      ['sheet', () => this.sheet('[role=tab]')],
      ['sheet', () => this.sheet('[role=tab]')],
      ['close', () => this.sheet('[data-close]')],
      ['resize', () => this.page.setViewportSize(this.pick(SIZES))],
      ['reload', () => this.reload()],
    ];
  }

  private pick<T>(all: readonly T[]): T {
    return all[Math.floor(this.next() * all.length)]!;
  }

  private async keys(side: Side, ...keys: readonly string[]): Promise<void> {
    await this.playground.box(side).focus();
    for (const key of keys) await this.page.keyboard.press(key);
  }

  private async type(side: Side): Promise<void> {
    await this.keys(side, this.pick(['Control+Home', 'Control+End', 'ArrowDown', 'ArrowRight', 'End']));
    await this.page.keyboard.insertText(this.pick(TYPED));
  }

  private async erase(side: Side): Promise<void> {
    const key = this.pick(['Delete', 'Backspace', 'Control+Delete']);
    await this.keys(side, ...Array<string>(1 + Math.floor(this.next() * 4)).fill(key));
  }

  private async insert(side: Side, text: string): Promise<void> {
    await this.keys(side, 'Control+Home');
    await this.page.keyboard.insertText(text);
  }

  private async replace(side: Side, text: string): Promise<void> {
    await this.keys(side, 'Control+a');
    if (text === '') await this.page.keyboard.press('Delete');
    else await this.page.keyboard.insertText(text);
  }

  /** Clicks as the page hears it: a slowed page takes a second to say that a place is still. */
  private click(selector: string, name: string): Promise<void> {
    return this.page.evaluate(
      ([selector, name]) => {
        const all = [...document.querySelectorAll<HTMLElement>(selector!)];
        all.find((one) => one.textContent?.startsWith(name!))!.click();
      },
      [selector, name],
    );
  }

  private async choose(): Promise<void> {
    const at = this.next();
    await this.page.evaluate((at) => {
      const options = document.querySelectorAll<HTMLElement>('[aria-label=Verdicts] [role=option]');
      options[Math.floor(at * options.length)]?.click();
    }, at);
  }

  /** Clicks one of the sheets' tabs, or what closes it. */
  private async sheet(selector: string): Promise<void> {
    const at = this.next();
    await this.page.evaluate(
      ([selector, at]) => {
        const all = document.querySelectorAll<HTMLElement>(`.sheets ${selector}`);
        all[Math.floor(Number(at) * all.length)]?.click();
      },
      [selector, at] as const,
    );
  }

  private async example(): Promise<void> {
    await this.click('.page-tools button', 'Examples');
    const items = this.page.getByRole('dialog').getByRole('listbox').getByRole('option');
    await items.first().waitFor();
    await items.nth(Math.floor(this.next() * (await items.count()))).dispatchEvent('click');
  }

  private press(side: Side, name: string): Promise<void> {
    return this.click(`[aria-label="${side} pane"] .pane-actions button`, name);
  }

  private async openFile(side: Side): Promise<void> {
    const [name, text] = side === 'Rule' ? ['opened.yml', OTHER_RULE] : ['opened.json', EVENT_TEXTS[2]!];
    await this.page
      .getByLabel(side === 'Rule' ? 'Open rule file' : 'Open events file')
      .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  }

  private async drop(side: Side): Promise<void> {
    const transfer = await this.page.evaluateHandle(
      ([name, text]) => {
        const data = new DataTransfer();
        data.items.add(new File([text!], name!));
        return data;
      },
      side === 'Rule' ? ['dropped.yml', RULE] : ['dropped.json', EVENTS],
    );
    const pane = this.page.getByRole('region', { name: `${side} pane` });
    await pane.locator('.view-lines').dispatchEvent('drop', { dataTransfer: transfer });
  }

  private tab(name: string): Promise<void> {
    return this.click('.low-tabs [role=tab]', name);
  }

  private async reload(): Promise<void> {
    await this.page.reload();
    await this.playground.ready();
    await this.slow();
  }

  private async slow(): Promise<void> {
    await this.cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  }
}

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type FrameLocator, type Page } from '@playwright/test';
import { needsNetwork } from './offline-mode';

/** A message that the page around an embed has got. */
export interface Heard {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** A page of another origin with an embed in it, as a wiki would have it. */
export class EmbeddingPage {
  private constructor(
    readonly page: Page,
    readonly origin: string,
    readonly close: () => void,
  ) {}

  /** Serves the page; `at` makes the address of the embed from the page's origin. */
  static async open(page: Page, at: (origin: string) => string, attributes = ''): Promise<EmbeddingPage> {
    needsNetwork('a page of another origin, and the embed in it, come from their sites');
    let body = '';
    const server = createServer((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    body = `<!doctype html><html lang="en"><title>Wiki</title><script>
      window.heard = [];
      addEventListener('message', ({ data, source }) => {
        const frame = document.querySelector('iframe');
        if (source !== frame.contentWindow || data.source !== 'sigma-playground') return;
        window.heard.push(data);
        if (data.type === 'height') frame.style.height = data.height + 'px';
      });
    </script><h1>Wiki</h1><iframe title="Embed" width="900" height="10" ${attributes}
      src="${at(origin).replaceAll('&', '&amp;')}"></iframe></html>`;
    await page.goto(origin);
    return new EmbeddingPage(page, origin, () => {
      server.closeAllConnections();
      server.close();
    });
  }

  /** What is in the frame. */
  get frame(): FrameLocator {
    return this.page.frameLocator('iframe');
  }

  /** The messages of a type that came until now. */
  heard(type: string): Promise<Heard[]> {
    return this.page.evaluate(
      (wanted) => (globalThis as unknown as { heard: Heard[] }).heard.filter((one) => one.type === wanted),
      type,
    );
  }

  /** Sends a message to the embed. */
  async send(message: unknown): Promise<void> {
    await this.page.evaluate((data) => {
      document.querySelector('iframe')?.contentWindow?.postMessage(data, '*');
    }, message);
  }

  /** Waits until the frame is as high as its content. */
  async isAsHighAsItsContent(): Promise<void> {
    await expect
      .poll(() =>
        this.frame
          .locator('html')
          .evaluate((html) => html.scrollHeight - html.ownerDocument.defaultView!.innerHeight),
      )
      .toBe(0);
  }
}

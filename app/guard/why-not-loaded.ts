/** What was wrong with parts of the page whose lack is said where they would stand. */
const told = new WeakSet<object>();

/** This was, or will be, said by whoever asked for the part. */
export function isTold(cause: unknown): void {
  if (typeof cause === 'object' && cause !== null) told.add(cause);
}

/** A part of the page did not come, or could not be read once it had. Whoever makes one says so. */
export class LoadError extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'LoadError';
    isTold(cause);
  }
}

/** Calls `tell` for each part that does not come and is asked for by somebody who does not say so, such as Monaco. */
export function watchOtherParts(tell: () => void): void {
  window.addEventListener('vite:preloadError', ({ payload }) => {
    // Whoever says so does it once the promise has failed, which is before the next task.
    setTimeout(() => {
      if (!told.has(payload)) tell();
    });
  });
}

/**
 * Why a part of the page did not come: the site cannot be reached; it has been updated, and no longer has the parts of
 * this page; or it is there, and still did not send the part.
 */
export type WhyNotLoaded = 'unreachable' | 'updated' | 'missing';

/** Asks the site for its page, and looks whether that is still the one that is open. */
export async function whyNotLoaded(): Promise<WhyNotLoaded> {
  const script = document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.getAttribute('src');
  try {
    const answer = await fetch(location.pathname, { cache: 'no-store' });
    if (!answer.ok) return 'unreachable';
    return script && !(await answer.text()).includes(script) ? 'updated' : 'missing';
  } catch {
    return 'unreachable';
  }
}

/** The end of a sentence that begins with the name of the part. */
export const NOT_LOADED: Readonly<Record<WhyNotLoaded, string>> = {
  unreachable: 'could not be loaded: the site cannot be reached.',
  updated:
    'could not be loaded: the site was updated after you opened this page. Reload the page to get the new one.',
  missing: 'could not be loaded: the site did not send one of its files.',
};

/** The page's own sheets of styles that did not come, as `public/boot.js` has marked them. */
export function lostSheets(): HTMLLinkElement[] {
  return [...document.querySelectorAll<HTMLLinkElement>('link[data-own][data-lost]')];
}

/**
 * Takes the link to a late part's sheet out of the page where the sheet did not come. The bundler takes any link for a sheet
 * that is there, and would show the part without its looks; now it asks anew, with each part that needs the sheet
 * (`.ci/sheets-again.ts`). To be called before anything is loaded late: what the page has by then is its own, and stays.
 */
export function dropLostSheets(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) own(link);
  window.addEventListener(
    'error',
    ({ target }) => {
      if (target instanceof HTMLLinkElement && target.rel === 'stylesheet' && !isOwn(target)) target.remove();
    },
    { capture: true },
  );
}

function own(link: HTMLLinkElement): void {
  link.dataset.own = '';
}

function isOwn(link: HTMLLinkElement): boolean {
  return link.dataset.own !== undefined;
}

/** Asks once more for the page's own sheets that did not come: nobody else does. */
export async function loadOwnSheetsAgain(): Promise<void> {
  await Promise.all(
    lostSheets().map(
      (link) =>
        new Promise((resolve, reject) => {
          const next = document.createElement('link');
          next.rel = 'stylesheet';
          next.crossOrigin = link.crossOrigin;
          own(next);
          next.addEventListener('load', resolve);
          next.addEventListener('error', () => reject(new Error(`No answer for ${link.href}`)));
          next.href = link.href;
          link.replaceWith(next);
        }),
    ),
  );
}

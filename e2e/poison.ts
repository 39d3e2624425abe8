import type { Page } from '@playwright/test';

const KEY = 'poison';

/**
 * Makes React fail wherever it creates an element of this class, as if the component had a bug: from the next load of the
 * page, or `now` as well. Null ends it.
 */
export async function poison(page: Page, className: string | null, now = false): Promise<void> {
  await page.addInitScript(
    ([key]) => {
      const bad = globalThis as unknown as { poisoned: string | null };
      if (bad.poisoned !== undefined) return;
      bad.poisoned = sessionStorage.getItem(key);
      const { setAttribute } = Element.prototype;
      Element.prototype.setAttribute = function (name: string, value: string) {
        if (name === 'class' && bad.poisoned !== null && value.split(' ').includes(bad.poisoned))
          throw new Error(`Poisoned: ${value}`);
        setAttribute.call(this, name, value);
      };
    },
    [KEY] as const,
  );
  await page.evaluate(
    ([key, value, now]) => {
      if (value === null) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, value);
      if (now) (globalThis as unknown as { poisoned: string | null }).poisoned = value;
    },
    [KEY, className, now] as const,
  );
}

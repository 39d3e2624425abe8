import { expect, test } from 'vitest';
import type { Limit } from './limit';

/** How the two sides of a limit are tried. */
export interface Sides {
  /** True if something of this size is beyond the limit: refused, left out, or told. */
  readonly isBeyond: (size: number) => boolean | Promise<boolean>;
  /** From the limit to the next size that can be made; 1 if absent. */
  readonly step?: number;
}

/** Holds that each limit has its number: what is as large is not beyond it, what is larger is. */
export function holdLimits<K extends string>(
  limits: Readonly<Record<K, Limit>>,
  sides: Readonly<Record<K, Sides>>,
): void {
  const names = Object.keys(limits) as K[];
  test.each(names)('%s', async (name) => {
    const { value } = limits[name];
    const { isBeyond, step = 1 } = sides[name];
    expect([await isBeyond(value), await isBeyond(value + step)]).toEqual([false, true]);
  });

  test.each(names)('%s is named, counted and explained', (name) => {
    const { name: title, unit, why, value } = limits[name];
    expect(title).toMatch(/^\S.{8,}$/);
    expect(unit).not.toBe('');
    expect(why.length).toBeGreaterThan(8);
    expect(Number.isSafeInteger(value) && value > 0).toBe(true);
  });
}

import type { Export } from './export';
import { WINDOWS } from './windows';

/** What each tool writes, in each of its forms, by kinds of tools. */
export const EXPORTS: Readonly<Record<string, readonly Export[]>> = {
  Windows: WINDOWS,
};

import { CLOUDS } from './clouds';
import type { Export } from './export';
import { FORENSICS } from './forensics';
import { LINUX } from './linux';
import { PLATFORMS } from './platforms';
import { SEARCHES } from './searches';
import { SHIPPERS } from './shippers';
import { WINDOWS } from './windows';

/** What each tool writes, in each of its forms, by kinds of tools. */
export const EXPORTS: Readonly<Record<string, readonly Export[]>> = {
  Windows: WINDOWS,
  'event log files': FORENSICS,
  searches: SEARCHES,
  platforms: PLATFORMS,
  shippers: SHIPPERS,
  Linux: LINUX,
  clouds: CLOUDS,
};

import { CLOUDS } from './clouds';
import type { Export } from './export';
import { FORENSICS } from './forensics';
import { LANGUAGES } from './languages';
import { LINUX } from './linux';
import { PLATFORMS } from './platforms';
import { ROWS } from './rows';
import { SCREENS } from './screens';
import { SEARCHES } from './searches';
import { SHIPPERS } from './shippers';
import { WINDOWS } from './windows';
import { WRITTEN_YAML } from './written-yaml';

/** What each tool writes, in each of its forms, by kinds of tools. */
export const EXPORTS: Readonly<Record<string, readonly Export[]>> = {
  Windows: WINDOWS,
  'event log files': FORENSICS,
  searches: SEARCHES,
  platforms: PLATFORMS,
  shippers: SHIPPERS,
  Linux: LINUX,
  clouds: CLOUDS,
  tables: [...ROWS, ...SCREENS],
  YAML: WRITTEN_YAML,
  languages: LANGUAGES,
};

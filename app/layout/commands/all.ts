import type { Command } from './command';
import { EDITOR } from './editors';
import { HELP } from './help';
import { CATALOG, PANELS, TESTS } from './panels';
import { SHEETS } from './sheets';
import { VIEW } from './view';
import { WORK } from './work';
import { EVENTS, RULE } from './writing';

/** Everything that the page can do. */
export const COMMANDS: readonly Command[] = [
  ...WORK,
  ...RULE,
  ...EVENTS,
  ...PANELS,
  ...TESTS,
  ...CATALOG,
  ...SHEETS,
  ...VIEW,
  ...HELP,
  ...EDITOR,
];

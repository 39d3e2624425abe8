import { EXAMPLES } from '../examples/index';
import { DEFAULT_NAMES } from '../state/session';

/** The name of the file that a rule was opened from; undefined where the page itself gave it its name. */
export function openedName(ruleName: string): string | undefined {
  const ours = ruleName === DEFAULT_NAMES.rule || EXAMPLES.some(({ id }) => ruleName === `${id}.yml`);
  return ours || ruleName === '' ? undefined : ruleName;
}

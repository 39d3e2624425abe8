import { isExampleId } from '../examples/index';

/** The name of the file that a rule was opened from; undefined if the page chose the name. */
export function openedName(ruleName: string): string | undefined {
  return ruleName === '' || isExampleId(ruleName.replace(/\.yml$/, '')) ? undefined : ruleName;
}

import { Catalog } from '../catalog';

/*
 * Catalogs for tests.
 */

export const turn = async () => true;

/** A rule, as far as a test specifies it. */
export interface Written {
  readonly title: string;
  readonly more?: string;
  readonly source?: string;
  readonly detection?: string;
}

const text = ({ title, more = '', source = 'product: windows', detection = '{A: b}' }: Written) =>
  `title: ${title}\n${more}logsource: {${source}}\ndetection:\n    selection: ${detection}\n    condition: selection\n`;

/** A catalog of these rules, in this order. */
export function catalogOf(rules: readonly Written[]): Catalog {
  const catalog = new Catalog();
  for (const [i, rule] of rules.entries()) catalog.add({ path: `rules/${i}.yml`, text: text(rule) });
  return catalog;
}

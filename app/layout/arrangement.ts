import type { Arrangement } from '../state/session';

type Orientation = 'horizontal' | 'vertical';

/** How a wide page stands: the editors and the panels, the rule and the events beside each other or one above the other. */
export interface Standing {
  readonly title: string;
  readonly whole: Orientation;
  readonly editors: Orientation;
  /** The shares of the editors in the page and of the rule in the editors, at first, as percentages. */
  readonly shares: readonly [editors: number, rule: number];
}

/** All in one column, where a lesson leaves no room beside each other. */
export const IN_A_COLUMN: Standing = {
  title: 'One column',
  whole: 'vertical',
  editors: 'vertical',
  shares: [68, 45],
};

/** The arrangements. */
export const STANDING: Readonly<Record<Arrangement, Standing>> = {
  side: { title: 'Editors side by side', whole: 'vertical', editors: 'horizontal', shares: [66, 45] },
  stacked: { title: 'Editors stacked', whole: 'horizontal', editors: 'vertical', shares: [52, 55] },
  columns: { title: 'Three columns', whole: 'horizontal', editors: 'horizontal', shares: [66, 50] },
};

import { Part } from '../guard/later';

/** The panel Explain: a tab where there is room, a pane of its own on a phone. */
export const EXPLAIN = new Part<object>('The panel Explain', () =>
  import('../panels/explain/Explain').then((m) => ({ default: m.Explain })),
);

import type { LiveMessage, LivePanel } from '../live';

/** The messages that come only while a panel is open. */
export const OF_PANEL: Readonly<Record<LivePanel, readonly LiveMessage['kind'][]>> = {
  rule: ['page'],
  indicators: ['indicators'],
  explain: ['repairs', 'decisions'],
  correlations: ['correlations'],
  formats: ['sources', 'fields'],
};

import type { WantedFirings } from '../../../src/authoring';
import type { ExpectedCorrelation } from '../../results/expected-firings';

/** What is expected of correlations, as the engine is asked about it. */
export function wantedOf(tests: readonly ExpectedCorrelation[]): WantedFirings[] {
  return tests.map(({ document, wanted: { count }, members }) => ({ document, count, members }));
}

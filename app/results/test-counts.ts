import { countsOf, type ExpectationCounts, useExpectedEvents } from './expectations';
import { useExpectedCorrelations } from './expected-firings';

/** How the tests of events and correlations stand; null if nothing is expected. */
export function useTestCounts(): ExpectationCounts | null {
  const events = useExpectedEvents();
  const correlations = useExpectedCorrelations();
  return countsOf([...events, ...correlations]);
}

import type { ExpectedEvent } from '../../results/expectations';

/** `✓ 5` where all are as expected; `✗ 2 of 5` where two are not. */
export function testCountWords({ met, all }: { readonly met: number; readonly all: number }): string {
  const total = all.toLocaleString('en');
  return met === all ? `✓ ${total}` : `✗ ${(all - met).toLocaleString('en')} of ${total}`;
}

/** What is expected of an event, behind its verdict. */
export function wantWords({ expected, isMet }: Pick<ExpectedEvent, 'expected' | 'isMet'>): string {
  const wanted = expected === 'match' ? 'must match' : 'must not match';
  return isMet ? `as expected: it ${wanted}` : `not as expected: it ${wanted}`;
}

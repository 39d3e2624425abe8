import type { Collection } from '../../rule';
import type { Words } from '../../text';
import { type FiringRepair, firingRepairs } from './repairs';
import { correlationAt, type TriedFirings, type WantedFirings } from './tried';
import { whyNot } from './why';

/** A correlation that does not fire as it is expected to. */
export interface UnmetFirings {
  /** The index of its document in the text. */
  readonly document: number;
  readonly why: readonly Words[];
  readonly repairs: readonly FiringRepair[];
}

/** Those of the correlations that do not fire as they are expected to, with the reasons and what to change. */
export function unmetFirings(
  tried: TriedFirings,
  all: readonly WantedFirings[],
  compile: (text: string) => Collection,
): UnmetFirings[] {
  const results = tried.results();
  return all.flatMap((wanted) => {
    const index = correlationAt(tried.collection, wanted.document);
    const result = index === null ? undefined : results[index];
    if (!result || tried.differences(wanted, result).isMet) return [];
    const why = whyNot(tried, wanted, result);
    return [{ document: wanted.document, why, repairs: firingRepairs(tried, wanted, all, compile) }];
  });
}

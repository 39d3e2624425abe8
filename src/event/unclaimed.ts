import { prose, unmarked, type Words } from '../text';

/** The evidence of plain lines that were read so because no format recognised them. */
export const UNCLAIMED = prose('no other format was recognised');

/** True for text whose format is unknown: it is read as plain lines. */
export function isUnclaimed({ evidence }: { readonly evidence: Words }): boolean {
  return unmarked(evidence) === unmarked(UNCLAIMED);
}

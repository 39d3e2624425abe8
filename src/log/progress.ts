import type { LogData } from './log-data';
import type { LogPhase, LogState } from './messages';
import type { KnownPiece } from './pieces';

/**
 * How many bytes a phase has processed, and how many it has to process. `size`: of the file; `isThrough`: whether a piece
 * has been through the phase.
 */
export function progressOf(
  phase: LogPhase,
  { pieces, readBytes }: LogData,
  size: number,
  isThrough: (piece: KnownPiece) => boolean,
): Pick<LogState, 'done' | 'size'> {
  if (phase === 'opening') return { done: readBytes, size };
  if (phase === 'ready') return { done: pieces.bytes, size: pieces.bytes };
  return { done: pieces.bytesWhere(isThrough), size: pieces.bytes };
}

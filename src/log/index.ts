export { EvtxSource } from './evtx-source';
export { LargeLog } from './large-log';
export type { LogQuestion, LogRow, LogSearch, LogState, LogStretch, TriedFilter } from './messages';
export {
  BeyondHand,
  type FirstPiece,
  type LogPiecePlace,
  type LogSource,
  type PieceBegin,
  type SlicedFile,
} from './source';
export { type PieceSizes, TextSource } from './text-source';
export type { LogView } from './view';

export { EvtxSource } from './evtx-source';
export { LargeLog } from './large-log';
export { type LogFile, LogFiles } from './log-files';
export type { LogQuestion, LogRow, LogSearch, LogState, LogStretch, TriedFilter } from './messages';
export {
  BeyondHand,
  type FileLoss,
  type FirstPiece,
  type LogPiecePlace,
  type LogSource,
  LostFile,
  type PieceBegin,
  type SlicedFile,
} from './source';
export { type PieceSizes, TextSource } from './text-source';
export type { LogView } from './view';

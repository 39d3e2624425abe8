export { EvtxSource } from './evtx-source';
export { LargeLog } from './large-log';
export type { LogQuestion, LogRow, LogSearch, LogState, LogStretch, TriedFilter } from './messages';
export type { LogPiecePlace, LogSource, SlicedFile } from './source';
export { TextSource } from './text-source';
export type { LogView } from './view';

export { EvtxSource } from './evtx-source';
export { LargeLog } from './large-log';
export type { LogQuestion, LogRow, LogSearch, LogState } from './messages';
export type { SlicedFile } from './source';
export { TextSource } from './text-source';
export type { LogView } from './view';

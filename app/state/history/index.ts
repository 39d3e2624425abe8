/*
 * The door of History: what the rest of the page may use. It is loaded once something is to be kept or shown.
 */
export { HistoryFailure, type Trouble, troubleOf } from './database';
export type { KeptState, Reason } from './kept-state';
export {
  changeState,
  deleteHistory,
  dropStates,
  type Kept,
  keepState,
  type Listed,
  listStates,
  onHistoryChange,
  readWorkOf,
} from './store';
export { bytesOf, LIMITS } from './thin-out';

import type { Words } from '../../text';
/** A problem that an event log file can have; `code` of a problem. */
export type EvtxCode =
  | 'evtx-not-evtx'
  | 'evtx-old-format'
  | 'evtx-file-header'
  | 'evtx-file-cut'
  | 'evtx-chunk-signature'
  | 'evtx-chunk-header'
  | 'evtx-chunk-records'
  | 'evtx-bytes-skipped'
  | 'evtx-record-size'
  | 'evtx-record-content'
  | 'evtx-record-limit'
  | 'evtx-too-long';

/** A problem in an event log file, with its offset. Collected, never thrown. */
export interface EvtxProblem {
  readonly code: EvtxCode;
  /** `error`: something was skipped. `warning`: what was read may have been changed or be incomplete. */
  readonly severity: 'error' | 'warning';
  /** Offset in the file. */
  readonly offset: number;
  /** Number of the chunk in the file, from 0; null for the file's own header. */
  readonly chunk: number | null;
  /** The record's number in the file, if known. */
  readonly record: number | null;
  readonly message: Words;
}

/** More than a user reads; beyond it problems are only counted. */
const KEPT = 1000;

/** The problems of one file. Keeps the first thousand and counts all: a hostile file may have nothing else. */
export class EvtxProblems {
  readonly all: EvtxProblem[] = [];
  /** How many there are, kept or not. */
  count = 0;
  /** How many records were found but could not be read. */
  recordsSkipped = 0;

  add(
    severity: 'error' | 'warning',
    code: EvtxCode,
    at: { readonly offset: number; readonly chunk: number | null; readonly record?: number | null },
    message: Words,
  ): void {
    this.count++;
    if (code === 'evtx-record-size' || code === 'evtx-record-content' || code === 'evtx-record-limit')
      this.recordsSkipped++;
    if (this.all.length >= KEPT) return;
    this.all.push({ code, severity, offset: at.offset, chunk: at.chunk, record: at.record ?? null, message });
  }
}

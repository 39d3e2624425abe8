import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHUNK_SIZE, EvtxReader, FILE_HEADER_SIZE } from '../event';
import { LogWriter } from '../testing/evtx/log';
import { processEvent } from '../testing/evtx/sample';
import { sharedDir } from '../testing/shared-dir';
import { compareByPiece, report, rounded } from './figure';

/**
 * Megabytes of the file. The recordings' chunks are nearly empty, with one record each; the generated ones tell more.
 */
const SIZE = 20;
const TIMES = 4;
const ROUNDS = 5;

/** Event logs to XML against one pass over the same bytes: for a full log, and for the recordings if they are there. */
export function eventLogs(): boolean[] {
  const results = [eventLog('generated event log, full chunks', generated(), 40)];
  const shared = sharedDir();
  if (shared !== null) results.push(eventLog('event log of the recordings', recorded(shared), 5));
  return results;
}

function eventLog(figure: string, logs: readonly Uint8Array[], limit: number): boolean {
  const file = repeated(logs);
  const pieces = Array.from({ length: TIMES }, () => file);
  let records = 0;
  let characters = 0;
  let problems = 0;
  const taken = compareByPiece(
    pieces,
    ROUNDS,
    (bytes) => {
      const reader = new EvtxReader(bytes);
      records = 0;
      characters = 0;
      for (let record = reader.next(); record; record = reader.next()) {
        records++;
        // Reading a character flattens the string in memory, which is part of the cost.
        if (record.xml.charCodeAt(0) !== 0x3c) problems++;
        characters += record.xml.length;
      }
      problems += reader.problems.count;
    },
    (bytes) => {
      let sum = 0;
      for (let i = 0; i < bytes.length; i++) sum = (sum + bytes[i]!) | 0;
      return sum;
    },
  );
  return report({
    figure,
    records,
    'XML characters': characters,
    'MB/s': rounded((file.length / 1e6 / taken.work) * TIMES * 1000, 1),
    ratio: rounded(taken.ratio),
    limit,
    ok: taken.ratio <= limit && problems === 0 && records > 0,
  });
}

/** A file of `SIZE` MB that repeats the logs' chunks. */
function repeated(logs: readonly Uint8Array[]): Uint8Array {
  const chunks = logs.flatMap((log) => {
    const count = Math.floor((log.length - FILE_HEADER_SIZE) / CHUNK_SIZE);
    const at = (i: number) => FILE_HEADER_SIZE + i * CHUNK_SIZE;
    return Array.from({ length: count }, (_, i) => log.subarray(at(i), at(i + 1)));
  });
  const count = Math.floor((SIZE * 1e6) / CHUNK_SIZE);
  const file = new Uint8Array(FILE_HEADER_SIZE + count * CHUNK_SIZE);
  file.set(logs[0]!.subarray(0, FILE_HEADER_SIZE));
  for (let i = 0; i < count; i++) file.set(chunks[i % chunks.length]!, FILE_HEADER_SIZE + i * CHUNK_SIZE);
  return file;
}

function generated(): Uint8Array[] {
  const log = new LogWriter();
  for (let i = 0; i < 1000; i++) log.add(processEvent(i));
  return [log.bytes()];
}

function recorded(shared: string): Uint8Array[] {
  const folder = join(shared, 'corpus', 'regression');
  return readdirSync(folder).flatMap((name) => {
    try {
      return [new Uint8Array(readFileSync(join(folder, name, 'events.evtx')))];
    } catch {
      return []; // a recording that is no event log
    }
  });
}

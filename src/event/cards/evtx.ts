import type { Cards, CardWords } from '../../text';
import type { EvtxCode } from '../evtx/problem';

/** Problems of event log files. */
export const EVTX_CARDS: Cards<EvtxCode, CardWords> = {
  'evtx-not-evtx': {
    finds: 'A file that is not an event log',
    why: 'A Windows event log begins with `ElfFile`, its chunks with `ElfChnk`. This file has neither; perhaps only its name is that of an event log.',
  },
  'evtx-old-format': {
    finds: 'An event log of Windows XP or older',
    why: 'These files end in `.evt` and have another format. Windows can open such a file and save it as `.evtx`.',
  },
  'evtx-file-header': {
    finds: 'A damaged file header',
    why: 'The header only counts the chunks, which are found without it. Records from undamaged chunks are reliable.',
  },
  'evtx-file-cut': {
    finds: 'A truncated file',
    why: 'The file ends inside its header or a chunk. Often it was copied while Windows was writing it. Export the log with `wevtutil epl` instead.',
  },
  'evtx-chunk-signature': {
    finds: 'A chunk without its signature',
    why: 'Each chunk begins with `ElfChnk`. Without it, the chunk was overwritten or damaged; its undamaged records are still read.',
  },
  'evtx-chunk-header': {
    finds: 'A damaged chunk header',
    why: 'Its checksum does not match its content. The undamaged records of the chunk are still read.',
  },
  'evtx-chunk-records': {
    finds: 'Records that were changed',
    why: 'The checksum of the chunk’s records does not match: something changed them after Windows wrote them. Do not use what is read from this chunk as evidence.',
  },
  'evtx-bytes-skipped': {
    finds: 'Bytes that are not a record',
    why: 'A record should begin here but does not. The bytes up to the next record are left out.',
  },
  'evtx-record-size': {
    finds: 'A record with an impossible size',
    why: 'A record states its size at its beginning and at its end. If the two differ, or the record extends beyond its chunk, it is left out.',
  },
  'evtx-record-content': {
    finds: 'A record that cannot be read',
    why: 'The record’s binary XML ends too early or refers to something that is missing. The record is left out; the others are read.',
  },
  'evtx-record-limit': {
    finds: 'A record beyond the limits',
    why: 'A small record can be crafted to expand into endless text. A record that grows too large or nests too deeply is left out; Windows never writes one.',
  },
  'evtx-too-long': {
    finds: 'A log that is too large for the editor',
    why: 'As text it would be longer than a page can hold. The first records are shown; open the file as a large log to see all of them.',
  },
};

import type { Cards, CardWords } from '../../text';
import type { EvtxCode } from '../evtx/problem';

/** What reading an event log file finds. */
export const EVTX_CARDS: Cards<EvtxCode, CardWords> = {
  'evtx-not-evtx': {
    finds: 'A file that is no event log',
    why: 'An event log of Windows begins with `ElfFile`, and its chunks with `ElfChnk`. This file has neither; perhaps it only bears the name of one.',
  },
  'evtx-old-format': {
    finds: 'An event log of Windows XP or older',
    why: 'These files have the ending `.evt` and another format. Windows itself can open one and save it as `.evtx`.',
  },
  'evtx-file-header': {
    finds: 'A damaged file header',
    why: 'The header only counts the chunks, which are found without it. What is read can be relied on as far as the chunks are whole.',
  },
  'evtx-file-cut': {
    finds: 'A file that is cut off',
    why: 'The file ends inside its header or a chunk. Often it was copied while Windows was writing it: export it with `wevtutil epl` instead.',
  },
  'evtx-chunk-signature': {
    finds: 'A chunk without its signature',
    why: 'Each chunk begins with `ElfChnk`. Without it the chunk was overwritten or damaged; the records in it that are whole are read all the same.',
  },
  'evtx-chunk-header': {
    finds: 'A damaged chunk header',
    why: 'Its checksum differs from what stands in it. The records of the chunk are read as far as they are whole.',
  },
  'evtx-chunk-records': {
    finds: 'Records that were changed',
    why: 'The checksum over the records of the chunk differs: after Windows wrote them, something else did. Do not take what is read from it as evidence.',
  },
  'evtx-bytes-skipped': {
    finds: 'Bytes that are no record',
    why: 'A record was expected here and none begins. The bytes up to the next record are left out.',
  },
  'evtx-record-size': {
    finds: 'A record whose size cannot be right',
    why: 'A record gives its size at its beginning and at its end. Where the two differ, or it reaches beyond its chunk, the record is left out.',
  },
  'evtx-record-content': {
    finds: 'A record that cannot be read',
    why: 'The binary XML of the record breaks off or refers to what is not there. The record is left out, and the others are read.',
  },
  'evtx-record-limit': {
    finds: 'A record beyond the limits',
    why: 'A small record can be made to unfold into a text without end. One that grows too large or nests too deeply is left out; Windows writes none such.',
  },
  'evtx-too-long': {
    finds: 'A log that is too large for the editor',
    why: 'As text it would be longer than a page can hold. The first records are there; open the file as a large log for all of them.',
  },
};

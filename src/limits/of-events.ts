import type { Limits } from './limit';

/** What events may take. */
export const EVENTS = {
  depth: {
    name: 'depth of an event',
    value: 200,
    unit: 'levels',
    why: 'Events are walked by recursion; what is deeper is kept in the text, and has no fields.',
  },
  xmlDepth: {
    name: 'depth of an event in XML',
    value: 100,
    unit: 'elements',
    why: 'No provider nests deeper, and the reader is recursive.',
  },
  yamlDepth: {
    name: 'depth of an event in YAML',
    value: 64,
    unit: 'levels',
    why: 'The same.',
  },
  evtxDepth: {
    name: 'depth of a record in an event log',
    value: 64,
    unit: 'elements',
    why: 'The same.',
  },
  rowColumns: {
    name: 'columns of a table in JSON',
    value: 2000,
    unit: 'columns',
    why: 'More names than any index has: such a list is data and no head of a table.',
  },
  headerColumns: {
    name: 'columns of a header of directives',
    value: 300,
    unit: 'columns',
    why: 'The header is read again for each stretch of lines; IIS has 30.',
  },
  drawnColumns: {
    name: 'columns of a table drawn with characters',
    value: 200,
    unit: 'columns',
    why: 'A terminal is not wider.',
  },
  sourceName: {
    name: 'length of a channel’s or a provider’s name where it is told',
    value: 255,
    unit: 'characters',
    why: 'Windows allows no longer name of a channel. The label stands beside each event.',
  },
  surprises: {
    name: 'texts of unknown form that are told',
    value: 20,
    unit: 'places',
    why: 'A file in one unknown form has one message many times.',
  },
  problems: {
    name: 'events that cannot be read and are told',
    value: 200,
    unit: 'problems',
    why: 'A file with a million broken lines has one message many times, and the page underlines each.',
  },
  largeText: {
    name: 'size of a text file for the editor',
    value: 8_000_000,
    unit: 'bytes',
    why: 'An editor holds a text several times over; a larger file stays on the disk and is read in pieces.',
  },
  largeLog: {
    name: 'size of an event log for the editor',
    value: 3_000_000,
    unit: 'bytes',
    why: 'Each byte becomes two or three characters of XML.',
  },
} satisfies Limits;

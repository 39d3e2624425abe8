import { jsonFormat } from '../json-reader';
import { xmlFormat } from '../xml/format';
import type { TextFormat } from './format';
import { linesFormat } from './lines/format';
import { pairsFormat } from './pairs/format';
import { renderedFormat } from './rendered/format';
import { splunkFormat } from './splunk/format';
import { TABLES } from './table/read';

/** All formats. The first that recognises a line has it: the surest stand first. What none claims is read as JSON, and told as no JSON. */
export const FORMATS: readonly TextFormat[] = [
  jsonFormat,
  xmlFormat,
  renderedFormat,
  splunkFormat,
  ...TABLES,
  pairsFormat,
  linesFormat,
];

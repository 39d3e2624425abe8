import { accessFormat } from './access/format';
import { auditdFormat } from './auditd/format';
import { directivesFormat } from './directives/format';
import type { TextFormat } from './format';
import { jsonFormat } from './json/json-reader';
import { linesFormat } from './lines/format';
import { pairsFormat } from './pairs/format';
import { listFormat } from './powershell/list';
import { renderedFormat } from './rendered/format';
import { splunkFormat } from './splunk/format';
import { syslogFormat } from './syslog/format';
import { INNER } from './syslog/inner';
import { TABLES } from './table/read';
import { xmlFormat } from './xml/format';
import { xmlObjectsFormat } from './xml-objects/format';

/** All formats. The first that recognises a line has it: the surest stand first. What none claims is read as plain lines, and told as of unknown form. */
export const FORMATS: readonly TextFormat[] = [
  jsonFormat,
  xmlObjectsFormat,
  xmlFormat,
  renderedFormat,
  splunkFormat,
  auditdFormat,
  syslogFormat(INNER),
  accessFormat,
  directivesFormat,
  listFormat,
  ...TABLES,
  pairsFormat,
  linesFormat,
];

import { accessFormat } from './access/format';
import { auditdFormat } from './auditd/format';
import { directivesFormat } from './directives/format';
import type { TextFormat } from './format';
import { jsonFormat } from './json/json-reader';
import { linesFormat } from './lines/format';
import { FORMAT_NAMES, type FormatName } from './names';
import { pairsFormat } from './pairs/format';
import { listFormat } from './powershell/list';
import { renderedFormat } from './rendered/format';
import { splunkFormat } from './splunk/format';
import { syslogFormat } from './syslog/format';
import { INNER } from './syslog/inner';
import { barFormat, csvFormat, semicolonFormat, tsvFormat } from './table/read';
import { textTableFormat } from './text-table/format';
import { xmlFormat } from './xml/format';
import { xmlObjectsFormat } from './xml-objects/format';
import { yamlFormat } from './yaml/format';

const BY_NAME: Readonly<Record<FormatName, TextFormat>> = {
  JSON: jsonFormat,
  'objects in XML': xmlObjectsFormat,
  XML: xmlFormat,
  'Event Viewer text': renderedFormat,
  'Splunk WinEventLog text': splunkFormat,
  auditd: auditdFormat,
  syslog: syslogFormat(INNER),
  'access log': accessFormat,
  'log with # header': directivesFormat,
  'PowerShell list': listFormat,
  'text table': textTableFormat,
  YAML: yamlFormat,
  CSV: csvFormat,
  TSV: tsvFormat,
  'CSV with semicolons': semicolonFormat,
  'CSV with bars': barFormat,
  'key=value': pairsFormat,
  'plain lines': linesFormat,
};

/**
 * All formats, in the order of their names. The first that recognises a line has it: the surest stand first. What none claims
 * is read as plain lines, and told as of unknown form.
 */
export const FORMATS: readonly TextFormat[] = FORMAT_NAMES.map((name) => BY_NAME[name]);

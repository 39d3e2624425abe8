/** The names of all formats, in the order in which they are tried: for a page that names them and reads none. */
export const FORMAT_NAMES = [
  'JSON',
  'objects in XML',
  'XML',
  'Event Viewer text',
  'Splunk WinEventLog text',
  'auditd',
  'syslog',
  'access log',
  'log with # header',
  'PowerShell list',
  'text table',
  'YAML',
  'CSV',
  'TSV',
  'CSV with semicolons',
  'CSV with bars',
  'key=value',
  'plain lines',
] as const;

export type FormatName = (typeof FORMAT_NAMES)[number];

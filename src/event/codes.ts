import type { Diagnostic } from '../text';

/*
 * The codes of all problems that a text of events can have. Each has a card in cards/: a code without a card, a card
 * without a code, and a fault with another code do not compile.
 */

/** Problems of JSON. */
export type JsonCode =
  | 'json-bracket'
  | 'json-bulk-action'
  | 'json-colon'
  | 'json-colon-missing'
  | 'json-comma'
  | 'json-comma-missing'
  | 'json-comment'
  | 'json-control-character'
  | 'json-escape'
  | 'json-list-inside'
  | 'json-literal'
  | 'json-name'
  | 'json-name-twice'
  | 'json-not-an-object'
  | 'json-not-closed'
  | 'json-not-json'
  | 'json-number'
  | 'json-path-escape'
  | 'json-quotes'
  | 'json-string-open'
  | 'json-syntax'
  | 'json-text-after'
  | 'json-trailing-comma'
  | 'json-value-missing';

/** Problems of XML. */
export type XmlCode =
  | 'xml-attribute'
  | 'xml-declaration'
  | 'xml-name'
  | 'xml-not-an-event'
  | 'xml-not-closed'
  | 'xml-reference'
  | 'xml-tag'
  | 'xml-too-deep';

/** Problems of tables and lines, and of text in a format that the user chose. */
export type LineCode =
  | 'auditd-not-a-record'
  | 'format-not-this'
  | 'format-unknown'
  | 'message-language'
  | 'syslog-structured-data'
  | 'table-cut'
  | 'table-fewer-cells'
  | 'table-more-cells'
  | 'table-not-below'
  | 'table-quote'
  | 'yaml-event';

/** A problem that a text of events can have. */
export type EventCode = JsonCode | XmlCode | LineCode;

/** A problem in a text of events. */
export type EventDiagnostic = Diagnostic<EventCode>;

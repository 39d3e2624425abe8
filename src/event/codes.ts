import type { Diagnostic } from '../text';

/*
 * The codes of all that can be wrong with a text of events. Each has a card in cards/: a code without a card, a card without a
 * code, and a fault with any other code do not compile.
 */

/** Of reading JSON. */
export type JsonCode =
  | 'json-bracket'
  | 'json-colon'
  | 'json-colon-missing'
  | 'json-comma'
  | 'json-comma-missing'
  | 'json-comment'
  | 'json-control-character'
  | 'json-escape'
  | 'json-literal'
  | 'json-name'
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

/** Of reading XML. */
export type XmlCode =
  | 'xml-attribute'
  | 'xml-declaration'
  | 'xml-name'
  | 'xml-not-an-event'
  | 'xml-not-closed'
  | 'xml-reference'
  | 'xml-tag'
  | 'xml-too-deep';

/** Of reading tables and lines, and of reading a text as the format that a person chose. */
export type LineCode =
  | 'auditd-not-a-record'
  | 'format-not-this'
  | 'format-unknown'
  | 'syslog-structured-data'
  | 'table-fewer-cells'
  | 'table-more-cells'
  | 'table-quote';

/** What can be wrong with a text of events. */
export type EventCode = JsonCode | XmlCode | LineCode;

/** Something that is wrong in a text of events. */
export type EventDiagnostic = Diagnostic<EventCode>;

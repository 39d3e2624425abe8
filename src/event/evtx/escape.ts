/*
 * Writes characters as XML. A carriage return is written as a reference, because XML parsers turn a bare one into a
 * line feed; so are characters that XML 1.0 does not allow, because an event's value is preserved.
 */

const IN_TEXT = /[&<>\r\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;
const IN_TEXT_ALL = /[&<>\r\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;
const IN_ATTRIBUTE = /[&<>"\t\n\r\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;
const IN_ATTRIBUTE_ALL = /[&<>"\t\n\r\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

/** The text between two tags. */
export function escapeText(text: string): string {
  return IN_TEXT.test(text) ? text.replace(IN_TEXT_ALL, reference) : text;
}

/** An attribute's value, for use in double quotes. */
export function escapeAttribute(text: string): string {
  return IN_ATTRIBUTE.test(text) ? text.replace(IN_ATTRIBUTE_ALL, reference) : text;
}

function reference(character: string): string {
  switch (character) {
    case '&':
      return '&amp;';
    case '<':
      return '&lt;';
    case '>':
      return '&gt;';
    case '"':
      return '&quot;';
    default:
      return `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`;
  }
}

const NAME = /^[\p{L}_][\p{L}\p{N}\p{M}_.\-:\u00b7]*$/u;

/** True for a valid name of an element or attribute. */
export function isXmlName(text: string): boolean {
  return NAME.test(text);
}

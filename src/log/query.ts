import type { SigmaEvent } from '../event';
import { isScalar, wildcards } from '../text';

/*
 * A search over a log's events: words and phrases in them, and the content of their fields.
 */

/** One part of a query; all parts must hold. */
export type LogClause = { readonly negated: boolean } & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field'; readonly field: string; readonly value: string; readonly wild: boolean }
  | { readonly kind: 'has'; readonly field: string }
);

export interface LogQuery {
  readonly clauses: readonly LogClause[];
  /** Upper and lower case differ. */
  readonly matchCase: boolean;
}

/** `Image:`, `winlog.event_data.Image:`, `@timestamp:`; not `C:\…`, `https://…` nor `12:30`. */
const KEY = /^([\p{L}_@][\p{L}\p{N}_@.#-]*):(?![\\/])/u;

/**
 * Reads a query. Words stand for themselves, `"several words"` for a phrase, in which `""` is a quote;
 * `Image:*\cmd.exe` is a field's whole value, in which `*` stands for any characters; `has:User` is a field with any
 * value; `-` before a part excludes it. Any text is a valid query.
 */
export function parseLogQuery(text: string, matchCase = false): LogQuery {
  const clauses: LogClause[] = [];
  let at = 0;
  const word = (): { text: string; quoted: boolean } => {
    if (text[at] !== '"') {
      const start = at;
      while (at < text.length && !/\s/.test(text[at]!)) at++;
      return { text: text.slice(start, at), quoted: false };
    }
    let phrase = '';
    for (at++; at < text.length; at++) {
      if (text[at] !== '"') phrase += text[at];
      else if (text[at + 1] === '"') phrase += text[at++];
      else break;
    }
    at++;
    return { text: phrase, quoted: true };
  };
  for (;;) {
    while (at < text.length && /\s/.test(text[at]!)) at++;
    if (at >= text.length) break;
    // A dash by itself is an ordinary word.
    const negated = text[at] === '-' && /[^\s-]/.test(text[at + 1] ?? ' ');
    if (negated) at++;
    const field = KEY.exec(text.slice(at))?.[1];
    if (field !== undefined) at += field.length + 1;
    const found = word();
    if (field === undefined) {
      if (found.text !== '') clauses.push({ kind: 'text', negated, text: found.text });
    } else if (field.toLowerCase() === 'has') {
      if (found.text !== '') clauses.push({ kind: 'has', negated, field: found.text });
    } else if (found.text !== '' || found.quoted) {
      const wild = !found.quoted && found.text.includes('*');
      clauses.push({ kind: 'field', negated, field, value: found.text, wild });
    }
  }
  return { clauses, matchCase };
}

/** The ways in which an event may write a text: as it is, and with the escapes of JSON and of XML. */
export function writtenAs(text: string): string[] {
  const json = JSON.stringify(text).slice(1, -1);
  const xml = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return [...new Set([text, json, xml, xml.replaceAll('"', '&quot;')])];
}

/** Tests single events for a query: this defines its meaning, and faster ways must agree with it. */
export function eventTest(query: LogQuery): (event: SigmaEvent | undefined, own: string) => boolean {
  const fold = query.matchCase ? (text: string) => text : (text: string) => text.toLowerCase();
  const tests = query.clauses.map((clause) => {
    const test = clauseTest(clause, fold);
    return (event: SigmaEvent | undefined, own: string) => test(event, own) !== clause.negated;
  });
  return (event, own) => {
    const folded = fold(own);
    return tests.every((test) => test(event, folded));
  };
}

function clauseTest(
  clause: LogClause,
  fold: (text: string) => string,
): (event: SigmaEvent | undefined, own: string) => boolean {
  switch (clause.kind) {
    case 'text': {
      const needles = writtenAs(clause.text).map(fold);
      return (_, own) => needles.some((needle) => own.includes(needle));
    }
    case 'has': {
      const { field } = clause;
      return (event) => event?.get(field) !== undefined;
    }
    case 'field': {
      const { field, value, wild } = clause;
      const wanted = fold(value);
      const holds = wild ? wildcards(wanted) : (text: string) => text === wanted;
      const test = (found: unknown): boolean =>
        Array.isArray(found) ? found.some(test) : isScalar(found) && holds(fold(String(found)));
      return (event) => {
        if (typeof event?.get(field) !== 'string') event?.exact?.();
        return test(event?.get(field));
      };
    }
  }
}

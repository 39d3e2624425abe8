import { range, say } from '../../../text';
import { flat } from '../../shapes/flat';
import { NO_NAMES, type Shape } from '../../shapes/shape';
import { LineReader } from '../by-line';
import { SIGHT, type TextFormat } from '../format';
import type { FieldSpan } from '../span-syntax';
import { accessSpans } from './spans';

export const ACCESS = 'access log';

/** Other names for the same, in rules for proxies and in older rules. */
const ALIASES = new Map<string, readonly string[]>([
  ['c-useragent', ['cs-user-agent']],
  ['cs(User-Agent)', ['cs-user-agent']],
  ['cs-referrer', ['cs-referer']],
  ['cs(Referer)', ['cs-referer']],
  ['c-uri', ['cs-uri-query']],
  ['cs-uri', ['cs-uri-query']],
  ['c-uri-stem', ['cs-uri-stem']],
  ['src_ip', ['c-ip']],
]);

export const accessShape: Shape = {
  ...flat,
  name: ACCESS,
  aliases: (field) => ALIASES.get(field) ?? NO_NAMES,
};

/** Lines of access logs by Apache, nginx and others, in the common or the combined format. */
export const accessFormat: TextFormat = {
  name: ACCESS,
  recognise: (text, at) => {
    const feed = text.indexOf('\n', at);
    const line = text.slice(at, Math.min(feed < 0 ? text.length : feed, at + SIGHT)).trimEnd();
    const spans = accessSpans(line);
    if (!spans) return null;
    const combined = spans.some(({ name }) => name === 'cs-user-agent');
    return say`the line has a web server's time in brackets, a request in quotes, and its status (${combined ? 'combined' : 'common'} format)`;
  },
  reader: (scan) => new LineReader(scan, ACCESS, spansOf, accessShape),
};

function spansOf(line: string): readonly FieldSpan[] {
  return accessSpans(line) ?? [{ name: 'text', value: line, key: null, at: range(0, line.length) }];
}

import { say } from '../../../text';
import { LineReader } from '../by-line';
import { SIGHT, type TextFormat } from '../format';
import { keyEnd, lineSpans } from './scan';

const PAIRS = 'key=value';

/** Lines of `key=value`, logfmt among them. */
export const pairsFormat: TextFormat = {
  name: PAIRS,
  recognise: (text, at) => {
    if (keyEnd(text, at) < 0) return null;
    const feed = text.indexOf('\n', at);
    const line = text.slice(at, Math.min(feed < 0 ? text.length : feed, at + SIGHT)).trimEnd();
    const keys = lineSpans(line).filter(({ key }) => key !== null);
    if (keys.length < 2) return null;
    return say`the line begins with \`${keys[0]!.name}=\` and has ${keys.length} keys with values`;
  },
  reader: (scan) => new LineReader(scan, PAIRS, lineSpans),
};

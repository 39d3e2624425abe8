import { RE2JS, type RE2JSSyntaxException } from 're2js';
import { RULE, told } from '../../limits';
import { prose, say } from '../../text';
import { LONG_TEXT, type PatternListener } from './beacon';
import { compileNative } from './regex-native';
import { translate } from './regex-translate';
import type { Fault, Need, RegexFlags, RegexOccurrence, RegexResult, SigmaRegex } from './regex-types';
import { MAX_OCCURRENCES, MAX_PARTS } from './told';

/**
 * Compiles a Sigma regular expression. RE2 comes first: a shared link must not hang a browser. What RE2 lacks
 * (lookaheads, back references) goes to the browser's engine. What both lack is an error at its range. With `whole`,
 * only a match of the whole text counts. `onPattern` is called before each run of the browser's engine.
 */
export function compileRegex(
  source: string,
  flags: RegexFlags,
  whole = false,
  onPattern?: PatternListener,
): RegexResult {
  if (source.length > RULE.expressionLength.value) {
    const message = say`The expression is longer than ${told(RULE.expressionLength)} characters. Shorten it.`;
    return { ok: false, at: { start: RULE.expressionLength.value, end: source.length }, message };
  }
  const found = linear(source, flags, whole, source, onPattern);
  if ('engine' in found) return { ok: true, regex: found };
  // RE2 stops at the first thing that it lacks, often a lookahead that the browser accepts: its reason would mislead.
  const [leading = ''] = LEADING_FLAGS.exec(source) ?? [];
  const body = translate(source.slice(leading.length));
  const moved = ({ at, message }: Fault): RegexResult => ({
    ok: false,
    at: { start: at.start + leading.length, end: at.end + leading.length },
    message,
  });
  if (!body.ok) return moved(body);
  // Rewrite for RE2 what it only spells differently.
  const other = body.needs.size === 0 ? linear(leading + body.linear, flags, whole, source, onPattern) : null;
  if (other && 'engine' in other) return { ok: true, regex: other };
  if (body.linearOnly) return body.needs.size > 0 ? moved(body.linearOnly) : refusedBy(found, source);
  return compileNative(body, leading, source, flags, whole, onPattern);
}

/** Flags at the front of an expression. The browser takes them separately. */
const LEADING_FLAGS = /^(?:\(\?[ims]+\))+/;
const NO_NEEDS: ReadonlySet<Need> = new Set();

/** Why the linear engine refused an expression that only it could run. */
function refusedBy({ error, input }: RE2JSSyntaxException, source: string): RegexResult {
  const start = source.indexOf(input ?? '');
  const at = input && start >= 0 ? { start, end: start + input.length } : { start: 0, end: source.length };
  const message =
    error === 'invalid repeat count'
      ? prose('A repetition can count to 1,000 at most. Write a lower number.')
      : say`This expression is not accepted (${error}). Shorten or simplify it.`;
  return { ok: false, at, message };
}

/** Compiles `source` for RE2; the expression `written` is told to the listener. */
function linear(
  source: string,
  flags: RegexFlags,
  whole: boolean,
  written: string,
  onPattern: PatternListener | undefined,
): SigmaRegex | RE2JSSyntaxException {
  let bits = RE2JS.LOOKBEHINDS;
  if (flags.i) bits |= RE2JS.CASE_INSENSITIVE;
  if (flags.m) bits |= RE2JS.MULTILINE;
  if (flags.s) bits |= RE2JS.DOTALL;
  try {
    return linearRegex(RE2JS.compile(source, bits), whole, (text) => {
      if (text.length >= LONG_TEXT) onPattern?.(written);
    });
  } catch (error) {
    return error as RE2JSSyntaxException;
  }
}

function linearRegex(re: RE2JS, whole: boolean, onRun: (text: string) => void): SigmaRegex {
  const names = new Map(
    Object.entries(re.namedGroups() as Record<string, number>).map(([name, n]) => [n, name]),
  );
  const count = re.groupCount();
  return {
    engine: 'linear',
    needs: NO_NEEDS,
    test(text) {
      onRun(text);
      return whole ? re.matches(text) : re.test(text);
    },
    find(text) {
      onRun(text);
      const found: RegexOccurrence[] = [];
      let parts = 0;
      const matcher = re.matcher(text);
      const next = whole ? () => found.length === 0 && matcher.matches() : () => matcher.find();
      while (found.length < MAX_OCCURRENCES && parts < MAX_PARTS && next()) {
        const groups: RegexOccurrence['groups'][number][] = [];
        for (let n = 1; n <= count; n++) {
          const start = matcher.start(n);
          if (start >= 0)
            groups.push({ label: names.get(n) ?? String(n), range: { start, end: matcher.end(n) } });
        }
        parts += 1 + groups.length;
        found.push({ range: { start: matcher.start(), end: matcher.end() }, groups });
      }
      return found;
    },
  };
}

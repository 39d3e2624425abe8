import { useEffect, useRef, useState } from 'react';
import { verdictParagraphs } from '../../src/describe';
import type { LintDiagnostic } from '../../src/language';
import type { Trace } from '../../src/match';
import { count } from '../ui/count';
import { Paragraph } from '../ui/Paragraph';
import { Sentence } from '../ui/Sentence';
import { NO_OUTCOME, type Outcome, SnippetEngine } from './run';
import type { Snippet } from './snippet';

/** A snippet that can be changed, and what the engine makes of it as it stands. */
export function Try({ snippet }: { readonly snippet: Snippet }) {
  const [rule, setRule] = useState(snippet.rule);
  const [events, setEvents] = useState(snippet.events);
  const [shown, setShown] = useState<Outcome>(NO_OUTCOME);
  const engine = useRef<SnippetEngine | null>(null);
  useEffect(() => {
    const made = new SnippetEngine(setShown);
    engine.current = made;
    return () => made.close();
  }, []);
  useEffect(() => {
    const { placeholders = {}, file = null } = snippet;
    setShown((outcome) => ({ ...outcome, isDone: false }));
    engine.current?.run({ rule, events, placeholders, fileName: file });
  }, [rule, events, snippet]);
  const isChanged = rule !== snippet.rule || events !== snippet.events;
  const hasEvents = snippet.problems === undefined;
  return (
    <div className="lookup-try">
      <div className={hasEvents ? 'lookup-texts' : ''}>
        <Text label="Rule" text={rule} onText={setRule} />
        {hasEvents ? <Text label="Events" text={events} onText={setEvents} /> : null}
      </div>
      {snippet.placeholders ? (
        <p className="soft">
          {Object.entries(snippet.placeholders).map(([name, values]) => (
            <span key={name}>
              <code>%{name}%</code> stands for {values.join(' or ')}.
            </span>
          ))}
        </p>
      ) : null}
      <Results outcome={shown} hasEvents={hasEvents} />
      <button
        type="button"
        className="btn"
        disabled={!isChanged}
        onClick={() => {
          setRule(snippet.rule);
          setEvents(snippet.events);
        }}
      >
        As it was
      </button>
    </div>
  );
}

/** Characters of an event in one row of its box, about. */
const WRAPPED = 45;

/** The height of a box in rows: all of a snippet, as long as that is not much. */
function rowsOf(text: string, width: number): number {
  const rows = text
    .trimEnd()
    .split('\n')
    .map((line) => Math.max(1, Math.ceil(line.length / width)));
  return Math.min(
    18,
    rows.reduce((sum, row) => sum + row, 1),
  );
}

interface TextProps {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}

function Text({ label, text, onText }: TextProps) {
  const rows = rowsOf(text, label === 'Rule' ? Number.POSITIVE_INFINITY : WRAPPED);
  return (
    <label className="lookup-text">
      <span className="soft">{label}</span>
      <textarea
        className="field field-code"
        value={text}
        rows={rows}
        wrap={label === 'Rule' ? 'off' : 'soft'}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        onChange={(event) => onText(event.target.value)}
      />
    </label>
  );
}

function Results({ outcome, hasEvents }: { readonly outcome: Outcome; readonly hasEvents: boolean }) {
  const { isDone, isGood, problems, traces, fired, failure } = outcome;
  return (
    <section aria-label="Result" aria-live="polite" data-done={isDone} className="lookup-result">
      {failure === null ? null : <p className="bad">{failure}</p>}
      {hasEvents && isGood
        ? traces.map((trace, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an event is known by its place.
            <EventVerdict key={i} number={i + 1} trace={trace} />
          ))
        : null}
      {fired.map(({ title, firings }) => (
        <p key={title}>
          The correlation “{title}” {firings === 0 ? 'does not fire' : `fires ${times(firings)}`}.
        </p>
      ))}
      {hasEvents && isGood ? null : <Problems problems={problems} isDone={isDone} />}
    </section>
  );
}

function times(firings: number): string {
  return firings === 1 ? 'once' : count(firings, 'time');
}

const GLYPHS = { match: '✓', 'no match': '–', 'not applicable': '≠', error: '!' } as const;

function EventVerdict({ number, trace }: { readonly number: number; readonly trace: Trace | null }) {
  if (!trace) return <p>Event {number} cannot be read.</p>;
  const { verdict } = trace;
  return (
    <div className="lookup-event">
      <strong className={verdict === 'match' ? 'good' : ''}>
        <span aria-hidden="true">{GLYPHS[verdict]}</span> Event {number}: {verdict}.
      </strong>{' '}
      {verdictParagraphs(trace).map((words, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the sentences have no identity of their own and never move.
        <span key={i} className={i > 0 ? 'soft' : ''}>
          <Paragraph words={words} />{' '}
        </span>
      ))}
    </div>
  );
}

function Problems({
  problems,
  isDone,
}: {
  readonly problems: readonly LintDiagnostic[];
  readonly isDone: boolean;
}) {
  if (problems.length === 0) return isDone ? <p className="good">No problems.</p> : null;
  return (
    <ul className="lookup-problems" aria-label="Problems">
      {problems.map(({ code, range, message }) => (
        <li key={`${code}-${range.start}`}>
          <code>{code}</code> <Sentence words={message} />
        </li>
      ))}
    </ul>
  );
}

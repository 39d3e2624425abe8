import type { LogRow } from '../../../src/log';
import { VERDICTS } from '../../../src/match';
import { Sentence } from '../../ui/Sentence';
import { useLog } from '../store';
import { timeWords, verdictWords } from './words';

const CLASSES: Readonly<Record<(typeof VERDICTS)[number], string>> = {
  match: 'log-verdict log-verdict-match',
  'no match': 'log-verdict',
  'not applicable': 'log-verdict log-verdict-other',
  error: 'log-verdict log-verdict-error',
};

interface LogLineProps {
  readonly place: number;
  readonly row: LogRow | undefined;
  readonly chosen: number;
  readonly total: number;
  readonly digits: number;
  /** The name of its file, where the log has several. */
  readonly file: string | null;
  readonly top: number;
  readonly onChoose: () => void;
}

/** One event of the list; `row` is undefined until it has arrived. */
export function LogLine({ place, row, chosen, total, digits, file, top, onChoose }: LogLineProps) {
  const verdict = row && VERDICTS[row.code];
  const isChosen = row !== undefined && row.event === chosen;
  const words = row ? verdictWords(row.code) : '';
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys.
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the option.
    <div
      id={`log-${place}`}
      role="option"
      className={isChosen ? 'log-line log-line-chosen' : 'log-line'}
      style={{ transform: `translateY(${top}px)` }}
      aria-selected={isChosen}
      aria-setsize={total}
      aria-posinset={place + 1}
      aria-label={
        row
          ? `Event ${(row.event + 1).toLocaleString('en')}: ${words}, ${row.source}${file === null ? '' : `, ${file}`}`
          : 'Loading'
      }
      onClick={onChoose}
    >
      {row ? (
        <>
          <span className="log-number" style={{ width: `${digits + 2}ch` }}>
            {(row.event + 1).toLocaleString('en')}
          </span>
          <span className={verdict ? CLASSES[verdict] : 'log-verdict'}>
            {verdict === 'match' ? '✓ ' : ''}
            {words}
          </span>
          <span className="log-time">{timeWords(row.time)}</span>
          {file === null ? null : (
            <span className="log-file" title={file}>
              {file.slice(file.lastIndexOf('/') + 1)}
            </span>
          )}
          <span className="log-source" title={row.source}>
            {row.source}
          </span>
          <span className="log-summary">
            {row.fault ? (
              <Sentence words={row.fault} />
            ) : (
              row.summary.map(({ field, value }) => (
                <span key={field}>
                  <span className="log-field">{field}</span> {value}{' '}
                </span>
              ))
            )}
          </span>
        </>
      ) : null}
    </div>
  );
}

/** Why the list is empty. */
export function Nothing() {
  const state = useLog((log) => log.state);
  if (!state || state.phase === 'opening') return <p className="empty">Reading…</p>;
  if (state.events === 0)
    return (
      <p className="empty">
        <Sentence words={state.problems[0]?.message ?? ['The file holds no events.']} />
      </p>
    );
  if (state.phase !== 'ready' && !state.stopped) return <p className="empty">None so far.</p>;
  return <p className="empty">No event matches the search and the filters.</p>;
}

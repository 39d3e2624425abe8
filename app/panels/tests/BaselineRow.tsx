import { useRef } from 'react';
import { hitWords, removeBaseline, setBaseline, showHits } from '../../log/baseline';
import { useBaseline } from '../../log/baseline-state';
import { fileName } from '../../results/file-names';
import { session } from '../../state/session';
import { Sentence } from '../../ui/Sentence';

/** The baseline: how often the rule matches in it, and what can be done with it. */
export function BaselineRow() {
  const baseline = useBaseline();
  const picker = useRef<HTMLInputElement>(null);
  const choose = () => picker.current?.click();
  const takePresent = () => {
    const { events } = session.getState();
    void setBaseline(new Blob([events]), fileName('events'));
  };
  return (
    <section className="tests-baseline" aria-label="Baseline">
      <strong>Baseline</strong>
      {baseline === null ? (
        <span className="soft">Events that the rule must stay silent on, whatever is in the editor.</span>
      ) : (
        <>
          <span>{baseline.name}</span>
          <span role="status" className={baseline.hits > 0 || baseline.loss ? 'bad' : 'soft'}>
            {baseline.loss ? (
              <Sentence words={baseline.loss} />
            ) : (
              `${baseline.isDone ? (baseline.hits === 0 ? '✓ ' : '✗ ') : ''}${hitWords(baseline)}${baseline.isDone ? '' : '…'}`
            )}
          </span>
        </>
      )}
      <span className="gap" />
      {baseline && baseline.hits > 0 ? (
        <button type="button" className="btn" onClick={showHits}>
          Show hits
        </button>
      ) : null}
      <button type="button" className="btn" onClick={choose}>
        {baseline ? 'Replace…' : 'Choose a file…'}
      </button>
      {baseline ? (
        <button type="button" className="btn" onClick={() => void removeBaseline()}>
          Remove
        </button>
      ) : (
        <button type="button" className="btn" onClick={takePresent}>
          Use the present events
        </button>
      )}
      <input
        ref={picker}
        type="file"
        hidden
        aria-label="Choose a baseline"
        onChange={(e) => {
          const [file] = e.target.files ?? [];
          e.target.value = '';
          if (file) void setBaseline(file, file.name);
        }}
      />
    </section>
  );
}

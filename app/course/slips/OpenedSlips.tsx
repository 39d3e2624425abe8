import { useRef, useState } from 'react';
import { type CheckedEntry, type SlipVerdict, workOf } from '../../../src/teach';
import { textOf } from '../../actions/file-text';
import { openInSheet } from '../../actions/sheets';
import { closeLearn } from '../../state/learn';
import { session } from '../../state/session';
import { count } from '../../ui/count';
import { notify } from '../../ui/notices';
import { sheetOfLesson } from '../lesson-work';
import { addSlip, closeSlip, type Opened, slipIn, useOpenedSlips } from './checked';

/** The slips that were handed in, each graded again. */
export function OpenedSlips() {
  const slips = useOpenedSlips();
  return (
    <section className="slip-checks" aria-labelledby="slip-checks">
      <h3 id="slip-checks">Check what learners hand in</h3>
      <p className="soft">
        Each work is graded again here, so a slip counts only for what passes. The course has to be in this
        browser: open its link first, or write it here.
      </p>
      <Taking />
      {slips.map((one) => (
        <OneSlip key={one.id} opened={one} />
      ))}
    </section>
  );
}

/** Takes slips: pasted, or as files. */
function Taking() {
  const [text, setText] = useState('');
  const picker = useRef<HTMLInputElement>(null);
  const tell = (said: string) => notify({ key: 'slip', text: said, for: 12_000 });
  const take = async () => {
    const read = await slipIn(text);
    if ('why' in read) return tell(read.why);
    setText('');
    addSlip(read.slip);
  };
  const open = async (files: readonly File[]) => {
    for (const file of files) {
      const read = await textOf(file).then(slipIn, () => ({ why: 'It could not be read.' }));
      if ('why' in read) tell(`${file.name}: ${read.why}`);
      else addSlip(read.slip);
    }
  };
  return (
    <>
      <label className="slip-name">
        <span>A slip’s text with its link, or the content of its file</span>
        <textarea className="field" rows={3} value={text} onChange={(e) => setText(e.target.value)} />
      </label>
      <span className="slip-tools">
        <button type="button" className="btn" disabled={text.trim() === ''} onClick={() => void take()}>
          Check
        </button>
        <button type="button" className="btn-quiet" onClick={() => picker.current?.click()}>
          Open slip files
        </button>
      </span>
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        aria-label="Open slip files"
        accept=".json,.txt"
        onChange={(e) => {
          const files = [...(e.currentTarget.files ?? [])];
          e.currentTarget.value = '';
          void open(files);
        }}
      />
    </>
  );
}

function OneSlip({ opened }: { readonly opened: Opened }) {
  const { id, slip, course, checked } = opened;
  const who = slip.learner || 'Without a name';
  return (
    <article className="slip-one" aria-label={`Slip of ${who}`}>
      <div className="slip-head">
        <h4>{who}</h4>
        <span className="soft">
          {slip.course} · {slip.made.slice(0, 10)}
        </span>
        <span className="gap" />
        <button
          type="button"
          className="btn-quiet"
          aria-label={`Close the slip of ${who}`}
          onClick={() => closeSlip(id)}
        >
          Close
        </button>
      </div>
      {course === null ? <p className="bad">The course of this slip is not in this browser.</p> : null}
      {checked === null ? (
        <p className="soft">Grading…</p>
      ) : (
        <>
          <p className={checked.holds ? 'slip-sum' : 'slip-sum bad'} role="status">
            {count(checked.passed, 'lesson')} passed{course ? ` of ${course.lessons.length}` : ''}.{' '}
            {checked.holds ? 'The slip holds.' : 'The slip claims more than holds.'}
          </p>
          <Entries opened={opened} entries={checked.entries} />
        </>
      )}
    </article>
  );
}

const VERDICTS: Readonly<Record<SlipVerdict, { readonly sign: string; readonly isGood: boolean }>> = {
  passes: { sign: '✓', isGood: true },
  'does not pass': { sign: '○', isGood: true },
  'does not hold': { sign: '✗', isGood: false },
  'unknown lesson': { sign: '?', isGood: false },
};

function Entries({
  opened,
  entries,
}: {
  readonly opened: Opened;
  readonly entries: readonly CheckedEntry[];
}) {
  return (
    <table className="data-table slip-table">
      <caption className="visually-hidden">Lessons of the slip</caption>
      <thead>
        <tr>
          {['Lesson', 'Graded again', 'Tries', 'Hints', 'When', 'Work'].map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map(({ entry, verdict }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a slip may name a lesson twice.
          <tr key={i}>
            <th scope="row">{entry.title || entry.lesson}</th>
            <td className={VERDICTS[verdict].isGood ? '' : 'bad'}>
              <span aria-hidden="true">{VERDICTS[verdict].sign}</span> {verdict}
              {isOfOther(opened, entry.lesson) ? (
                <span className="soft"> by another version of the lesson</span>
              ) : null}
              {opened.why.has(entry.lesson) ? (
                <span className="soft"> {opened.why.get(entry.lesson)}</span>
              ) : null}
            </td>
            <td data-title="Tries">{entry.tries}</td>
            <td data-title="Hints">
              {entry.helped}
              {entry.sawSolution ? ', solution shown' : ''}
            </td>
            <td>{entry.at.slice(0, 10)}</td>
            <td>
              <OpenWork opened={opened} entry={entry} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** True for a work that was graded by another version than that of the course that the slip is measured by. */
function isOfOther({ course, by }: Opened, id: string): boolean {
  const used = by.get(id);
  const own = course?.lessons.find((lesson) => lesson.id === id);
  return used !== undefined && JSON.stringify(used) !== JSON.stringify(own);
}

/** Shows a work in a sheet of its own. */
function OpenWork({
  opened: { slip, by },
  entry,
}: {
  readonly opened: Opened;
  readonly entry: CheckedEntry['entry'];
}) {
  const lesson = by.get(entry.lesson);
  if (!lesson) return null;
  const open = () => {
    const work = { ...sheetOfLesson('', lesson, workOf(lesson, entry.work)), ruleName: '' };
    if (!openInSheet(work, `${slip.learner || 'Slip'}: ${lesson.title}`)) return;
    session.setState({ pane: 'rule' });
    closeLearn();
  };
  return (
    <button
      type="button"
      className="btn-quiet"
      aria-label={`Open the work in ${lesson.title}`}
      onClick={open}
    >
      Open
    </button>
  );
}

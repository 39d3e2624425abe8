import { useState } from 'react';
import { slipText } from '../../../src/teach';
import { addressOf } from '../../actions/copy-link';
import { readString } from '../../state/fields';
import { load, save } from '../../state/storage';
import { copyText } from '../../ui/copy';
import { saveFile } from '../../ui/save-file';
import { ByHand } from '../ByHand';
import { CourseChoice } from '../CourseChoice';
import { copyMade } from '../copy-made';
import { OWN, useCourses, useShownCourse } from '../courses';
import { slipLink } from '../links';
import { useProgress } from '../progress';
import { slipOf } from './make-slip';

const KEY = 'learner';

/** The slip of the chosen course, to be handed in as text, file or link. */
export function OwnSlip() {
  const all = useCourses();
  const shown = useShownCourse();
  const of = useProgress((s) => s.of);
  const [learner, setLearner] = useState(() => load(KEY, readString) ?? '');
  const [byHand, setByHand] = useState<string | null>(null);
  const key = all.has(shown) ? shown : OWN;
  const course = all.get(key);
  if (!course) return null;
  const slip = slipOf(key, course, of, learner);
  const isEmpty = slip.entries.length === 0;
  const copyAsText = async () => {
    const made = await slipLink(slip);
    const link = made.ok ? `\nTo check it, open:\n${addressOf(made.hash)}\n` : '';
    await copyText(`${slipText(slip)}${link}`, 'Slip');
  };
  const copyAsLink = async () =>
    setByHand(await copyMade(await slipLink(slip), 'Link copied. The link itself holds the slip.'));
  return (
    <section className="slip-own" aria-labelledby="slip-own">
      <h3 id="slip-own">Hand in your results</h3>
      <CourseChoice />
      <label className="slip-name">
        <span>Your name, as your teacher knows you</span>
        <input
          className="field"
          value={learner}
          autoComplete="name"
          onChange={(e) => {
            setLearner(e.target.value);
            save(KEY, e.target.value);
          }}
        />
      </label>
      <span className="slip-tools">
        <button type="button" className="btn" disabled={isEmpty} onClick={() => void copyAsText()}>
          Copy as text
        </button>
        <button
          type="button"
          className="btn"
          disabled={isEmpty}
          onClick={() =>
            saveFile('sigma-slip.json', `${JSON.stringify(slip, null, 2)}\n`, 'application/json')
          }
        >
          Save as a file
        </button>
        <button type="button" className="btn" disabled={isEmpty} onClick={() => void copyAsLink()}>
          Copy link
        </button>
      </span>
      {byHand === null ? null : <ByHand link={byHand} />}
      {isEmpty ? (
        <p className="soft">Nothing was tried in this course yet.</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys have to reach it.
        <section className="slip-preview" tabIndex={0} aria-label="The slip">
          {slipText(slip)}
        </section>
      )}
    </section>
  );
}

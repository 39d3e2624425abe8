import { useState } from 'react';
import { readCourse } from '../../../src/teach';
import { ByHand } from '../ByHand';
import { copyMade } from '../copy-made';
import { courseLink } from '../links';
import { courseOf, useDrafts } from './drafts';
import { saveCourseFile } from './files';

const COPIED = 'Link copied. The link itself holds the lessons, with all that is held back.';

/** What is written as a link or a file, once all of it can be read. */
export function DraftShare() {
  const draft = useDrafts((s) => s.course);
  const [byHand, setByHand] = useState<string | null>(null);
  const course = courseOf(draft);
  const isWhole = readCourse(course).course !== null;
  const copy = async () => setByHand(await copyMade(await courseLink(course), COPIED));
  return (
    <section className="write-share" aria-label="Share">
      <h3>Share</h3>
      <p className="soft">
        {isWhole
          ? 'The link or file holds the lessons whole: who looks into it finds what is held back.'
          : 'Some lesson is not whole yet: see its checks.'}
      </p>
      <span className="write-tools">
        <button type="button" className="btn" disabled={!isWhole} onClick={() => void copy()}>
          Copy link
        </button>
        <button type="button" className="btn" disabled={!isWhole} onClick={saveCourseFile}>
          Save as a file
        </button>
      </span>
      {byHand === null ? null : <ByHand link={byHand} />}
    </section>
  );
}

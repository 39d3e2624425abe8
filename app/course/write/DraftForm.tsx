import { type Lesson, readText } from '../../../src/teach';
import { Sentence } from '../../ui/Sentence';
import { DRAFT } from '../courses';
import { LessonText } from '../LessonText';
import { DraftChecks } from './DraftChecks';
import { DraftEvents } from './DraftEvents';
import { DraftSolutions, RuleField } from './DraftSolutions';
import { type Drafted, type DraftLesson, lessonOf } from './draft';
import { setDrafted } from './drafts';
import { tryDraft } from './try-draft';

/** The chosen lesson, to be written. */
export function DraftForm({ drafted }: { readonly drafted: Drafted }) {
  const lesson = lessonOf(drafted);
  return (
    <section className="write-form" aria-label="The lesson">
      {drafted.kind === 'file' ? <OfFile lesson={lesson} /> : <Form draft={drafted.draft} id={drafted.id} />}
      <DraftChecks lesson={lesson} draft={drafted.kind === 'form' ? drafted.draft : null} />
      <span className="write-tools">
        <button type="button" className="btn btn-main" onClick={() => tryDraft(lesson)}>
          Try it as a learner
        </button>
      </span>
    </section>
  );
}

/** A lesson that has more than the form knows. */
function OfFile({ lesson }: { readonly lesson: Lesson }) {
  return (
    <>
      <h3>{lesson.title}</h3>
      <p className="soft">
        This lesson comes from a file and has more than this form knows. Here it can be put in order, tried
        and shared; change it in its file.
      </p>
    </>
  );
}

const LINES: readonly {
  readonly key: 'title' | 'chapter' | 'teaches' | 'goal';
  readonly label: string;
  readonly placeholder: string;
}[] = [
  { key: 'title', label: 'Title', placeholder: 'A backslash before a wildcard' },
  { key: 'chapter', label: 'Chapter', placeholder: 'May be empty' },
  { key: 'teaches', label: 'What it teaches', placeholder: 'One line for the list' },
  { key: 'goal', label: 'Goal', placeholder: 'Find events 1 and 3, leave event 2.' },
];

function Form({ draft, id }: { readonly draft: DraftLesson; readonly id: string }) {
  const change = (part: Partial<DraftLesson>) =>
    setDrafted({ kind: 'form', id, draft: { ...draft, ...part } });
  const { problems } = readText(draft.text);
  return (
    <>
      <div className="write-lines">
        {LINES.map(({ key, label, placeholder }) => (
          <label key={key} className="write-field">
            <span>{label}</span>
            <input
              className="field"
              value={draft[key]}
              placeholder={placeholder}
              onChange={(e) => change({ [key]: e.target.value })}
            />
          </label>
        ))}
        <label className="write-field">
          <span>Minutes</span>
          <input
            className="field write-number"
            type="number"
            min={0}
            max={600}
            value={draft.minutes}
            onChange={(e) => change({ minutes: Math.max(0, Math.trunc(Number(e.target.value)) || 0) })}
          />
        </label>
      </div>
      <div className="write-text">
        <label className="write-field">
          <span>Text</span>
          <textarea
            className="field"
            rows={8}
            value={draft.text}
            placeholder="What it is about, and why. **bold**, `code`, lists with -, code between lines of ```"
            onChange={(e) => change({ text: e.target.value })}
          />
        </label>
        <section className="write-preview" aria-label="As the learner sees it">
          {draft.text.trim() === '' ? (
            <p className="soft">As the learner sees it</p>
          ) : (
            <LessonText text={draft.text} courseKey={DRAFT} />
          )}
          {problems.map(({ message }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: they come with each text anew.
            <p key={i} className="bad">
              <Sentence words={message} />
            </p>
          ))}
        </section>
      </div>
      <RuleField
        label="Rule to begin with"
        value={draft.rule}
        onChange={(rule) => change({ rule })}
        help="Best a mistake that people make."
      />
      <DraftEvents draft={draft} onChange={change} />
      <DraftSolutions draft={draft} onChange={change} />
      <Hints hints={draft.hints} onChange={(hints) => change({ hints })} />
    </>
  );
}

const STEPS = ['where to look', 'why', 'what to write'];

/** Hints of the author's own. */
function Hints({
  hints,
  onChange,
}: {
  readonly hints: readonly string[];
  readonly onChange: (hints: string[]) => void;
}) {
  return (
    <fieldset className="write-set">
      <legend>Hints</legend>
      <p className="soft">
        The engine says where the work goes wrong and why. Yours are told where it has nothing better to say.
      </p>
      {STEPS.map((step, i) => (
        <label key={step} className="write-field">
          <span>Hint: {step}</span>
          <input
            className="field"
            value={hints[i] ?? ''}
            onChange={(e) => onChange(STEPS.map((_, at) => (at === i ? e.target.value : (hints[at] ?? ''))))}
          />
        </label>
      ))}
    </fieldset>
  );
}

import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { itemsOf } from '../../../src/rule';
import { NO_MAPPING, type Words } from '../../../src/text';
import { effectivelyChosen } from '../../results/chosen';
import { useResults } from '../../results/results';
import { usePanel } from '../../results/use-panel';
import { useSession } from '../../state/session';
import { cutEntry } from '../../ui/cut';
import { once } from '../../ui/once';
import { Sentence } from '../../ui/Sentence';
import { addMapping, naming, removeMapping } from './naming';

const NONE: readonly string[] = [];

/** The user's field mappings, and a form to add one. */
export function FieldNames() {
  const mapping = useSession((s) => s.settings.mapping ?? NO_MAPPING);
  const title = useId();
  return (
    <section className="formats-names" aria-labelledby={title}>
      <h3 id={title}>Field mappings</h3>
      {Object.keys(mapping).length === 0 ? null : (
        <ul className="formats-names-made" aria-label="Your field mappings">
          {Object.entries(mapping).map(([own, field]) => (
            <li key={own}>
              <span>
                <code>{cutEntry(own)}</code> is <code>{cutEntry(field)}</code>
              </span>
              <button
                type="button"
                className="btn-icon"
                aria-label={`Remove ${own} is ${field}`}
                onClick={once(() => removeMapping(own))}
              >
                <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <NewName />
    </section>
  );
}

function NewName() {
  usePanel('formats');
  const asked = useStore(naming, (n) => n.field);
  const [own, setOwn] = useState('');
  const [field, setField] = useState(asked);
  const [wrong, setWrong] = useState<Words | null>(null);
  const first = useRef<HTMLInputElement>(null);
  const id = useId();
  // If the user came for one field, the form has the focus at once.
  useEffect(() => {
    if (asked !== '') first.current?.focus();
  }, [asked]);
  const selected = useSession((s) => s.selected);
  const chosen = useResults((r) => effectivelyChosen(selected, r.outcome.verdicts.length));
  const trace = useResults((r) => r.outcome.traces.get(chosen));
  const ownNames = useResults((r) => r.outcome.fields.get(chosen) ?? NONE);
  const ruleNames = new Set(
    (trace?.selections ?? []).flatMap(({ body }) => itemsOf(body)).flatMap(({ field: one }) => one ?? []),
  );
  const add = (e: FormEvent) => {
    e.preventDefault();
    const problem = addMapping(own, field);
    setWrong(problem);
    if (problem === null) {
      setOwn('');
      setField('');
    }
    first.current?.focus();
  };
  return (
    <form className="formats-names-new" onSubmit={add}>
      <label>
        In the events
        <input
          ref={first}
          className="field"
          value={own}
          list={`${id}own`}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          aria-describedby={wrong === null ? undefined : `${id}wrong`}
          onChange={(e) => setOwn(e.target.value)}
        />
      </label>
      <label>
        In the rule
        <input
          className="field"
          value={field}
          list={`${id}rule`}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          aria-describedby={wrong === null ? undefined : `${id}wrong`}
          onChange={(e) => setField(e.target.value)}
        />
      </label>
      <button type="submit" className="btn">
        Add
      </button>
      <Names id={`${id}own`} names={ownNames} />
      <Names id={`${id}rule`} names={[...ruleNames]} />
      <p className="formats-names-wrong" id={`${id}wrong`} role="status">
        {wrong === null ? null : <Sentence words={wrong} />}
      </p>
    </form>
  );
}

function Names({ id, names }: { readonly id: string; readonly names: readonly string[] }) {
  return (
    <datalist id={id}>
      {names.map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  );
}

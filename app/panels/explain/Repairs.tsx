import type { Repair } from '../../../src/match/repair';
import { editors, onEditorReady } from '../../editor/editors';
import { useResults } from '../../engine/results';
import { session, useSession } from '../../session/session';
import { notify } from '../../ui/notices';
import { Sentence } from '../../ui/Sentence';
import { goTo } from '../go-to';
import { consequence, triedOn } from './repair-words';

const MAX_SHOWN = 5;

/** Changes of the rule that would make a missed event match, each with what it does to the others. */
export function Repairs({ event }: { readonly event: number }) {
  const repairs = useResults((r) => r.outcome.repairs.get(event));
  const text = useResults((r) => r.outcome.rule);
  const current = useSession((s) => s.rule === text);
  if (!repairs || repairs.length === 0) return null;
  return (
    <ul className="repairs" aria-label="Changes that would make it match">
      {repairs.slice(0, MAX_SHOWN).map((repair) => (
        <li key={repair.title} className="card repair">
          <span className="pill">{triedOn(repair)}</span>
          <p className="repair-text">
            <Sentence text={repair.title} />. <span className="soft">{consequence(repair, event)}</span>
          </p>
          <button
            type="button"
            className="btn"
            aria-label={`Apply: ${repair.title.replaceAll('`', '')}`}
            disabled={!current}
            onClick={() => applyRepair(text, repair)}
          >
            Apply
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Applies a change through the editor, so that undo takes it back; on a phone the rule comes to the front to show it. */
export function applyRepair(text: string, repair: Repair): void {
  session.setState({ pane: 'rule' });
  if (editors.rule.handle) {
    applyNow(text, repair);
    return;
  }
  // On a phone the rule's editor may not have been shown yet.
  const done = onEditorReady(() => {
    if (!editors.rule.handle) return;
    done();
    applyNow(text, repair);
  });
}

function applyNow(text: string, { edits }: Repair): void {
  const { handle } = editors.rule;
  if (session.getState().rule !== text || !handle) {
    notify({ key: 'fix', text: 'The text has changed since; look again.', for: 4000 });
    return;
  }
  handle.applyEdits(edits);
  const start = Math.min(...edits.map((edit) => edit.range.start));
  goTo('rule', { start, end: start }, true);
}

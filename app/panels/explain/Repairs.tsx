import { plain, unmarked } from '../../../src/text';
import { said } from '../../actions/apply-fix';
import { editRule } from '../../actions/edit-rule';
import { useResults } from '../../results/results';
import { useSession } from '../../state/session';
import { once } from '../../ui/once';
import { Sentence } from '../../ui/Sentence';
import { BrokenTests, NotTried } from './BrokenTests';
import { consequence, letsIn } from './repair-words';
import { useBrokenFirings } from './use-broken-firings';

const MAX_SHOWN = 5;

/** Changes to the rule that would make a missed event match, each with its effect on the others. */
export function Repairs({ event }: { readonly event: number }) {
  const repairs = useResults((r) => r.outcome.repairs.get(event))?.slice(0, MAX_SHOWN) ?? [];
  const text = useResults((r) => r.outcome.rule);
  const current = useSession((s) => s.rule === text);
  const broken = useBrokenFirings(repairs.map(({ edits }) => edits));
  if (repairs.length === 0) return null;
  return (
    <>
      <ul className="explain-repairs" aria-label="Changes that would make it match">
        {repairs.map((repair, i) => (
          <li key={`${plain(repair.title)} ${repair.edits[0]?.range.start}`} className="card explain-repair">
            <span className="pill">{letsIn(repair)}</span>
            <p className="explain-repair-text">
              <Sentence words={repair.title} />. <span className="soft">{consequence(repair, event)}</span>{' '}
              <BrokenTests change={repair} correlations={broken.documents[i] ?? []} />
            </p>
            <button
              type="button"
              className="btn"
              aria-label={`Apply: ${unmarked(repair.title)}`}
              disabled={!current}
              onClick={once(() => editRule(text, repair.edits, said('rule', repair.title)))}
            >
              Apply
            </button>
          </li>
        ))}
      </ul>
      <NotTried why={broken.refused} />
    </>
  );
}

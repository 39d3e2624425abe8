import type { FiringRepair } from '../../../src/authoring';
import { plain, unmarked } from '../../../src/text';
import { said } from '../../actions/apply-fix';
import { editRule } from '../../actions/edit-rule';
import { expectNoFirings } from '../../actions/expect-firings';
import type { ExpectedCorrelation } from '../../results/expected-firings';
import { useResults } from '../../results/results';
import { session, useSession } from '../../state/session';
import { once } from '../../ui/once';
import { Sentence } from '../../ui/Sentence';
import { chooseDocument } from '../documents/choose-document';
import type { Unmet } from './use-unmet-firings';
import { brokenTestsWords, firingWishWords } from './words';

interface CorrelationTestRowProps {
  readonly test: ExpectedCorrelation;
  readonly unmet: Unmet;
}

function foundWords({ isMet, fires }: ExpectedCorrelation): string {
  if (isMet === null) return 'evaluating';
  if (isMet) return 'as expected';
  if (fires === null) return 'does not compile';
  if (fires === 0) return 'does not fire';
  return fires === 1 ? 'fires once' : `fires ${fires.toLocaleString('en')} times`;
}

/** A correlation with what is expected of it; where that is not met, why, and what to change. */
export function CorrelationTestRow({ test, unmet }: CorrelationTestRowProps) {
  const { document, wanted, isMet } = test;
  const found = unmet.found.get(document);
  const show = () => {
    chooseDocument(document);
    session.setState({ tab: 'correlations' });
  };
  return (
    <>
      <div className="tests-head">
        <button type="button" className="btn-line" onClick={show}>
          <span className={isMet === false ? 'bad' : isMet ? 'good' : 'soft'} aria-hidden="true">
            {isMet === null ? '…' : isMet ? '✓' : '✗'}
          </span>{' '}
          <strong>{wanted.of}</strong> {firingWishWords(test)}
          {': '}
          <span className={isMet === false ? 'bad' : 'soft'}>{foundWords(test)}</span>
        </button>
        <button type="button" className="btn-quiet" onClick={show}>
          Show firings
        </button>
        <button
          type="button"
          className="btn-quiet"
          aria-label={`Remove the test of ${wanted.of}`}
          onClick={() => expectNoFirings(wanted.of)}
        >
          ✕
        </button>
      </div>
      {isMet === false ? (
        <>
          {unmet.refused ? (
            <p className="tests-why soft">
              <Sentence words={unmet.refused} />
            </p>
          ) : null}
          {found?.why.map((reason) => (
            <p key={plain(reason)} className="tests-why">
              <Sentence words={reason} />
            </p>
          ))}
          {found && found.repairs.length > 0 ? (
            <ul
              className="tests-repairs"
              aria-label={`Changes with which ${wanted.of} does what is expected`}
            >
              {found.repairs.map((repair) => (
                <Repair key={plain(repair.title)} repair={repair} />
              ))}
            </ul>
          ) : null}
        </>
      ) : null}
    </>
  );
}

/** A change of the correlation, and which other tests it would break. */
function Repair({ repair: { title, edits, breaks } }: { readonly repair: FiringRepair }) {
  const text = useResults((r) => r.outcome.rule);
  const current = useSession((s) => s.rule === text);
  const documents = useResults((r) => r.documents);
  return (
    <li>
      <Sentence words={title} />. <span className="bad">{brokenTestsWords(breaks, documents)}</span>{' '}
      <button
        type="button"
        className="btn"
        aria-label={`Apply: ${unmarked(title)}`}
        disabled={!current}
        onClick={once(() => editRule(text, edits, said('rule', title)))}
      >
        Apply
      </button>
    </li>
  );
}

import { PUBLISHED } from '../../../src/knowledge';
import type { Compared, ReadAs } from '../../../src/live';
import { VERDICTS } from '../../../src/match';
import { type ComparedTest, useComparedTests } from '../../results/compared-tests';
import { isEarlier } from '../../results/outcome';
import { useResults } from '../../results/results';
import type { VerdictName } from '../../results/verdict-columns';
import { useSession } from '../../state/session';
import { VersionChoice } from '../version/VersionChoice';
import { versionsWords } from '../version/version-words';
import { ChangedEvents } from './ChangedEvents';
import { FiringsOfBoth } from './FiringsOfBoth';
import { ProblemsOfBoth } from './ProblemsOfBoth';
import { backToPinned, pin, readPinnedAs, unpin } from './pinned';
import { TextDifference } from './TextDifference';
import { brokenTests } from './words';
import './compare.css';

const HEADS: Readonly<Record<VerdictName, string>> = {
  match: 'Match',
  'no match': 'No match',
  'not applicable': 'Other log source',
  error: 'Unreadable',
};
const NONE: readonly ReadAs[] = [];
const ORDER = ['match', 'no match', 'not applicable', 'error'] as const;

/**
 * The pinned version of the rule beside the current one: counts, events whose verdict changed, differences in the text.
 */
export default function Compare() {
  const pinned = useSession((s) => s.pinned);
  const spec = useSession((s) => s.settings.spec ?? PUBLISHED);
  const pinnedSpec = useSession((s) => s.pinnedSpec ?? spec);
  const isSameText = useSession((s) => s.rule === s.pinned);
  const versions = useResults((r) => r.outcome.compared?.versions);
  const same = isSameText && pinnedSpec === spec;
  if (pinned === null) return null;
  return (
    <div className="compare">
      <div className="compare-bar">
        <button type="button" className="btn" disabled={same} onClick={backToPinned}>
          Back to the pinned version
        </button>
        <button type="button" className="btn" disabled={same} onClick={pin}>
          Pin the current version instead
        </button>
        <button type="button" className="btn" onClick={unpin}>
          Unpin
        </button>
        <span className="compare-version soft">
          Pinned text read as
          <VersionChoice
            name="Version of Sigma of the pinned text"
            title="Version of the Sigma specification that the pinned text is read as"
            picked={pinnedSpec}
            versions={versions ?? NONE}
            onChoose={readPinnedAs}
          />
        </span>
      </div>
      <div className="compare-parts">
        <Verdicts />
        <div className="compare-part">
          <h3>Text</h3>
          <TextDifference pinned={pinned} />
        </div>
      </div>
    </div>
  );
}

function Verdicts() {
  const compared = useResults((r) => r.outcome.compared);
  const earlier = useResults((r) => isEarlier(r.outcome, 'compared'));
  const running = useResults((r) => r.running);
  const known = useResults((r) => r.outcome.info !== null);
  const stale = useResults((r) => r.stale);
  return (
    <div className={earlier ? 'compare-part earlier' : 'compare-part'} aria-busy={earlier}>
      <h3>Verdicts</h3>
      {stale ? (
        <p className="soft compare-note">
          The current text does not compile; the page compares its last good version.
        </p>
      ) : null}
      {compared ? (
        <Both compared={compared} />
      ) : (
        <p className="empty">
          {running ? 'Comparing…' : known ? 'Not compared yet.' : 'The current text does not compile.'}
        </p>
      )}
    </div>
  );
}

function Both({ compared }: { readonly compared: Compared }) {
  const { ok, before, after, events } = compared;
  const names = useVersionNames(compared);
  if (!ok)
    return (
      <>
        <p className="empty">No rule in the pinned text compiles.</p>
        <ProblemsOfBoth compared={compared} />
      </>
    );
  return (
    <>
      <Counts before={before} after={after} names={names} />
      <FiringsOfBoth compared={compared} />
      <TestsMet compared={compared} />
      {events.length === 0 ? (
        <p className="empty">No event’s verdict changed.</p>
      ) : (
        <ChangedEvents compared={compared} />
      )}
      <ProblemsOfBoth compared={compared} />
    </>
  );
}

/** What both versions are called: what they are read as, where that differs. */
function useVersionNames({ versions }: Compared): readonly [pinned: string, current: string] {
  const now = versionsWords(useResults((r) => r.versions));
  const before = versionsWords(versions);
  return before === now ? ['Pinned', 'Current'] : [`Pinned, ${before}`, `Current, ${now}`];
}

/** Which tests each version meets, and which it breaks. */
function TestsMet({ compared }: { readonly compared: Compared }) {
  const tests = useComparedTests(compared);
  if (tests.length === 0) return null;
  return (
    <table className="compare-counts" aria-label="Tests of both versions">
      <thead>
        <tr>
          <td />
          <th scope="col">Tests met</th>
          <th scope="col">Breaks</th>
        </tr>
      </thead>
      <tbody>
        {(['pinned', 'current'] as const).map((version) => (
          <tr key={version}>
            <th scope="row">{version === 'pinned' ? 'Pinned' : 'Current'}</th>
            <td>
              {count(tests, version, true)} of {tests.length.toLocaleString('en')}
            </td>
            <td className={count(tests, version, false) === '0' ? '' : 'bad'}>
              {brokenTests(tests, version)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function count(tests: readonly ComparedTest[], version: 'pinned' | 'current', isMet: boolean): string {
  return tests.filter((one) => one[version] === isMet).length.toLocaleString('en');
}

interface CountsProps extends Pick<Compared, 'before' | 'after'> {
  readonly names: readonly [pinned: string, current: string];
}

function Counts({ before, after, names: [pinned, current] }: CountsProps) {
  const of = (counts: readonly number[], verdict: VerdictName) => counts[VERDICTS.indexOf(verdict)] ?? 0;
  const verdicts = ORDER.filter(
    (v) => v === 'match' || v === 'no match' || of(before, v) > 0 || of(after, v) > 0,
  );
  return (
    <table className="compare-counts" aria-label="Counts of both versions">
      <thead>
        <tr>
          <td />
          {verdicts.map((v) => (
            <th key={v} scope="col">
              {HEADS[v]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {(
          [
            [pinned, before],
            [current, after],
          ] as const
        ).map(([name, counts]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {verdicts.map((v) => (
              <td key={v}>{of(counts, v).toLocaleString('en')}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import './variants.css';
import { useEffect, useState } from 'react';
import type { Variant } from '../../../src/authoring';
import { count, prose, unmarked } from '../../../src/text';
import { said } from '../../actions/apply-fix';
import { editRule } from '../../actions/edit-rule';
import { lookAtVariants } from '../../results/connect';
import { numberOf } from '../../results/event-number';
import { useExpectedEvents } from '../../results/expectations';
import { stoppedKey } from '../../results/outcome';
import { useResults } from '../../results/results';
import { useSession } from '../../state/session';
import { FieldValue } from '../../ui/FieldValue';
import { once } from '../../ui/once';
import { Sentence } from '../../ui/Sentence';
import { BrokenTests, NotTried } from './BrokenTests';
import { besides } from './repair-words';
import { useBrokenFirings } from './use-broken-firings';

/** Whether common evasions of a matching command line still match. Computed only while it is open. */
export function Variants({ event }: { readonly event: number }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="variants" open={open} onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>Variants of the command line</summary>
      {open ? <VariantList event={event} /> : null}
    </details>
  );
}

function VariantList({ event }: { readonly event: number }) {
  const variants = useResults((r) => r.outcome.variants.get(event));
  const stopped = useResults((r) => r.outcome.stopped.get(stoppedKey('vary', event)));
  const run = useResults((r) => r.outcome.run);
  const running = useResults((r) => r.running);
  const stale = useResults((r) => r.stale);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each run asks anew.
  useEffect(() => {
    if (!running && !stale && variants === undefined && stopped === undefined) lookAtVariants(event);
  }, [event, run, running, stale, variants, stopped]);
  const changes = variants?.flatMap(({ change }) => (change ? [change.edits] : [])) ?? [];
  const broken = useBrokenFirings(changes);
  if (stopped !== undefined && variants === undefined)
    return (
      <p className="soft">
        Trying the variants took too long and was stopped
        {stopped ? (
          <>
            {' '}
            at the pattern <code>{stopped}</code>
          </>
        ) : null}
        .
      </p>
    );
  if (variants === undefined)
    return <p className="soft">{stale ? 'The rule does not compile.' : 'Trying the variants…'}</p>;
  if (variants === null) return <p className="soft">The event has no command line.</p>;
  if (variants.length === 0)
    return <p className="soft">None of the known evasions applies to this command line.</p>;
  const slipped = variants.filter((v) => !v.matches).length;
  return (
    <>
      <p>
        {variants.length - slipped} of {count(variants.length, 'way')} to write it still{' '}
        {variants.length - slipped === 1 || variants.length === 1 ? 'matches' : 'match'}
        {slipped > 0 ? `; ${slipped} ${slipped === 1 ? 'slips' : 'slip'} through` : ''}.
      </p>
      <table className="data-table variants-table" aria-label="Variants">
        <thead>
          <tr>
            <th scope="col">Evasion</th>
            <th scope="col">Command line and change</th>
            <th scope="col">Verdict</th>
          </tr>
        </thead>
        <tbody>
          {variants.map((variant) => (
            <VariantRow
              key={variant.id}
              variant={variant}
              event={event}
              correlations={(variant.change && broken.documents[changes.indexOf(variant.change.edits)]) ?? []}
            />
          ))}
        </tbody>
      </table>
      <NotTried why={broken.refused} />
    </>
  );
}

interface VariantRowProps {
  readonly variant: Variant;
  readonly event: number;
  /** The documents of the correlations whose tests its change would break. */
  readonly correlations: readonly number[];
}

function VariantRow({ variant, event, correlations }: VariantRowProps) {
  const { name, why, text, changed, matches } = variant;
  const mustMatch = useExpectedEvents().some((one) => one.event === event && one.expected === 'match');
  return (
    <tr>
      <th scope="row">
        {name}
        <span className="soft variants-why">
          <Sentence words={prose(why)} />
        </span>
      </th>
      <td>
        {/* A tab would look like a space. */}
        <FieldValue
          value={text.replaceAll('\t', '⇥')}
          highlights={changed.map((range) => ({ range, className: 'mark variants-mark' }))}
        />
        {matches ? null : <Catch variant={variant} correlations={correlations} />}
      </td>
      <td className={matches ? 'variants-match' : 'variants-miss'}>
        {matches ? '✓ still matches' : '✗ slips through'}
        {mustMatch && !matches ? `, though event ${numberOf(event)} must match` : ''}
      </td>
    </tr>
  );
}

/** The change to the rule that catches a variant. */
function Catch({ variant: { name, change }, correlations }: Omit<VariantRowProps, 'event'>) {
  const text = useResults((r) => r.outcome.rule);
  const current = useSession((s) => s.rule === text);
  if (!change) return <p className="soft">No small change to the rule catches it.</p>;
  return (
    <div className="explain-repair variants-catch">
      <p className="explain-repair-text">
        <Sentence words={change.title} />. <span className="soft">{besides(change)}</span>{' '}
        <BrokenTests change={change} correlations={correlations} />
      </p>
      <button
        type="button"
        className="btn"
        aria-label={`Apply for ${name}: ${unmarked(change.title)}`}
        disabled={!current}
        onClick={once(() => editRule(text, change.edits, said('rule', change.title)))}
      >
        Apply
      </button>
    </div>
  );
}

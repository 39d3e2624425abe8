import type { CatalogRule } from '../../../src/catalog';
import { type EventVerdicts, sourceOf } from '../../results/verdict-columns';
import { count } from '../../ui/count';
import { openRule } from '../store';
import { goToEvent } from './go-to-event';
import { type EventRow, LEVEL_NAMES, type RuleRow } from './rows';

/** How many events of a rule, or rules of an event, are shown: at first, and on request. */
export const FEW = 6;
const MANY = 200;

interface FindingProps<R> {
  readonly row: R;
  readonly rules: readonly CatalogRule[];
  /** False if the events' text is no longer that of the run: then findings do not link to events. */
  readonly linked: boolean;
  readonly chosen: number;
  readonly unfolded: boolean;
  readonly onUnfold: () => void;
}

/** A rule, and the events that it matched. */
export function RuleFinding({
  row,
  rules,
  linked,
  chosen,
  levelled,
  ...rest
}: FindingProps<RuleRow> & {
  /** Shows the level, because no heading does. */
  readonly levelled: boolean;
}) {
  const rule = rules[row.rule];
  if (!rule) return null;
  return (
    <>
      <RuleButton rule={rule} position={row.rule} levelled={levelled} />
      <span className="finding-events">
        <span>{count(row.events.length, 'event')}:</span>
        {row.events.slice(0, rest.unfolded ? MANY : FEW).map((event) => (
          <button
            key={event}
            type="button"
            className="btn-quiet"
            aria-label={`Event ${event + 1}`}
            aria-pressed={linked && event === chosen}
            disabled={!linked}
            onClick={() => goToEvent(event)}
          >
            {event + 1}
          </button>
        ))}
        <More of={row.events.length} {...rest} />
      </span>
    </>
  );
}

/** An event, and the rules that matched it. */
export function EventFinding({
  row,
  rules,
  linked,
  chosen,
  verdicts,
  ...rest
}: FindingProps<EventRow> & { readonly verdicts: EventVerdicts }) {
  const { event } = row;
  const known = linked && event < verdicts.length;
  return (
    <>
      <span className="finding-event">
        <button
          type="button"
          className="btn-line"
          aria-pressed={linked && event === chosen}
          disabled={!linked}
          onClick={() => goToEvent(event)}
        >
          <strong>Event {event + 1}</strong>
        </button>{' '}
        <span className="soft">
          {known ? `${sourceOf(verdicts, event)} · ` : ''}
          {count(row.rules.length, 'rule')}
        </span>
      </span>
      <ul className="finding-rules" aria-label={`Rules that match event ${event + 1}`}>
        {Array.from(row.rules.subarray(0, rest.unfolded ? MANY : FEW), (position) => {
          const rule = rules[position];
          return rule ? (
            <li key={position}>
              <RuleButton rule={rule} position={position} levelled />
            </li>
          ) : null;
        })}
      </ul>
      <More of={row.rules.length} {...rest} />
    </>
  );
}

interface RuleButtonProps {
  readonly rule: CatalogRule;
  readonly position: number;
  readonly levelled: boolean;
}

function RuleButton({ rule, position, levelled }: RuleButtonProps) {
  return (
    <button
      type="button"
      className="btn-line finding-title"
      title={`Open ${rule.path}`}
      onClick={() => void openRule(position)}
    >
      {levelled ? <span className="finding-of-level">{LEVEL_NAMES[rule.level]}</span> : null}{' '}
      <strong>{rule.title}</strong> <span className="soft">{rule.path}</span>
    </button>
  );
}

interface MoreProps {
  readonly of: number;
  readonly unfolded: boolean;
  readonly onUnfold: () => void;
}

/** How many more there are, and a button that shows them. */
function More({ of, unfolded, onUnfold }: MoreProps) {
  const rest = of - (unfolded ? MANY : FEW);
  if (rest <= 0) return null;
  if (unfolded) return <span className="soft">and {rest.toLocaleString('en')} more</span>;
  return (
    <button type="button" className="btn-quiet" onClick={onUnfold}>
      {rest.toLocaleString('en')} more
    </button>
  );
}

import { TOLD } from '../../../src/limits';
import { type Hit, type Mark, noteWords } from '../../../src/match';
import { shortened } from '../../../src/text';
import { goToMatch, lighting } from '../../actions/go-to';
import { slotClass } from '../../editor/slots';
import { type TracedValue, valueTraces } from '../../editor/trace-values';
import { useResults } from '../../results/results';
import { cutEntry } from '../../ui/cut';
import { FieldValue } from '../../ui/FieldValue';
import { Sentence } from '../../ui/Sentence';
import { asks } from '../asks';
import { SelectionName } from '../SelectionName';
import { markedValues } from './marked-values';

/** What matched in one event: a line for each value. */
export function MatchLines({ event }: { readonly event: number }) {
  const trace = useResults((r) => r.outcome.traces.get(event));
  const marks = useResults((r) => r.outcome.marks.get(event));
  if (!trace) return <MarkedLines event={event} marks={marks ?? []} />;
  const matched = valueTraces(trace).filter(({ value, whole }) => value.matched && whole);
  return (
    <ul>
      {matched.map((traced) => (
        <ValueLine
          key={traced.value.id}
          event={event}
          traced={traced}
          name={trace.selections[traced.selection]?.name ?? ''}
        />
      ))}
    </ul>
  );
}

function ValueLine({
  event,
  traced,
  name,
}: {
  readonly event: number;
  readonly traced: TracedValue;
  readonly name: string;
}) {
  const { selection, item, value } = traced;
  const text = value.hits[0]?.spans[0]?.text[0] ?? item.eventRange;
  const link = { selection, value: value.id, rule: value.rule, event };
  return (
    <li>
      <button
        type="button"
        className="btn-line matches-line"
        onClick={() => goToMatch(event, value.rule, text)}
        {...lighting(link)}
      >
        <SelectionName name={name} index={selection} />
        <span className="matches-rule">
          {cutEntry(item.field ?? 'keyword')} <span className="soft">{asks(item, value)}</span>{' '}
          <code>{value.written}</code>
        </span>
        {value.hits.map((hit, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: hits have no identity of their own and never move.
          <HitValue key={i} hit={hit} selection={selection} ruleField={item.field} />
        ))}
        {item.mapping ? (
          <span className="soft">
            <Sentence words={item.mapping} />
          </span>
        ) : null}
      </button>
    </li>
  );
}

function HitValue({
  hit,
  selection,
  ruleField,
}: {
  readonly hit: Hit;
  readonly selection: number;
  readonly ruleField: string | null;
}) {
  const highlights = hit.spans
    .filter((s) => s.kind === 'match')
    .map(({ value }) => ({ range: value, className: `mark ${slotClass(selection)} mark-whole` }));
  return (
    <span className="matches-hit">
      <span className="soft">→ {hit.field === ruleField ? '' : `${cutEntry(hit.field)} `}</span>
      <FieldValue value={hit.value} from={hit.from} highlights={highlights} />
      {hit.notes ? <span className="pill">{noteWords(hit.notes)}</span> : null}
    </span>
  );
}

/** Until an event's explanation has come: what its marks tell. */
function MarkedLines({ event, marks }: { readonly event: number; readonly marks: readonly Mark[] }) {
  const info = useResults((r) => r.outcome.info);
  const events = useResults((r) => r.outcome.events);
  return (
    <ul>
      {markedValues(marks).map(({ selection, value, rule, text }) => (
        <li key={`${selection}-${value}`}>
          <button
            type="button"
            className="btn-line matches-line"
            onClick={() => goToMatch(event, rule, text)}
            {...lighting({ selection, value, rule, event })}
          >
            <SelectionName name={info?.selections[selection]?.name ?? ''} index={selection} />
            <span className="matches-rule">
              {cutEntry(info?.values[value]?.field ?? 'keyword')} <code>{info?.values[value]?.written}</code>
            </span>
            <span className="matches-hit">
              <span className="soft">→ </span>
              <span className="value">
                <mark className={`mark ${slotClass(selection)} mark-whole`}>
                  {shortened(events.slice(text.start, text.end), TOLD.hitText.value)}
                </mark>
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

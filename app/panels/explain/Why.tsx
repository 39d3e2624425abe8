import type { ReactNode } from 'react';
import { itemOfCause, verdictParagraphs, verdictText } from '../../../src/describe';
import {
  type Cause,
  type ItemTrace,
  missWords,
  noteWords,
  type PlacedNear,
  type Trace,
  type ValueTrace,
} from '../../../src/match';
import { goTo, lighting } from '../../actions/go-to';
import { slotClass } from '../../editor/slots';
import { valueTraces } from '../../editor/trace-values';
import { numberOf } from '../../results/event-number';
import { useResults } from '../../results/results';
import { copyText } from '../../ui/copy';
import { cutEntry } from '../../ui/cut';
import { FieldValue } from '../../ui/FieldValue';
import { Paragraph } from '../../ui/Paragraph';
import { Sentence } from '../../ui/Sentence';
import { asks } from '../asks';
import { ExportButton } from '../export/ExportButton';
import { nameField } from '../formats/naming';
import { useGrowing } from '../growing';
import { SelectionName } from '../SelectionName';
import { HowRead } from './HowRead';
import { WHY } from './headings';
import { Repairs } from './Repairs';
import { Variants } from './Variants';

/** The verdict in words: one sentence, then what to change, then how the event was read. */
export function Why({
  trace,
  other,
  children,
}: {
  readonly trace: Trace;
  /** The trace is of another reading than the verdict in the strip. */
  readonly other: boolean;
  /** The interpretations that decided. */
  readonly children: ReactNode;
}) {
  const { verdict, event, causes, source } = trace;
  const isVaried = useResults((r) => r.outcome.varied.has(event));
  const title = useResults((r) => r.outcome.info?.title ?? '');
  const copy = () => void copyText(verdictText(trace, numberOf(event), title), 'The verdict was');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className="scroll explain-why" aria-label="Why" tabIndex={0}>
      <header className="explain-line">
        <h2>
          {WHY[verdict](numberOf(event))}
          {other ? ', under the other reading' : ''}
        </h2>
        <span className="gap" />
        <button type="button" className="btn-quiet" onClick={copy}>
          Copy in words
        </button>
        <ExportButton what="result" className="btn-quiet" />
      </header>
      {verdictParagraphs(trace).map((words, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the sentences have no identity of their own and never move.
        <p key={`${event}-${i}`} className={i > 0 ? 'soft' : undefined}>
          <Paragraph words={words} />
        </p>
      ))}
      {children}
      {trace.matched ? (
        <MatchedBy trace={trace} />
      ) : (
        causes.map((cause, i) => (
          <CauseCard
            key={`${cause.item.start}-${cause.value}`}
            cause={cause}
            trace={trace}
            nearest={i === 0 && causes.length > 1}
            said={causes.length === 1}
          />
        ))
      )}
      {trace.moreCauses ? (
        <p className="soft">
          {trace.moreCauses.toLocaleString('en')} more {trace.moreCauses === 1 ? 'part' : 'parts'} of the rule
          would have to match as well.
        </p>
      ) : null}
      {(verdict === 'no match' || verdict === 'not applicable') && !other ? <Repairs event={event} /> : null}
      {isVaried && !other ? <Variants event={event} /> : null}
      <HowRead trace={trace} source={source} />
    </section>
  );
}

/** One part of the smallest change that would turn the miss into a match. */
function CauseCard({
  cause,
  trace,
  nearest,
  said,
}: {
  readonly cause: Cause;
  readonly trace: Trace;
  readonly nearest: boolean;
  /** The summary above is this cause; its sentence and value need not be repeated. */
  readonly said: boolean;
}) {
  const selection = trace.selections[cause.selection];
  const item = selection && itemOfCause(selection, cause);
  const value = item?.values.find((v) => v.id === cause.value);
  const field = item?.field ?? null;
  const rule = value?.rule ?? cause.item;
  const link = { selection: cause.selection, value: cause.value, rule, event: trace.event };
  const { near, otherField } = cause.miss;
  return (
    <div className="card" {...lighting(link)}>
      <div className="explain-line">
        {selection ? (
          <SelectionName name={selection.name} index={cause.selection} whole={false} />
        ) : (
          <code>logsource</code>
        )}
        {item ? <ItemAsks item={item} value={value} /> : null}
        {nearest ? <span className="pill">nearest</span> : null}
        <span className="explain-places">
          <button type="button" className="btn-quiet" onClick={() => goTo('rule', rule, false)}>
            In the rule
          </button>
          {cause.miss.reason === 'field absent' && field !== null && !cause.members ? (
            <button type="button" className="btn-quiet" onClick={() => nameField(field)}>
              Map the field…
            </button>
          ) : null}
          {item?.eventRange ? (
            <button
              type="button"
              className="btn-quiet"
              onClick={() => item.eventRange && goTo('events', item.eventRange, false)}
            >
              In the event
            </button>
          ) : null}
        </span>
      </div>
      {said ? null : (
        <p>
          <Sentence words={missWords(cause.miss)} />
        </p>
      )}
      {item?.eventValue !== null && item?.eventValue !== undefined && (near || !said) ? (
        <p>
          <span className="soft">{cutEntry(item.eventField ?? item.field ?? '')} is </span>
          <ComparedValue whole={item.eventValue} item={item} cause={cause} />
        </p>
      ) : null}
      {near ? <Near near={near} /> : null}
      {otherField ? (
        <p className="soft">
          The event has <code>{cutEntry(otherField)}</code> instead.
        </p>
      ) : null}
    </div>
  );
}

/**
 * The compared value with its nearest part coloured: in a list only that member, in a long text only the part that
 * decides.
 */
function ComparedValue({
  whole,
  item,
  cause: { miss, selection },
}: {
  readonly whole: string;
  readonly item: ItemTrace;
  readonly cause: Cause;
}) {
  const { near } = miss;
  if (!near) return <FieldValue value={whole} highlights={[]} />;
  const { start, end } = near.value;
  const excerpt = 'value' in miss && (item.isList || end > whole.length) ? miss.value : null;
  const from = excerpt?.from ?? 0;
  const className = `mark ${slotClass(selection)} mark-part`;
  return (
    <FieldValue
      value={excerpt?.text ?? whole}
      highlights={[{ range: { start: start - from, end: end - from }, className }]}
    />
  );
}

function ItemAsks({ item, value }: { readonly item: ItemTrace; readonly value: ValueTrace | undefined }) {
  return (
    <span>
      {cutEntry(item.field ?? 'keyword')} <span className="soft">{asks(item, value)}</span>{' '}
      {value ? <code>{value.written}</code> : null}
    </span>
  );
}

/** For a match: the values that matched. */
function MatchedBy({ trace }: { readonly trace: Trace }) {
  const found = valueTraces(trace).filter(({ value, whole }) => whole && value.matched);
  const { shown } = useGrowing(found.length);
  return found.slice(0, shown).map(({ selection, item, value }) => (
    <div
      key={value.id}
      className="card"
      {...lighting({ selection, value: value.id, rule: value.rule, event: trace.event })}
    >
      <div className="explain-line">
        <SelectionName name={trace.selections[selection]?.name ?? ''} index={selection} />
        <ItemAsks item={item} value={value} />
        {value.hits[0]?.notes ? <span className="pill">{noteWords(value.hits[0].notes)}</span> : null}
      </div>
      {value.hits.map((hit, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: hits have no identity of their own and never move.
        <p key={i}>
          <span className="soft">{cutEntry(hit.field)} is </span>
          <FieldValue
            value={hit.value}
            from={hit.from}
            highlights={hit.spans
              .filter((s) => s.kind === 'match')
              .map((s) => ({ range: s.value, className: `mark ${slotClass(selection)} mark-whole` }))}
          />
        </p>
      ))}
    </div>
  ));
}

/**
 * What the value has after (or before) the nearest part, and what the rule wants there; nothing if it wants nothing
 * more.
 */
function Near({ near: { found, expected } }: { readonly near: PlacedNear }) {
  if (expected === '') return null;
  return (
    <p className="soft">
      {found === '' ? (
        'The event has nothing there'
      ) : (
        <>
          The event has <code>{cutEntry(found)}</code>
        </>
      )}{' '}
      where the rule wants <code>{cutEntry(expected)}</code>.
    </p>
  );
}

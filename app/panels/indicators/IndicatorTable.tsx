import { Fragment, type ReactNode } from 'react';
import { PAGE } from '../../../src/limits';
import { goTo } from '../../actions/go-to';
import type { OwnRule } from '../../catalog/own-rule';
import { cutEntry } from '../../ui/cut';
import { useGrowing } from '../growing';
import { More } from '../LongList';
import { Detail } from './Detail';
import { COLUMNS, type Column, effectOf, fieldOf, kindOf, type Order, type Row } from './rows';

const TITLES: Readonly<Record<Column, string>> = {
  field: 'Field',
  kind: 'Operator',
  effect: 'Effect',
  value: 'Value',
  corpus: 'Corpus',
};

const NONE: readonly Row[] = [];

interface IndicatorTableProps {
  /** Null until they are found. */
  readonly rows: readonly Row[] | null;
  readonly order: Order | null;
  readonly onOrder: (column: Column) => void;
  readonly caption: ReactNode;
  readonly rule: OwnRule;
  /** The key of the row whose detail is shown. */
  readonly open: string | null;
  readonly onOpen: (key: string | null) => void;
}

/** A row for each field, operator and value. A click on a column heading sorts by it. */
export function IndicatorTable({
  rows: found,
  order,
  onOrder,
  caption,
  rule,
  open,
  onOpen,
}: IndicatorTableProps) {
  const rows = found ?? NONE;
  const { shown, left, more } = useGrowing(rows.length, PAGE.indicators.value);
  return (
    <>
      <table className="data-table indicators-table" aria-label="Indicators">
        <caption className="soft">{caption}</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => {
              const sorted = order?.column === column ? (order.down ? 'descending' : 'ascending') : undefined;
              return (
                <th key={column} scope="col" className={`indicators-${column}`} aria-sort={sorted}>
                  <button type="button" className="btn-quiet" onClick={() => onOrder(column)}>
                    {TITLES[column]}
                    <span className="indicators-arrow" aria-hidden="true">
                      {sorted === undefined ? '' : sorted === 'ascending' ? '▲' : '▼'}
                    </span>
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row) => (
            <Fragment key={row.key}>
              <tr>
                <td className="indicators-field">{cutEntry(fieldOf(row))}</td>
                <td className="indicators-kind">{kindOf(row)}</td>
                <td className="indicators-effect">{effectOf(row)}</td>
                <td className="indicators-value">
                  <Value row={row} />
                </td>
                <td className="indicators-corpus">
                  <Count row={row} open={open === row.key} onOpen={onOpen} />
                </td>
              </tr>
              {open === row.key ? (
                <tr className="indicators-detail">
                  <td colSpan={COLUMNS.length}>
                    <Detail row={row} rule={rule} />
                  </td>
                </tr>
              ) : null}
            </Fragment>
          ))}
        </tbody>
      </table>
      {found ? null : <p className="empty">Loading…</p>}
      {found?.length === 0 ? <p className="empty">No indicator contains these words.</p> : null}
      {left > 0 ? (
        <p className="empty">
          The first {(rows.length - left).toLocaleString('en')} of {rows.length.toLocaleString('en')} are
          shown. Filter to find the others. <More left={left} most={PAGE.indicators.value} onMore={more} />
        </p>
      ) : null}
    </>
  );
}

interface CountProps {
  readonly row: Row;
  readonly open: boolean;
  readonly onOpen: (key: string | null) => void;
}

/** How many other rules have it; a click shows details and lists them. */
function Count({ row: { key, value, others }, open, onOpen }: CountProps) {
  if (others === null) return null;
  const count = others.toLocaleString('en');
  return (
    <button
      type="button"
      className="btn-quiet indicators-count"
      aria-expanded={open}
      aria-label={`${count}: other rules with ${cutEntry(value)}`}
      title="How common it is, and which rules have it"
      onClick={() => onOpen(open ? null : key)}
    >
      {count}
    </button>
  );
}

/** The value, and a number for each further place in the rule. */
function Value({ row: { value, ranges } }: { readonly row: Row }) {
  const { shown, left, more } = useGrowing(ranges.length, PAGE.shownPlaces.value);
  return (
    <>
      {ranges.slice(0, shown).map((range, i) => (
        <button
          key={range.start}
          type="button"
          className={i === 0 ? 'go-text' : 'btn-quiet'}
          aria-label={i === 0 ? undefined : `${cutEntry(value)}, place ${i + 1}`}
          title="Go to it in the rule"
          onClick={() => goTo('rule', range, false)}
        >
          {i === 0 ? <code>{value === '' ? '(empty)' : cutEntry(value)}</code> : i + 1}
        </button>
      ))}
      {left > 0 ? <More left={left} most={PAGE.shownPlaces.value} onMore={more} /> : null}
    </>
  );
}

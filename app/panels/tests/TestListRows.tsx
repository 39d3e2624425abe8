import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { openTested } from '../../catalog/open-tests';
import { closeList, runListAgain, type TestList, unfoldList } from '../../catalog/test-list';
import type { TestTold } from '../../workers/tests/protocol';
import { listWords } from './words';

/** The tests of many rules that were opened at once: what came of them, and the way to each rule. */
export function TestListBar({ list }: { readonly list: TestList }) {
  const { name, tests, end, failure, isUnfolded } = list;
  const failed = tests.filter(({ why }) => why !== null).length;
  return (
    <section className="tests-many" aria-label="Tests of many rules">
      <strong>{name}</strong>
      <span role="status" className={failed > 0 || failure ? 'bad' : 'soft'}>
        {failure ?? listWords(tests, end)}
      </span>
      <span className="gap" />
      <button
        type="button"
        className="btn"
        aria-expanded={isUnfolded}
        onClick={() => unfoldList(!isUnfolded)}
      >
        {isUnfolded ? 'Hide the list' : 'Show the list'}
      </button>
      <button
        type="button"
        className="btn"
        disabled={end === null && failure === null}
        onClick={runListAgain}
      >
        Run again
      </button>
      <button type="button" className="btn" onClick={closeList}>
        Close
      </button>
    </section>
  );
}

/** A row of the list: a test, or what is wrong with a file. */
type Row =
  | { readonly kind: 'test'; readonly test: TestTold }
  | { readonly kind: 'problem'; readonly path: string; readonly message: string };

function rowsOf({ tests, end }: TestList): Row[] {
  const of = (isFailed: boolean) =>
    tests.flatMap((test): Row[] => ((test.why !== null) === isFailed ? [{ kind: 'test', test }] : []));
  const problems = (end?.problems ?? []).map((one): Row => ({ kind: 'problem', ...one }));
  return [...of(true), ...problems, ...of(false)];
}

/** All tests of the list: first those that fail. */
export function TestListRows({ list }: { readonly list: TestList }) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => rowsOf(list), [list]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 32,
    overscan: 8,
    initialRect: { width: 800, height: 280 },
  });
  const open = async (path: string) => {
    if (await openTested(list.read, path)) unfoldList(false);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section ref={scroller} className="scroll" aria-label="Tests by rule" tabIndex={0}>
      <ol className="virtual-list" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => (
          <li
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            className="tests-one"
            style={{ transform: `translateY(${start}px)` }}
            aria-setsize={rows.length}
            aria-posinset={index + 1}
          >
            <ListRow row={rows[index]!} onOpen={open} />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface ListRowProps {
  readonly row: Row;
  readonly onOpen: (path: string) => Promise<void>;
}

function ListRow({ row, onOpen }: ListRowProps) {
  if (row.kind === 'problem')
    return (
      <p className="tests-problem">
        <span className="bad">✗ {row.path}</span> {row.message}
      </p>
    );
  const { title, name, rule, why } = row.test;
  return (
    <>
      <div className="tests-head">
        <button type="button" className="btn-line" title={rule} onClick={() => void onOpen(rule)}>
          <span className={why === null ? 'good' : 'bad'} aria-hidden="true">
            {why === null ? '✓' : '✗'}
          </span>{' '}
          <strong>{title}</strong> {name}:{' '}
          <span className={why === null ? 'soft' : 'bad'}>{why === null ? 'passed' : 'failed'}</span>
        </button>
      </div>
      {why === null ? null : <p className="tests-why">{why.charAt(0).toUpperCase() + why.slice(1)}</p>}
    </>
  );
}

import { useCallback, useEffect, useRef, useState } from 'react';
import type { FoundEvent } from '../../../src/findings';
import { LEVEL_NAMES } from '../../catalog/panel/rows';
import { timeWords } from '../../log/panel/words';
import { useLog } from '../../log/store';
import { cutEntry } from '../../ui/cut';
import { openFinding } from '../open-finding';
import { type FindingsRun, findingRows, useFindings } from '../store';
import { Rows } from './Rows';

interface Lines {
  readonly from: number;
  readonly rows: readonly FoundEvent[];
}

/** Every finding under the filter, in the order of the log; a click or Enter opens its event with its rule. */
export function EventRows({ run }: { readonly run: FindingsRun }) {
  const hits = useFindings((s) => s.tables?.hits ?? 0);
  const version = useFindings((s) => s.version);
  const chosen = useLog((log) => log.chosen?.event ?? -1) ?? -1;
  /** The finding that was opened last; several may be of the same event. */
  const [opened, setOpened] = useState<FoundEvent | null>(null);
  const [lines, setLines] = useState<Lines>({ from: 0, rows: [] });
  const shown = useRef<readonly [from: number, to: number]>([0, 0]);
  const isAsking = useRef(false);
  const asksAgain = useRef(false);
  // One question at a time, the newest next: while the log is scanned, the list changes faster than its rows arrive.
  const ask = useCallback(async () => {
    asksAgain.current = true;
    if (isAsking.current) return;
    isAsking.current = true;
    while (asksAgain.current) {
      asksAgain.current = false;
      const [from, to] = shown.current;
      const rows = await findingRows(from, to);
      setLines({ from, rows });
    }
    isAsking.current = false;
  }, []);
  const onShown = useCallback(
    (from: number, to: number) => {
      shown.current = [from, to];
      void ask();
    },
    [ask],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another count has other rows.
  useEffect(() => void ask(), [ask, version]);
  const isMany = run.files.length > 1;
  const rowOf = (place: number) => lines.rows[place - lines.from];
  return (
    <Rows
      label="Findings by event"
      count={hits}
      onShown={onShown}
      onChoose={(place) => {
        const open = (row: FoundEvent | undefined) => {
          if (!row) return;
          setOpened(row);
          void openFinding(row);
        };
        const row = rowOf(place);
        // A key may come before the rows that it led to.
        if (row) open(row);
        else void findingRows(place, place + 1).then(([late]) => open(late));
      }}
      rowAt={(place) => {
        const row = rowOf(place);
        const rule = row && run.rules[row.rule];
        if (!row || !rule) return null;
        const number = (row.number + 1).toLocaleString('en');
        const level = LEVEL_NAMES[rule.level];
        const title = cutEntry(rule.title);
        return {
          name: `Event ${number}: ${title}, ${level}${isMany ? `, ${row.file}` : ''}`,
          isChosen: row.number === chosen && row.number === opened?.number && row.rule === opened.rule,
          content: (
            <>
              <span className="found-time">{row.time === null ? 'No time' : timeWords(row.time)}</span>
              <span className={`found-level found-${rule.level}`}>{level}</span>
              <span className="found-title">{title}</span>
              <span className="found-who">{[row.host, row.user].filter(Boolean).join(' · ')}</span>
              {isMany ? (
                <span className="found-file" title={row.file}>
                  {row.file.slice(row.file.lastIndexOf('/') + 1)}
                </span>
              ) : null}
              <span className="found-number">{number}</span>
            </>
          ),
        };
      }}
    />
  );
}

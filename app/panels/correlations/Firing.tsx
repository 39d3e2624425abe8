import { useState } from 'react';
import type { CorrelationReport, FiringReport } from '../../../src/live';
import { absenceText, type GroupKey } from '../../../src/match';
import { count } from '../../ui/count';
import { cutEntry } from '../../ui/cut';
import { Members } from './Members';
import { amount, duration, stretch } from './words';

interface FiringProps {
  readonly report: CorrelationReport;
  readonly firing: FiringReport;
  readonly number: number;
  readonly open: boolean;
}

/** One firing as a group: its key, its window, its events. */
export function Firing({ report, firing, number, open: opened }: FiringProps) {
  const [open, setOpen] = useState(opened);
  const { key, start, end, size, members, value, absence } = firing;
  return (
    <li className="card">
      <details open={open} onToggle={(e) => setOpen(e.currentTarget.open)}>
        <summary className="correlations-head">
          <strong>Firing {number}</strong>
          <Key of={key} />
          <span className="soft">
            {stretch(start, end)} · {duration(end - start)} · {insideWords(report, size)}
          </span>
        </summary>
        {open && absence ? <p>{cutEntry(absenceText(absence, report.references))}</p> : null}
        {open ? (
          <Members
            report={report}
            label={`Events of firing ${number} of ${report.title}`}
            start={start}
            members={members}
            value={value}
          />
        ) : null}
        {open && size > members.length ? (
          <p className="soft">and {amount(size - members.length)} more.</p>
        ) : null}
      </details>
    </li>
  );
}

/** How much is in a firing. That is no member: the word is for those of arrays. */
function insideWords({ references }: CorrelationReport, size: number): string {
  const [kind, other] = new Set(references.map((one) => one.kind));
  if (other) return `${size.toLocaleString('en')} ${size === 1 ? 'event or firing' : 'events and firings'}`;
  return count(size, kind === 'correlation' ? 'firing' : 'event');
}

/** What the events of a group share: `User` ana. */
export function Key({ of }: { readonly of: GroupKey }) {
  return Object.entries(of).map(([name, value]) => (
    <span key={name}>
      <span className="soft">{cutEntry(name)}</span> <code>{value === '' ? '(empty)' : cutEntry(value)}</code>
    </span>
  ));
}

import { cutEntry, cutText } from '../../ui/cut';
import './coverage.css';
import { Fragment } from 'react';
import type { EventCoverage, FieldCarried } from '../../../src/describe';
import { prose } from '../../../src/text';
import { Sentence } from '../../ui/Sentence';
import { LongList } from '../LongList';

/** The events that serve the log source, which of the rule's fields each carries, and what must be enabled. */
export function Events({ coverage }: { readonly coverage: EventCoverage }) {
  const { logsource, rows, note, definition } = coverage;
  return (
    <section className="coverage-events">
      <h3>Event coverage{logsource === '' ? '' : ` of ${logsource}`}</h3>
      {note === '' ? null : <p className="soft">{note}</p>}
      {rows.length > 0 ? (
        <table className="data-table coverage-table" aria-label="Event coverage">
          <thead>
            <tr>
              <th scope="col">Provider</th>
              <th scope="col">Event</th>
              <th scope="col">Title</th>
              <th scope="col">Fields of the rule</th>
              <th scope="col">Must be enabled</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.channel}-${row.provider}-${row.id}`}>
                <td data-label="Provider">{row.provider}</td>
                <td data-label="Event">{row.id ?? 'every'}</td>
                <td data-label="Title">
                  <div>
                    {row.title === null ? (
                      <span className="soft">not known</span>
                    ) : (
                      <Sentence words={prose(row.title)} />
                    )}
                  </div>
                </td>
                <td data-label="Fields">
                  <LongList items={row.fields}>
                    {(field) => (
                      <li key={field.field}>
                        <Carried of={field} />
                      </li>
                    )}
                  </LongList>
                </td>
                <td data-label="Must be enabled">
                  <div>
                    {row.turnOn === null ? (
                      <span className="soft">not known</span>
                    ) : (
                      <Sentence words={prose(row.turnOn)} />
                    )}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {definition === null ? null : (
        <p className="rule-paragraph">
          <span className="soft">The rule’s own note: </span>
          {cutText(definition)}
        </p>
      )}
    </section>
  );
}

/** `ParentImage` as `ParentProcessName`. */
function Carried({ of: { field, how, from } }: { readonly of: FieldCarried }) {
  return (
    <>
      <code>{cutEntry(field)}</code>
      {from.length > 0 ? (
        <>
          {how === 'derived' ? ' from ' : ' as '}
          {from.map((name, i) => (
            <Fragment key={name}>
              {i > 0 ? (how === 'derived' ? ' and ' : ' or ') : ''}
              <code>{name}</code>
            </Fragment>
          ))}
        </>
      ) : null}
      <span className={how === 'unknown' ? 'soft' : 'coverage-missing'}>{MISSING[how]}</span>
    </>
  );
}

const MISSING: Readonly<Record<FieldCarried['how'], string>> = {
  own: '',
  mapped: '',
  derived: '',
  never: ' is never in it',
  absent: ' is not one of its fields',
  unknown: ' not known',
};

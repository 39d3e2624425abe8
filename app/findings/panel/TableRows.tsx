import type { FindingsFilter, NameTable } from '../../../src/findings';
import { LEVEL_NAMES } from '../../catalog/panel/rows';
import { count } from '../../ui/count';
import { cutEntry } from '../../ui/cut';
import { type FindingsRun, filterFindings, useFindings } from '../store';
import { Rows } from './Rows';
import { minutes, NOT_NAMED } from './words';

const NO_TABLE: NameTable = { rows: [], names: 0 };

/** The rules that found something; a click or Enter shows only what that one found, or all again. */
export function RuleRows({ run }: { readonly run: FindingsRun }) {
  const rules = useFindings((s) => s.tables?.rules) ?? [];
  const chosen = useFindings((s) => s.filter.rule);
  return (
    <Rows
      label="Findings by rule"
      count={rules.length}
      onChoose={(place) => {
        const rule = rules[place]?.rule ?? null;
        filterFindings({ rule: rule === chosen ? null : rule });
      }}
      rowAt={(place) => {
        const row = rules[place];
        const rule = row && run.rules[row.rule];
        if (!row || !rule) return null;
        const level = LEVEL_NAMES[rule.level];
        const title = cutEntry(rule.title);
        const times =
          row.first === null ? 'No time' : `${minutes(row.first)} – ${minutes(row.last ?? row.first)}`;
        return {
          name: `${title}, ${level}: ${count(row.count, 'match', 'matches')}, ${times}`,
          isChosen: row.rule === chosen,
          content: (
            <>
              <span className="found-count">{row.count.toLocaleString('en')}</span>
              <span className={`found-level found-${rule.level}`}>{level}</span>
              <span className="found-title">{title}</span>
              <span className="found-times">{times}</span>
            </>
          ),
        };
      }}
    />
  );
}

/** Names with their counts; a click or Enter shows only findings with that one, or all again. */
export function NameRows({
  of,
  label,
}: {
  readonly of: 'host' | 'user' | 'technique' | 'file';
  readonly label: string;
}) {
  const table = useFindings((s) => s.tables?.[`${of}s`]) ?? NO_TABLE;
  const chosen = useFindings((s) => s.filter[of]);
  const more = table.names - table.rows.length;
  return (
    <>
      <Rows
        label={label}
        count={table.rows.length}
        onChoose={(place) => {
          const name = table.rows[place]?.name ?? null;
          const part: Partial<FindingsFilter> = { [of]: name === chosen ? null : name };
          filterFindings(part);
        }}
        rowAt={(place) => {
          const row = table.rows[place];
          if (!row) return null;
          const name = row.name === '' ? NOT_NAMED : row.name;
          return {
            name: `${name}: ${count(row.count, 'match', 'matches')}`,
            isChosen: row.name === chosen,
            content: (
              <>
                <span className="found-count">{row.count.toLocaleString('en')}</span>
                <span className="found-title">{name}</span>
              </>
            ),
          };
        }}
      />
      {more > 0 ? (
        <p className="found-said">
          {more.toLocaleString('en')} less frequent ones are not listed. Filter to see them.
        </p>
      ) : null}
    </>
  );
}

import type { QueryDiagnostic } from '../../../../src/catalog';
import { type Fix, unmarked } from '../../../../src/text';
import { Sentence } from '../../../ui/Sentence';
import { searchFor } from '../../view';

interface QueryNotesProps {
  readonly query: string;
  readonly diagnostics: readonly QueryDiagnostic[];
}

/** Which parts of the query are probably mistakes, and what to write instead. */
export function QueryNotes({ query, diagnostics }: QueryNotesProps) {
  // While the user types, the last part of the query is unfinished.
  const told = diagnostics.filter(({ severity, range }) => severity !== 'info' || range.end < query.length);
  if (told.length === 0) return null;
  return (
    <ul className="catalog-said search-notes" aria-label="Notes on the query">
      {told.map((note) => (
        <li key={`${note.code} ${note.range.start}`}>
          <Sentence words={note.message} />
          {note.fixes?.map((fix) => (
            <button
              key={unmarked(fix.title)}
              type="button"
              className="btn"
              onClick={() => searchFor(applied(query, fix))}
            >
              <Sentence words={fix.title} />
            </button>
          ))}
        </li>
      ))}
    </ul>
  );
}

function applied(query: string, { edits }: Fix): string {
  return [...edits]
    .sort((a, b) => b.range.start - a.range.start)
    .reduce((text, { range, text: put }) => text.slice(0, range.start) + put + text.slice(range.end), query);
}

import './documents.css';
import type { DocumentInfo, Together } from '../../../src/live';
import { Choices } from '../../guard/Choices';
import { useResults } from '../../results/results';
import { useSession } from '../../state/session';
import { count } from '../../ui/count';
import { chooseDocument } from './choose-document';

const GLYPHS = { detection: '', correlation: '◆', filter: '▽' };
const KINDS = { detection: 'Rule', correlation: 'Correlation', filter: 'Filter' };
/** More documents than this are chosen from a menu. */
const MAX_BUTTONS = 12;

/** For a text with several documents: what each gives, and which one the verdicts are for. */
export function Documents() {
  const documents = useResults((r) => r.documents);
  const current = useResults((r) => r.outcome.document);
  const together = useResults((r) => r.outcome.together);
  // While the tab Rule shows the page of a correlation or filter, that one is current too.
  const page = useSession((s) => (s.tab === 'rule' ? s.described : null));
  if (documents.length < 2) return null;
  const lines = documents.map((document, index) => ({
    document,
    index,
    gives: gives(document, index, together),
  }));
  const now = lines[current];
  return (
    <nav className="documents" aria-label="Documents">
      {lines.length > MAX_BUTTONS ? (
        <>
          <Choices
            label={now ? `${now.document.title} ▾` : 'Choose a rule ▾'}
            name="Rule that the verdicts are about"
            choices={lines.map(({ document: { kind, title }, index, gives }) => ({
              id: String(index),
              title,
              detail: [`${KINDS[kind]} · ${gives}`],
            }))}
            chosen={String(current)}
            onChoose={(id) => chooseDocument(Number(id))}
          />
          <span className="soft">
            {now?.gives} · {lines.length} documents
          </span>
        </>
      ) : (
        lines.map(({ document: { kind, title, ok }, index, gives }) => (
          <button
            key={index}
            type="button"
            className="documents-one"
            aria-current={
              kind === 'detection' && index === current ? 'true' : index === page ? 'page' : undefined
            }
            aria-label={`${KINDS[kind]} ${title}: ${gives}`}
            title={`${KINDS[kind]}: ${title}`}
            onClick={() => chooseDocument(index)}
          >
            {GLYPHS[kind] ? <span aria-hidden="true">{GLYPHS[kind]}</span> : null}
            <span className="documents-title">{title}</span>
            <span className={ok ? 'soft' : 'bad'}>{gives}</span>
          </button>
        ))
      )}
    </nav>
  );
}

/** What a document gives, in a few words. */
function gives({ kind, ok, silent, joined }: DocumentInfo, index: number, together: Together | null): string {
  if (!ok) return 'does not compile';
  if (kind === 'filter') return joined === 1 ? 'applies to 1 rule' : `applies to ${joined || 'no'} rules`;
  if (kind === 'correlation') {
    const total = together?.correlations.find((c) => c.document === index)?.total;
    return total === undefined ? '…' : count(total, 'firing');
  }
  const events = together?.counts[index];
  return `${events === undefined || events === null ? '…' : count(events, 'event')}${silent ? ' · referenced' : ''}`;
}

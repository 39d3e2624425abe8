import { Choices } from '../../guard/Choices';
import { Sentence } from '../../ui/Sentence';
import type { ServedCatalog } from '../manifest';
import { useServedCatalogs } from '../served-catalogs';
import { loadServed } from '../store';

/** The catalogs that this site offers, shown while none is loaded. */
export function ServedCatalogs() {
  const list = useServedCatalogs((s) => s.list);
  const problem = useServedCatalogs((s) => s.problem);
  return (
    <>
      {list.length > 0 ? (
        <ul className="catalog-served" aria-label="Catalogs of this site">
          {list.map((one) => (
            <li key={one.file}>
              <LoadButton one={one} /> <span className="soft">{versionOf(one)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {problem ? (
        <p className="catalog-served">
          <span className="severity severity-warning" role="img" aria-label="warning">
            ▲
          </span>{' '}
          <Sentence words={problem} />
        </p>
      ) : null}
    </>
  );
}

/** The same in the bar, once a catalog is loaded: one button, or a menu if there are several. */
export function ServedInBar({ disabled }: { readonly disabled: boolean }) {
  const list = useServedCatalogs((s) => s.list);
  const [first, ...others] = list;
  if (!first) return null;
  if (others.length === 0)
    return <LoadButton one={first} detail="in place of this catalog" disabled={disabled} />;
  return (
    <Choices
      label="Load"
      disabled={disabled}
      name="Load a catalog of this site"
      choices={list.map((one) => ({ id: one.file, title: one.name, detail: [versionOf(one)] }))}
      onChoose={(file) => {
        const one = list.find((served) => served.file === file);
        if (one) void loadServed(one);
      }}
    />
  );
}

interface LoadButtonProps {
  readonly one: ServedCatalog;
  readonly detail?: string;
  readonly disabled?: boolean;
}

function LoadButton({ one, detail = '', disabled = false }: LoadButtonProps) {
  return (
    <button
      type="button"
      className="btn"
      disabled={disabled}
      title={[`Load ${one.name}`, detail, versionOf(one)].filter(Boolean).join(' ')}
      onClick={() => void loadServed(one)}
    >
      <span className="catalog-served-name">Load {one.name}</span>
    </button>
  );
}

/** `2026-11-01, commit 0123abc`. */
function versionOf({ date, commit }: ServedCatalog): string {
  return [date, commit === null ? null : `commit ${commit.slice(0, 12)}`].filter(Boolean).join(', ');
}

import { prose } from '../../../src/text';
import { Choices } from '../../ui/Choices';
import { Sentence } from '../../ui/Sentence';
import type { ServedCatalog } from '../manifest';
import { useServed } from '../served-catalogs';
import { loadServed } from '../store';

/** What this site offers to load, where no catalog is there yet. */
export function ServedCatalogs() {
  const list = useServed((s) => s.list);
  const problem = useServed((s) => s.problem);
  return (
    <>
      {list.length > 0 ? (
        <ul className="served" aria-label="Catalogs of this site">
          {list.map((one) => (
            <li key={one.file}>
              <LoadButton one={one} /> <span className="soft">{versionOf(one)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {problem ? (
        <p className="served">
          <span className="severity severity-warning" role="img" aria-label="warning">
            ▲
          </span>{' '}
          <Sentence words={prose(problem)} />
        </p>
      ) : null}
    </>
  );
}

/** The same in the bar, where a catalog is there: one button, or a menu where there are several. */
export function ServedInBar() {
  const list = useServed((s) => s.list);
  const [first, ...others] = list;
  if (!first) return null;
  if (others.length === 0) return <LoadButton one={first} detail="in place of this catalog" />;
  return (
    <Choices
      label="Load"
      name="Load a catalog of this site"
      choices={list.map((one) => ({ id: one.file, title: one.name, detail: versionOf(one) }))}
      onChoose={(file) => {
        const one = list.find((served) => served.file === file);
        if (one) void loadServed(one);
      }}
    />
  );
}

function LoadButton({ one, detail = '' }: { readonly one: ServedCatalog; readonly detail?: string }) {
  return (
    <button
      type="button"
      className="btn"
      title={[`Load ${one.name}`, detail, versionOf(one)].filter(Boolean).join(' ')}
      onClick={() => void loadServed(one)}
    >
      <span className="served-name">Load {one.name}</span>
    </button>
  );
}

/** `2026-11-01, commit 0123abc`. */
function versionOf({ date, commit }: ServedCatalog): string {
  return [date, commit === null ? null : `commit ${commit.slice(0, 12)}`].filter(Boolean).join(', ');
}

import { useEffect, useRef, useState } from 'react';
import { catalog } from '../../catalog/store';
import { sizeWords } from '../history/words';
import { KINDS, type Kind, removeAll } from './kept';

type Sizes = ReadonlyMap<string, number | null>;

/** How large each kind is; measured again where the catalog changes, and when `again` is called. */
function useSizes(): { readonly sizes: Sizes; readonly again: () => void } {
  const [sizes, setSizes] = useState<Sizes>(new Map());
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each round measures again.
  useEffect(() => {
    let isShown = true;
    for (const { id, size } of KINDS)
      size().then(
        (bytes) => isShown && setSizes((all) => new Map(all).set(id, bytes)),
        () => isShown && setSizes((all) => new Map(all).set(id, null)),
      );
    return () => {
      isShown = false;
    };
  }, [round]);
  const again = useRef(() => setRound((n) => n + 1)).current;
  useEffect(() => catalog.subscribe(again), [again]);
  return { sizes, again };
}

const ALL = 'all';
const ASKS_ALL = 'Remove everything that this page keeps in this browser, and open it anew?';

/** What is kept where, and how to remove it. */
export function Kept() {
  const { sizes, again } = useSizes();
  const [asked, setAsked] = useState<string | null>(null);
  const [told, setTold] = useState('');
  const remove = async (name: string, run: () => Promise<void>) => {
    setAsked(null);
    try {
      await run();
      setTold(`Removed: ${name}.`);
    } catch {
      setTold(`Not removed: ${name}. Close other tabs of this page and try again.`);
    }
    again();
  };
  const removeOne = (kind: Kind) =>
    void remove(kind.name, async () => {
      await kind.remove(false);
      if (kind.reloads) location.reload();
    });
  const isAnything = KINDS.some(({ id }) => (sizes.get(id) ?? null) !== null);
  return (
    <section aria-label="What is kept">
      <h3>What is kept</h3>
      <p className="soft">
        Only in this browser, for this site only. Other open tabs of this page keep their own.
      </p>
      <table className="about-kept">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Where</th>
            <th scope="col">Size</th>
            <th scope="col">
              <span className="visually-hidden">Remove</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {KINDS.map((kind) => (
            <Row
              key={kind.id}
              kind={kind}
              size={sizes.get(kind.id)}
              isAsked={asked === kind.id}
              onAsk={() => setAsked(kind.id)}
              onKeep={() => setAsked(null)}
              onRemove={() => removeOne(kind)}
            />
          ))}
        </tbody>
      </table>
      <div className="about-all">
        {asked === ALL ? (
          <Question
            asks={ASKS_ALL}
            onKeep={() => setAsked(null)}
            onRemove={() => void remove('everything', removeAll)}
          />
        ) : (
          <button type="button" className="btn" disabled={!isAnything} onClick={() => setAsked(ALL)}>
            Remove everything…
          </button>
        )}
        <span role="status">{told}</span>
      </div>
    </section>
  );
}

interface RowProps {
  readonly kind: Kind;
  /** Undefined until it is known. */
  readonly size: number | null | undefined;
  readonly isAsked: boolean;
  readonly onAsk: () => void;
  readonly onKeep: () => void;
  readonly onRemove: () => void;
}

function Row({ kind: { name, where, asks }, size, isAsked, onAsk, onKeep, onRemove }: RowProps) {
  return (
    <>
      <tr>
        <th scope="row">{name}</th>
        <td>{where}</td>
        <td className="about-size">
          {size === undefined ? '…' : size === null ? 'nothing' : sizeWords(size)}
        </td>
        <td>
          <button
            type="button"
            className="btn-quiet"
            aria-label={`Remove: ${name}`}
            disabled={typeof size !== 'number' || isAsked}
            onClick={onAsk}
          >
            Remove…
          </button>
        </td>
      </tr>
      {isAsked ? (
        <tr>
          <td colSpan={4}>
            <Question asks={asks} onKeep={onKeep} onRemove={onRemove} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

interface QuestionProps {
  readonly asks: string;
  readonly onKeep: () => void;
  readonly onRemove: () => void;
}

/** Asks before anything is removed. The focus is on the safe answer. */
function Question({ asks, onKeep, onRemove }: QuestionProps) {
  const safe = useRef<HTMLButtonElement>(null);
  useEffect(() => safe.current?.focus(), []);
  return (
    <span role="alert" className="about-asked">
      {asks}
      <button type="button" className="btn" onClick={onRemove}>
        Remove
      </button>
      <button type="button" className="btn" ref={safe} onClick={onKeep}>
        Keep
      </button>
    </span>
  );
}

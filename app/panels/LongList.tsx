import type { ReactNode } from 'react';
import { PAGE } from '../../src/limits';
import { useGrowing } from './growing';

interface LongListProps<T> {
  readonly items: readonly T[];
  /** The name of the list. */
  readonly label?: string;
  readonly className?: string;
  /** An entry, an `li` with a key. */
  readonly children: (item: T, index: number) => ReactNode;
}

/** A list of which the first entries are drawn, the others when asked for. */
export function LongList<T>({ items, label, className, children }: LongListProps<T>) {
  const { shown, left, more } = useGrowing(items.length, PAGE.shownEntries.value);
  return (
    <ul aria-label={label} className={className}>
      {items.slice(0, shown).map(children)}
      {left > 0 ? (
        <li>
          <More left={left} most={PAGE.shownEntries.value} onMore={more} />
        </li>
      ) : null}
    </ul>
  );
}

interface MoreProps {
  /** How many are not shown. */
  readonly left: number;
  /** How many of them a press shows. */
  readonly most: number;
  readonly onMore: () => void;
}

/** Says how many entries are not shown, and shows more of them. */
export function More({ left, most, onMore }: MoreProps) {
  return (
    <button type="button" className="btn" onClick={onMore}>
      {left > most ? `Show ${most} more of ${left.toLocaleString('en')}` : `Show ${left} more`}
    </button>
  );
}

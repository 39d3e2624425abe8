import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { lineOfKey } from './list-keys';

interface Walk {
  /** The chosen line of the list; -1 where none is. */
  readonly at: number;
  readonly count: number;
  /** So many lines are one page. */
  readonly page: number;
  readonly onMove: (at: number) => void;
  /** Enter; not called while the key is held down. */
  readonly onEnter: () => void;
}

/**
 * The keys of a list whose search field has the focus: arrows and pages move through it, Enter takes the chosen line. Home
 * and End stay with the words in the field, and keys of an input method with that.
 */
export function walkList(event: KeyboardEvent, { at, count, page, onMove, onEnter }: Walk): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
  if (event.key === 'Enter') {
    event.preventDefault();
    if (!event.repeat) onEnter();
    return;
  }
  if (event.target instanceof HTMLInputElement && (event.key === 'Home' || event.key === 'End')) return;
  const to = lineOfKey(event.key, { at, last: count - 1, page });
  if (to === undefined) return;
  event.preventDefault();
  onMove(to);
}

interface SearchFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The id of the list box that it searches, and of the line that is chosen in it. */
  readonly list: string;
  readonly active: string | undefined;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly className?: string;
  readonly field?: RefObject<HTMLInputElement | null>;
}

/** A search field over a list box, as the ARIA Authoring Practices describe a combobox. It has the focus once it is there. */
export function SearchField({
  label,
  list,
  active,
  onChange,
  className = 'field',
  field,
  ...rest
}: SearchFieldProps) {
  const own = useRef<HTMLInputElement>(null);
  const input = field ?? own;
  useEffect(() => input.current?.focus(), [input]);
  return (
    <input
      ref={input}
      type="search"
      role="combobox"
      className={className}
      aria-label={label}
      aria-expanded="true"
      aria-controls={list}
      aria-autocomplete="list"
      aria-activedescendant={active}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      onChange={(event) => onChange(event.target.value)}
      {...rest}
    />
  );
}

/** Keeps the chosen line of a list box in sight: give its list the returned reference. */
export function useInSight(id: string | undefined): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (id !== undefined)
      list.current?.querySelector(`#${CSS.escape(id)}`)?.scrollIntoView({ block: 'nearest' });
  }, [id]);
  return list;
}

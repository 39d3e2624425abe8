import { own } from '../../../src/text';
import './entry.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { CatalogRule } from '../../../src/catalog';
import { logsourceWords } from '../own-rule';
import { openRule } from '../store';
import { showSimilar } from '../view';
import { LEVEL_NAMES } from './rows';
import { techniqueIds } from './words';

interface RuleListProps {
  /** The list's accessible name. */
  readonly label: string;
  /** Set to the list, so that others can focus it. */
  readonly list?: RefObject<HTMLDivElement | null>;
  readonly rules: readonly CatalogRule[];
  /** Positions in `rules`, in display order. A new object starts the list anew. */
  readonly positions: ArrayLike<number> & { indexOf(position: number): number };
  /** A rule's title, if it is to be shown differently. */
  readonly titleOf?: (rule: CatalogRule) => ReactNode;
  /** More about a rule, in its last line. */
  readonly detailOf?: (position: number) => ReactNode;
}

/**
 * Rules of the catalog. Only those on screen are rendered. The arrow keys move, Enter or a click opens a rule;
 * Shift+Enter, or the button at its end, shows similar rules.
 */
export function RuleList({ label, list, rules, positions, titleOf, detailOf }: RuleListProps) {
  const ownList = useRef<HTMLDivElement>(null);
  const scroller = list ?? ownList;
  const id = useId();
  const [chosen, setChosen] = useState<number | null>(null);
  const at = chosen === null ? -1 : positions.indexOf(chosen);
  const virtual = useVirtualizer({
    count: positions.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 27,
    overscan: 8,
    getItemKey: (i) => positions[i] ?? i,
    initialRect: { width: 800, height: 280 },
  });
  useLayoutEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
    // The user may have moved down before the latest answer came; the list still has to choose a rule.
    const inside = scroller.current !== null && scroller.current === document.activeElement;
    setChosen(inside ? (positions[0] ?? null) : null);
  }, [positions, scroller]);
  const walk = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && at >= 0) {
      event.preventDefault();
      if (event.shiftKey) showSimilar(positions[at]!);
      else void openRule(positions[at]!);
      return;
    }
    const { startIndex = 0, endIndex = 0 } = virtual.range ?? {};
    const page = Math.max(1, endIndex - startIndex - 1);
    const last = positions.length - 1;
    const places = {
      ArrowDown: at + 1,
      ArrowUp: at < 0 ? last : at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: last,
    };
    const to = own<number>(places, event.key);
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey || last < 0) return;
    event.preventDefault();
    const next = Math.min(last, Math.max(0, to));
    setChosen(positions[next] ?? null);
    virtual.scrollToIndex(next);
  };
  const shown = virtual.getVirtualItems();
  return (
    <div
      ref={scroller}
      className="scroll entry-list"
      role="listbox"
      aria-label={label}
      aria-keyshortcuts="Shift+Enter"
      tabIndex={0}
      aria-activedescendant={shown.some(({ index }) => index === at) ? `${id}-${at}` : undefined}
      onKeyDown={walk}
      onFocus={() => {
        if (at < 0) setChosen(positions[virtual.range?.startIndex ?? 0] ?? null);
      }}
    >
      <div className="virtual-list" role="presentation" style={{ height: virtual.getTotalSize() }}>
        {shown.map(({ index, start, key }) => {
          const position = positions[index]!;
          const rule = rules[position];
          return rule ? (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys.
            // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the option.
            <div
              key={key}
              ref={virtual.measureElement}
              id={`${id}-${index}`}
              data-index={index}
              className="entry"
              role="option"
              aria-selected={index === at}
              aria-setsize={positions.length}
              aria-posinset={index + 1}
              title={`Open ${rule.path}`}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => {
                setChosen(position);
                void openRule(position);
              }}
            >
              <Row rule={rule} title={titleOf?.(rule)} detail={detailOf?.(position)} />
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys. */}
              {/* biome-ignore lint/a11y/noStaticElementInteractions: an option holds no buttons; the list has the keys. */}
              <span
                className="entry-similar"
                title="Similar rules (Shift+Enter)"
                onClick={(event) => {
                  event.stopPropagation();
                  showSimilar(position);
                }}
              />
            </div>
          ) : null;
        })}
      </div>
    </div>
  );
}

interface RowProps {
  readonly rule: CatalogRule;
  readonly title: ReactNode;
  readonly detail: ReactNode;
}

function Row({ rule, title, detail }: RowProps) {
  const source = logsourceWords(rule.logsource);
  return (
    <>
      <strong className="entry-title">{title ?? rule.title}</strong>
      <span className="entry-more soft">
        <span className="entry-level">{LEVEL_NAMES[rule.level]}</span>
        {source ? <span>{source}</span> : null}
        {techniqueIds(rule.tags).map((technique) => (
          <span key={technique}>{technique}</span>
        ))}
        <span className="entry-path">{rule.path}</span>
      </span>
      {detail ? <span className="entry-detail">{detail}</span> : null}
    </>
  );
}

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
import { lineOfKey } from '../../ui/list-keys';
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
  // biome-ignore lint/correctness/useExhaustiveDependencies: only new rules decide anew what is chosen.
  useLayoutEffect(() => {
    // The user may have moved down before the latest answer came: the chosen rule stays if it is still found, and
    // otherwise the list still has to choose one.
    const inside = scroller.current !== null && scroller.current === document.activeElement;
    if (inside && at >= 0) return virtual.scrollToIndex(at);
    scroller.current?.scrollTo({ top: 0 });
    setChosen(inside ? (positions[0] ?? null) : null);
  }, [positions, scroller]);
  const walk = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && at >= 0) {
      event.preventDefault();
      if (event.shiftKey) showSimilar(positions[at]!);
      else void openRule(positions[at]!);
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { startIndex = 0, endIndex = 0 } = virtual.range ?? {};
    const page = Math.max(1, endIndex - startIndex - 1);
    const next = lineOfKey(event.key, { at, last: positions.length - 1, page });
    if (next === undefined) return;
    event.preventDefault();
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
            <Option
              key={key}
              measure={virtual.measureElement}
              id={`${id}-${index}`}
              index={index}
              count={positions.length}
              isChosen={index === at}
              top={start}
              path={rule.path}
              onOpen={() => {
                setChosen(position);
                void openRule(position);
              }}
              onSimilar={() => showSimilar(position)}
            >
              <Row rule={rule} title={titleOf?.(rule)} detail={detailOf?.(position)} />
            </Option>
          ) : null;
        })}
      </div>
    </div>
  );
}

interface OptionProps {
  readonly measure: (element: HTMLElement | null) => void;
  readonly id: string;
  readonly index: number;
  readonly count: number;
  readonly isChosen: boolean;
  readonly top: number;
  readonly path: string;
  readonly onOpen: () => void;
  readonly onSimilar: () => void;
  readonly children: ReactNode;
}

/** One rule of the list. */
function Option(props: OptionProps) {
  const { measure, id, index, count, isChosen, top, path, onOpen, onSimilar, children } = props;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys.
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the option.
    <div
      ref={measure}
      id={id}
      data-index={index}
      className="entry"
      role="option"
      aria-selected={isChosen}
      aria-setsize={count}
      aria-posinset={index + 1}
      title={`Open ${path}`}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onOpen}
    >
      {children}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: an option holds no buttons; the list has the keys. */}
      <span
        className="entry-similar"
        title="Similar rules (Shift+Enter)"
        onClick={(event) => {
          event.stopPropagation();
          onSimilar();
        }}
      />
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

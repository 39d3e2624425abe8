import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { BrokenFile } from '../../../src/catalog/catalog';
import { counted } from '../../ui/counted';
import { Sentence } from '../../ui/Sentence';

/** The files of which a part, or all, does not run: each by name and reason. */
export function Broken({ broken }: { readonly broken: readonly BrokenFile[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: broken.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 50,
    overscan: 5,
    initialRect: { width: 800, height: 280 },
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section ref={scroller} className="scroll" aria-label="Problems of the catalog" tabIndex={0}>
      <ol className="catalog-list" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const { path = '', line = null, reason = '', code = '', more = 0 } = broken[index] ?? {};
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className="catalog-row catalog-broken"
              style={{ transform: `translateY(${start}px)` }}
              aria-setsize={broken.length}
              aria-posinset={index + 1}
            >
              <span className="catalog-where">
                {path}
                {line === null ? '' : `:${line}`}
              </span>
              <code className="problem-code">{code}</code>
              <span className="catalog-reason">
                <Sentence text={reason} />
                {more > 0 ? <span className="soft"> And {counted(more, 'further problem')}.</span> : null}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

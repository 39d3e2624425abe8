import './finding.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { BrokenFile } from '../../../src/catalog';
import { Sentence } from '../../ui/Sentence';
import { useCatalog } from '../store';

const NONE: readonly BrokenFile[] = [];

/** The files that cannot run, each with its first error. */
export function BrokenFiles() {
  const broken = useCatalog((s) => s.catalog?.broken ?? NONE);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: broken.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 52,
    overscan: 6,
    initialRect: { width: 800, height: 280 },
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section ref={scroller} className="scroll" aria-label="Files that cannot run" tabIndex={0}>
      <ul className="virtual-list" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const file = broken[index];
          return file ? (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className="finding"
              style={{ transform: `translateY(${start}px)` }}
              aria-setsize={broken.length}
              aria-posinset={index + 1}
            >
              <span className="catalog-broken-path">
                <strong>{file.path}</strong>
                {file.line === null ? null : <span className="soft"> line {file.line}</span>}
              </span>
              <span className="catalog-broken-reason">
                <Sentence words={file.reason} /> <code className="soft">{file.code}</code>
                {file.more > 0 ? (
                  <span className="soft">
                    {' '}
                    and {file.more} more {file.more === 1 ? 'error' : 'errors'}
                  </span>
                ) : null}
              </span>
            </li>
          ) : null;
        })}
      </ul>
    </section>
  );
}

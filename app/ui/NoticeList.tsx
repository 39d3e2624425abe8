import { type FocusEvent, useLayoutEffect, useRef } from 'react';
import { dismiss, useNotices } from './notices';
import { once } from './once';

/** The notices, in the room that the parent gives; announced without taking the focus. */
export function NoticeList() {
  const notices = useNotices();
  const focus = useFocusBack(notices);
  return (
    // A dialog leaves them as they are: they lie above its veil, can be used, and are read out.
    <div className="notices" role="status" aria-live="polite" data-react-aria-top-layer="true" {...focus}>
      {[...notices].reverse().map(({ id, text, action, also }) => (
        <div key={id} className="notice">
          {/* Another text of the same notice has to be fitted anew. */}
          <span key={text} ref={fitting} className="notice-text">
            {text}
          </span>
          {[action, also].map((one) =>
            one ? (
              <button
                key={one.label}
                type="button"
                className="btn"
                onClick={once(() => {
                  dismiss(id);
                  one.run();
                })}
              >
                {one.label}
              </button>
            ) : null,
          )}
          <button type="button" className="btn-icon" aria-label="Dismiss" onClick={once(() => dismiss(id))}>
            ×
          </button>
        </div>
      ))}
    </div>
  );
}

/** Three lines are set closer; a text that is longer still is scrolled, by the keyboard, too. */
function fitting(text: HTMLElement | null) {
  if (!text) return;
  // Heights are rounded, each on its own.
  const isLong = () => text.scrollHeight > text.clientHeight + 1;
  const lay = () => {
    text.classList.remove('notice-text-close');
    if (isLong()) text.classList.add('notice-text-close');
    if (isLong()) text.tabIndex = 0;
    else text.removeAttribute('tabindex');
  };
  lay();
  // Other notices, and a button that comes, make it narrower too.
  let width = text.clientWidth;
  const observer = new ResizeObserver(() => {
    if (text.clientWidth === width) return;
    width = text.clientWidth;
    lay();
  });
  observer.observe(text);
  return () => observer.disconnect();
}

/** Where a notice goes while it has the focus, the focus goes back to where it came from. */
function useFocusBack(notices: readonly unknown[]) {
  const from = useRef<Element | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is for when notices go.
  useLayoutEffect(() => {
    if (document.activeElement === document.body && from.current instanceof HTMLElement) from.current.focus();
  }, [notices]);
  const isOutside = ({ currentTarget, relatedTarget }: FocusEvent) =>
    relatedTarget !== null && !currentTarget.contains(relatedTarget);
  return {
    onFocus: (event: FocusEvent) => {
      if (isOutside(event)) from.current = event.relatedTarget;
    },
    onBlur: (event: FocusEvent) => {
      if (isOutside(event)) from.current = null;
    },
  };
}

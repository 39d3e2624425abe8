import type { Span } from './spans';

/** Stretches of text in their colours. */
export function Spans({ spans }: { readonly spans: readonly Span[] }) {
  return spans.map(({ start, text, className }) =>
    className.startsWith('mark') ? (
      <mark key={start} className={className}>
        {text}
      </mark>
    ) : (
      <span key={start} className={className || undefined}>
        {text}
      </span>
    ),
  );
}

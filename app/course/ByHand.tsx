import './learn.css';

/** A link to copy by hand, where the browser refuses the clipboard. */
export function ByHand({ link }: { readonly link: string }) {
  return (
    <textarea
      className="field field-code learn-link"
      aria-label="Link"
      readOnly
      rows={4}
      value={link}
      onFocus={(e) => e.currentTarget.select()}
    />
  );
}

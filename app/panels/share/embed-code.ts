import { fingerprint } from '../../examples/fingerprint';

/** What the code of an embed is made of. */
export interface EmbedParts {
  /** The whole address, with the work and the options. */
  readonly address: string;
  /** What a screen reader calls the frame. */
  readonly title: string;
  /** In CSS pixels. */
  readonly height: number;
  /** With a script that makes the frame as high as its content. */
  readonly follows: boolean;
}

/*
 * The frame runs scripts under its own origin, and its link opens a tab that is no longer in the sandbox. It may do nothing
 * else: no forms, no dialogs, no navigation of the page around it.
 */
const SANDBOX = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox';

/** HTML that shows an embed in another page. */
export function embedCode({ address, title, height, follows }: EmbedParts): string {
  const id = `sigma-${fingerprint(address)}`;
  const attributes = [
    ...(follows ? [['id', id]] : []),
    ['src', address],
    ['title', title],
    ['width', '100%'],
    ['height', String(height)],
    ['style', 'border: 0'],
    ['loading', 'lazy'],
    ['referrerpolicy', 'no-referrer'],
    ['sandbox', SANDBOX],
  ].map(([name, value]) => `${name}="${escaped(value!)}"`);
  const frame = `<iframe ${attributes.join(' ')}></iframe>`;
  return follows ? `${frame}\n${scriptFor(id)}` : frame;
}

/** `id` has letters, digits and a hyphen only. */
function scriptFor(id: string): string {
  return `<script>
  addEventListener('message', ({ source, data }) => {
    const frame = document.getElementById('${id}');
    if (!frame || source !== frame.contentWindow) return;
    if (data && data.source === 'sigma-playground' && data.type === 'height') frame.height = data.height;
  });
</script>`;
}

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/** A text as it stands in an attribute of HTML. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS.get(sign)!);
}

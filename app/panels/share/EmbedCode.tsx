import { useEffect, useRef, useState } from 'react';
import {
  EMBED_DEFAULTS,
  EMBED_PARTS,
  type EmbedOptions,
  type EmbedPart,
  originOf,
  writeEmbedOptions,
} from '../../state/embed-options';
import { titleOf } from '../../state/rule-title';
import { THEMES, type Theme } from '../../state/session';
import type { MadeLink, Shared } from '../../state/share';
import { copyText } from '../../ui/copy';
import { count } from '../../ui/count';
import { Toggle } from '../../ui/Toggle';
import { embedCode } from './embed-code';

const PARTS: Readonly<Record<EmbedPart, string>> = {
  rule: 'Rule',
  events: 'Events',
  verdicts: 'Verdicts',
  why: 'Explanation',
};
const THEME_WORDS: Readonly<Record<Theme, string>> = {
  system: 'As the reader’s system',
  light: 'Light',
  dark: 'Dark',
};

/** Until the preview has told its height. */
const FIRST_HEIGHT = 480;

interface EmbedCodeProps {
  /** What the embed is to contain; null while it is being made, as `made`. */
  readonly shared: Shared | null;
  readonly made: MadeLink | null;
}

/** The code that shows this work in another page: its options, a preview, and the HTML to copy. */
export default function EmbedCode({ shared, made }: EmbedCodeProps) {
  const [options, setOptions] = useState<EmbedOptions>(EMBED_DEFAULTS);
  const [parent, setParent] = useState('');
  const [follows, setFollows] = useState(true);
  const origin = parent === '' ? null : originOf(parent);
  const isWrong = parent !== '' && origin === null;
  const hash = made?.ok ? made.hash + writeEmbedOptions({ ...options, parent: origin }) : '';
  const address = hash === '' ? null : new URL(`embed.html${hash}`, location.href).href;
  const { frame, height } = useHeight(address);
  const title = titleOf(shared?.rule ?? '') || 'Sigma rule';
  const code = address && embedCode({ address, title, height: height ?? FIRST_HEIGHT, follows });
  const toggle = (part: EmbedPart, isOn: boolean) => {
    const parts = EMBED_PARTS.filter((one) => (one === part ? isOn : options.parts.includes(one)));
    if (parts.length > 0) setOptions({ ...options, parts });
  };
  return (
    <div className="share-embed">
      <div className="share-choices">
        {EMBED_PARTS.map((part) => (
          <Toggle key={part} on={options.parts.includes(part)} onChange={(isOn) => toggle(part, isOn)}>
            {PARTS[part]}
          </Toggle>
        ))}
        <Toggle on={options.isEditable} onChange={(isEditable) => setOptions({ ...options, isEditable })}>
          Can be edited
        </Toggle>
        <Toggle on={follows} onChange={setFollows}>
          Script that follows the height
        </Toggle>
      </div>
      <div className="share-choices">
        <label>
          Theme{' '}
          <select
            className="field"
            value={options.theme}
            onChange={(e) => {
              const theme = THEMES.find((one) => one === e.target.value);
              if (theme) setOptions({ ...options, theme });
            }}
          >
            {THEMES.map((theme) => (
              <option key={theme} value={theme}>
                {THEME_WORDS[theme]}
              </option>
            ))}
          </select>
        </label>
        <label>
          Takes messages from{' '}
          <input
            className="field"
            type="url"
            placeholder="https://wiki.example"
            value={parent}
            aria-invalid={isWrong}
            aria-describedby="share-embed-origin"
            onChange={(e) => setParent(e.target.value.trim())}
          />
        </label>
        <span id="share-embed-origin" className={isWrong ? 'bad' : 'soft'}>
          {isWrong
            ? 'That is no origin: write it like https://wiki.example, without a path.'
            : 'Only needed where a script of that page changes the texts or reads verdicts.'}
        </span>
      </div>
      {address === null ? (
        <p className="empty">There is nothing to embed: neither a rule nor events, or too much for a link.</p>
      ) : (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
          <section className="share-embed-preview" aria-label="Preview of the embed" tabIndex={0}>
            <iframe
              key={address}
              ref={frame}
              className="share-embed-frame"
              title="Preview"
              src={address}
              style={{ height: height ?? FIRST_HEIGHT }}
            />
          </section>
          <textarea
            className="field field-code"
            aria-label="HTML of the embed"
            readOnly
            rows={4}
            value={code ?? ''}
            onFocus={(e) => e.currentTarget.select()}
          />
          <div className="share-end">
            <span className="soft" role="status">
              {height === null
                ? 'The preview has not told its height yet.'
                : `The preview is ${count(height, 'pixel')} high; narrower pages make it higher.`}
            </span>
            <button
              type="button"
              className="btn btn-main"
              onClick={() => void copyText(code ?? '', 'The HTML of the embed was')}
            >
              Copy HTML
            </button>
          </div>
        </>
      )}
    </div>
  );
}

/** No frame is higher than this, whatever it says. */
const HIGHEST = 20_000;

/** The height that the preview of an address tells; null until it has. */
function useHeight(address: string | null) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [told, setTold] = useState<{ readonly of: string; readonly height: number } | null>(null);
  useEffect(() => {
    if (address === null) return;
    const hear = ({ source, origin, data }: MessageEvent) => {
      if (source !== frame.current?.contentWindow || origin !== location.origin) return;
      if (data?.source !== 'sigma-playground' || data.type !== 'height') return;
      const height = Number(data.height);
      if (height > 0 && height <= HIGHEST) setTold({ of: address, height: Math.ceil(height) });
    };
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, [address]);
  return { frame, height: told !== null && told.of === address ? told.height : null };
}

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { followEvents } from '../actions/choose-event';
import { prepareMonaco } from '../editor/environment';
import { startPainting } from '../editor/painting';
import { Guard } from '../guard/Guard';
import { dropLostSheets } from '../guard/why-not-loaded';
import { connect } from '../results/connect';
import { EMBED_DEFAULTS, EMBED_NAMES, type EmbedOptions, readEmbedOptions } from '../state/embed-options';
import { decodeLink } from '../state/open-share';
import { refuse } from '../state/refusals';
import { session } from '../state/session';
import { holdVersion } from '../workers/offline/hold-version';
import { Embed } from './Embed';
import { talk, tellHeight } from './talk';

/*
 * The one place that says what an embed has of the page: the texts, the engine, and what shows both. It has no sheets, no
 * History, no notices and no files, and it keeps nothing: embed.html says so to `app/state/storage.ts` before any script.
 */

/** Starts the embed with what its address says. */
export async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) return;
  document.documentElement.classList.add('embed-page');
  dropLostSheets();
  holdVersion();
  // The address names the work; another address is another embed.
  window.addEventListener('hashchange', () => location.reload());
  const { options, problem } = isWithoutOrigin() ? SANDBOXED : await readAddress(location.hash);
  if (options.isEditable) {
    prepareMonaco();
    startPainting();
  }
  followEvents();
  if (problem === '') connect();
  createRoot(root).render(
    <StrictMode>
      <Guard what="The embed">
        <Embed options={options} problem={problem} />
      </Guard>
    </StrictMode>,
  );
  tellHeight(root);
  talk(options);
}

interface Address {
  readonly options: EmbedOptions;
  /** Why the address cannot be opened, as sentences; empty if it can. */
  readonly problem: string;
}

/** True in a sandbox without `allow-same-origin`. Browsers start no worker there that imports a script of the site. */
function isWithoutOrigin(): boolean {
  return self.origin === 'null';
}

const SANDBOXED: Address = {
  options: EMBED_DEFAULTS,
  problem:
    'This embed cannot be shown: its frame is in a sandbox without allow-same-origin, in which a browser does not start the engine. Add allow-same-origin to the frame’s sandbox.',
};

/** Puts the work of the address into the session, and gives its options. */
async function readAddress(hash: string): Promise<Address> {
  const opened = await decodeLink(hash, EMBED_NAMES);
  const refused = (why: string, todo: string): Address => ({
    options: EMBED_DEFAULTS,
    problem: `This embed cannot be shown: ${why}. ${todo}`,
  });
  if (!opened.ok) return refused(opened.why, opened.todo);
  const read = readEmbedOptions(opened.others);
  if (!read.ok) {
    const { why } = refuse('link-value', read.name);
    return refused(why, 'See docs/embedding.md for its values.');
  }
  const { rule, events, settings } = opened.shared;
  session.setState({ rule, events, settings, theme: read.options.theme, selected: opened.event ?? 0 });
  return { options: read.options, problem: '' };
}

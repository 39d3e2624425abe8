import './ui/tokens.css';
import './ui/base.css';
import './ui/controls.css';
import './ui/overlays.css';
import './ui/parts.css';
import './ui/marks.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { followEvents, showChosen } from './actions/choose-event';
import { putEndedAside, startAnew, tellEnded } from './actions/ended-work';
import { showFirstExample } from './actions/first-visit';
import { watchRests } from './actions/keep';
import { watchLinks } from './actions/open-link';
import { persist } from './actions/persist';
import { findElsewhere, keepUnread, moveFormer } from './actions/start-work';
import { fail, tryAgain, watchTrial } from './actions/trial';
import { prepareMonaco } from './editor/environment';
import { showDetectionOf } from './editor/first-sight';
import { startPainting } from './editor/painting';
import { isExample } from './examples/index';
import { Guard } from './guard/Guard';
import { watchFiles } from './guard/lost-files';
import { dropLostSheets, isTold } from './guard/why-not-loaded';
import { restoreBaseline } from './log/restore-baseline';
import { startAuthoring } from './panels/author/write';
import { connect } from './results/connect';
import { followExpectations } from './results/follow-expectations';
import { session } from './state/session';
import { hasEnded } from './state/trial';
import { holdVersion } from './workers/offline/hold-version';

dropLostSheets();
holdVersion();
prepareMonaco();

void hasEnded().then(async (ended) => {
  await findElsewhere();
  start(ended);
});

/** Starts the page; without the work over which it ended the last time. */
function start(ended: boolean): void {
  const isAnother = ended && putEndedAside();
  showFirstExample();
  watchTrial();
  persist(isAnother);
  watchRests();
  startPainting();
  followEvents();
  followExpectations();
  showChosen();
  startAuthoring();
  // The link is read before the first run, so that no result of other work flashes up.
  void watchLinks().finally(() => connect());
  const { rule } = session.getState();
  if (isExample(rule)) showDetectionOf(rule);
  watchFiles();
  tellEnded();
  void keepUnread();
  void moveFormer();
  void restoreBaseline();
  show();
  if (import.meta.env.PROD) whenIdle(() => void keepForOffline().catch(isTold));
}

/** Runs it once the page is loaded and has nothing to do. */
function whenIdle(run: () => void): void {
  const soon = () => (self.requestIdleCallback ?? setTimeout)(run);
  if (document.readyState === 'complete') soon();
  else addEventListener('load', soon, { once: true });
}

async function keepForOffline(): Promise<void> {
  const { startOffline } = await import('./actions/offline');
  await startOffline();
}

function show(): void {
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <Guard what="The page" onFail={fail} onAgain={tryAgain} onStartAnew={startAnew}>
        <App />
      </Guard>
    </StrictMode>,
  );
}

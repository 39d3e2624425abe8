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
import { showFirstExample } from './actions/first-visit';
import { watchLinks } from './actions/open-link';
import { persist } from './actions/persist';
import { showDetectionOf } from './editor/first-sight';
import { startPainting } from './editor/painting';
import { EXAMPLES } from './examples/index';
import { watchRegions } from './layout/regions';
import { startAuthoring } from './panels/author/write';
import { connect } from './results/connect';
import { session } from './state/session';

// Makes `monaco` a global, through which the browser tests read the decorations.
self.MonacoEnvironment = { globalAPI: true };

showFirstExample();
persist();
startPainting();
followEvents();
showChosen();
startAuthoring();
watchRegions();
// The link is read before the first run, so that no result of other work flashes up.
void watchLinks().finally(() => connect());

if (EXAMPLES.some((e) => e.rule === session.getState().rule)) showDetectionOf(session.getState().rule);

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

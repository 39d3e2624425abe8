import { chosenFiles } from '../../actions/dropped';
import { expectNothing, takeVerdicts } from '../../actions/expect-events';
import { type CatalogView, showView } from '../../catalog/view';
import { baseline } from '../../log/baseline-state';
import { isLogOpen } from '../../log/store';
import { fileName } from '../../results/file-names';
import { results } from '../../results/results';
import { session, TABS, type Tab } from '../../state/session';
import { openAnywhere } from '../drops';
import type { Command } from './command';
import { pickFiles } from './pick-files';

/** Shows a panel. On a phone, brings its pane to the front; where something else has the whole page, the panels get it. */
function show(tab: Tab): void {
  session.setState(({ enlarged }) => ({
    tab,
    pane: tab === 'explain' ? 'explain' : 'more',
    enlarged: enlarged === 'none' ? enlarged : 'panels',
  }));
}

const IS_THERE: Partial<Record<Tab, () => boolean>> = {
  correlations: () => results.getState().documents.some(({ kind }) => kind === 'correlation'),
  compare: () => session.getState().pinned !== null,
  findings: isLogOpen,
};

const titleOf = (tab: Tab) => `${tab[0]!.toUpperCase()}${tab.slice(1)}`;

/** The panels, by their tabs. */
export const PANELS: readonly Command[] = TABS.map((tab) => ({
  id: `panel-${tab}`,
  section: 'Panels',
  title: `${titleOf(tab)}: show the panel`,
  ...(IS_THERE[tab] ? { isAvailable: IS_THERE[tab] } : {}),
  run: () => show(tab),
}));

const hasTests = () => {
  const { expected, expectedFirings } = session.getState().settings;
  return expected !== undefined || expectedFirings !== undefined;
};
const baselines = () => import('../../log/baseline');
const writing = () => import('../../panels/tests/write-tests');

/** What is done with all tests. */
export const TESTS: readonly Command[] = [
  {
    id: 'take-verdicts',
    section: 'Tests',
    title: 'Take the present verdicts as right',
    isAvailable: () => results.getState().outcome.verdicts.length > 0,
    run: takeVerdicts,
  },
  {
    id: 'tests-exemplars',
    section: 'Tests',
    title: 'Write the tests as exemplars in the rule',
    isAvailable: hasTests,
    run: async () => (await writing()).writeTestsIntoRule('exemplars'),
  },
  {
    id: 'tests-cases',
    section: 'Tests',
    title: 'Write the tests as test cases in the rule',
    isAvailable: hasTests,
    run: async () => (await writing()).writeTestsIntoRule('test cases'),
  },
  {
    id: 'tests-file',
    section: 'Tests',
    title: 'Write the tests as a file beside the rule',
    isAvailable: hasTests,
    run: async () => (await writing()).saveTestDocuments(),
  },
  {
    id: 'tests-regression',
    section: 'Tests',
    title: 'Write the tests as regression data for SigmaHQ',
    isAvailable: hasTests,
    run: async () => (await import('../../panels/tests/save-regression')).saveRegressionData(),
  },
  {
    id: 'remove-tests',
    section: 'Tests',
    title: 'Remove all tests',
    isAvailable: hasTests,
    run: expectNothing,
  },
  {
    id: 'baseline-file',
    section: 'Tests',
    title: 'Baseline: choose a file…',
    run: () =>
      pickFiles(async ([file]) => file && (await baselines()).setBaseline(file, file.name), {
        multiple: false,
      }),
  },
  {
    id: 'baseline-events',
    section: 'Tests',
    title: 'Baseline: use the present events',
    isAvailable: () => session.getState().events.trim() !== '',
    run: async () => {
      const events = new Blob([session.getState().events]);
      await (await baselines()).setBaseline(events, fileName('events'));
    },
  },
  {
    id: 'baseline-remove',
    section: 'Tests',
    title: 'Baseline: remove',
    isAvailable: () => baseline.getState().now !== null,
    run: async () => (await baselines()).removeBaseline(),
  },
];

const VIEWS: readonly (readonly [CatalogView, string])[] = [
  ['rules', 'Rules'],
  ['findings', 'Findings'],
  ['matrix', 'ATT&CK'],
  ['similar', 'Similar'],
  ['statistics', 'Statistics'],
];
const store = () => import('../../catalog/store');

/** What is done with a catalog of rules. */
export const CATALOG: readonly Command[] = [
  {
    id: 'catalog-run',
    section: 'Catalog',
    title: 'Catalog: run all on my events',
    run: async () => {
      show('catalog');
      const { catalog, runAll } = await store();
      const { catalog: rules, job } = catalog.getState();
      if (rules && !job) runAll();
    },
  },
  ...VIEWS.map(([view, title]) => ({
    id: `catalog-${view}`,
    section: 'Catalog' as const,
    title: `Catalog: ${title}`,
    run: () => {
      show('catalog');
      showView(view);
    },
  })),
  {
    id: 'catalog-files',
    section: 'Catalog',
    title: 'Catalog: open files…',
    run: () =>
      pickFiles((files) => openAnywhere(chosenFiles(files), 'catalog'), { accept: '.yml,.yaml,.zip' }),
  },
  {
    id: 'catalog-folder',
    section: 'Catalog',
    title: 'Catalog: open folder…',
    run: () => pickFiles((files) => openAnywhere(chosenFiles(files), 'catalog'), { folder: true }),
  },
  {
    id: 'catalog-remove',
    section: 'Catalog',
    title: 'Catalog: remove',
    run: async () => (await store()).removeCatalog(),
  },
];

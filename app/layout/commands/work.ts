import { chosenFiles } from '../../actions/dropped';
import { startNew } from '../../actions/work';
import { download } from '../../guard/download';
import { isLogOpen } from '../../log/store';
import { runAgain } from '../../results/connect';
import { results } from '../../results/results';
import { openDialog } from '../../state/dialogs';
import { session } from '../../state/session';
import { openAnywhere } from '../drops';
import { share, shareRule } from '../Share';
import type { Command } from './command';
import { pickFiles } from './pick-files';

const hasText = (side: 'rule' | 'events') => () => session.getState()[side].trim() !== '';

/** Opening, saving, sharing. */
export const WORK: readonly Command[] = [
  { id: 'examples', section: 'Work', title: 'Examples…', run: () => openDialog('examples') },
  { id: 'new-rule', section: 'Work', title: 'New rule', run: () => startNew('rule') },
  { id: 'new-events', section: 'Work', title: 'New events', run: () => startNew('events') },
  {
    id: 'open-rule',
    section: 'Work',
    title: 'Open a rule…',
    run: () => pickFiles((files) => openAnywhere(chosenFiles(files), 'rule')),
  },
  {
    id: 'open-events',
    section: 'Work',
    title: 'Open events…',
    run: () => pickFiles((files) => openAnywhere(chosenFiles(files), 'events')),
  },
  {
    id: 'open-events-folder',
    section: 'Work',
    title: 'Open a folder of event logs…',
    words: 'directory triage collection evtx several files',
    run: () => pickFiles((files) => openAnywhere(chosenFiles(files), 'events'), { folder: true }),
  },
  {
    id: 'download-rule',
    section: 'Work',
    title: 'Download the rule',
    isAvailable: hasText('rule'),
    run: () => download('rule'),
  },
  {
    id: 'download-events',
    section: 'Work',
    title: 'Download the events',
    isAvailable: hasText('events'),
    run: () => download('events'),
  },
  { id: 'share', section: 'Work', title: 'Share: copy a link', words: 'url address', run: share },
  {
    id: 'share-rule',
    section: 'Work',
    title: 'Share the rule alone: copy a link',
    isAvailable: hasText('rule'),
    run: shareRule,
  },
  { id: 'share-options', section: 'Work', title: 'Link options…', run: () => openDialog('share') },
  {
    id: 'embed',
    section: 'Work',
    title: 'Embed: HTML for a wiki, a blog or a slide…',
    words: 'iframe frame website',
    run: () => openDialog('embed'),
  },
  {
    id: 'redact',
    section: 'Work',
    title: 'Redact events…',
    words: 'anonymise anonymize replace names addresses privacy',
    isAvailable: hasText('events'),
    run: () => openDialog('share'),
  },
  {
    id: 'export-result',
    section: 'Work',
    title: 'Export a result…',
    words: 'picture image svg png markdown html print pdf save report',
    isAvailable: hasText('rule'),
    run: () => openDialog('export-result'),
  },
  {
    id: 'export-rule',
    section: 'Work',
    title: 'Export the page of the rule…',
    words: 'picture image svg png markdown html print pdf save report',
    isAvailable: hasText('rule'),
    run: () => openDialog('export-rule'),
  },
  { id: 'history', section: 'Work', title: 'History…', run: () => openDialog('history') },
  {
    id: 'export-work',
    section: 'Work',
    title: 'Export work as a zip…',
    run: () => openDialog('export-work'),
  },
  {
    id: 'export-all',
    section: 'Work',
    title: 'Export all: work and History…',
    run: () => openDialog('export-all'),
  },
  {
    id: 'import-work',
    section: 'Work',
    title: 'Import work…',
    run: () =>
      pickFiles(async ([file]) => file && (await import('../../actions/export-work')).importWork(file), {
        accept: '.zip',
        multiple: false,
      }),
  },
  {
    id: 'run-again',
    section: 'Work',
    title: 'Run again',
    isAvailable: () => {
      const { hang, failure } = results.getState();
      return !isLogOpen() && (hang !== null || failure !== null);
    },
    run: runAgain,
  },
];

import { openReference } from '../../actions/reference';
import { closeDialog, openDialog, openedDialog } from '../../state/dialogs';
import { openLearn } from '../../state/learn';
import { session } from '../../state/session';
import { toggleReference } from '../Reference';
import { type Command, everywhere } from './command';

const toggle = (name: 'commands' | 'keys') => () =>
  openedDialog() === name ? closeDialog() : openDialog(name);

/** What helps to find and to learn things. */
export const HELP: readonly Command[] = [
  {
    id: 'commands',
    section: 'Help',
    title: 'Commands…',
    keys: [...everywhere('F1'), { key: 'Ctrl+K', where: 'outside the editors' }],
    isOverDialogs: true,
    run: toggle('commands'),
  },
  {
    id: 'keys',
    section: 'Help',
    title: 'All keys…',
    words: 'shortcuts keyboard help',
    keys: [{ key: '?', where: 'outside text fields' }],
    run: toggle('keys'),
  },
  {
    id: 'about',
    section: 'Help',
    title: 'About: everything stays in this browser; version, licences…',
    words: 'privacy storage kept delete remove data offline network sbom bill of materials',
    run: () => openDialog('about'),
  },
  { id: 'reference', section: 'Help', title: 'Reference…', run: () => openReference() },
  {
    id: 'reference-here',
    section: 'Help',
    title: 'Reference: the entry for what is at the cursor, and back',
    keys: everywhere('Shift+F1'),
    isOverDialogs: true,
    run: toggleReference,
  },
  { id: 'learn', section: 'Help', title: 'Learn: lessons…', run: () => openLearn('lessons') },
  { id: 'learn-write', section: 'Help', title: 'Learn: write a lesson…', run: () => openLearn('write') },
  { id: 'learn-results', section: 'Help', title: 'Learn: results…', run: () => openLearn('results') },
  {
    id: 'hints',
    section: 'Help',
    title: 'Show or close the hints of a first visit',
    run: () => session.setState(({ hintsClosed }) => ({ hintsClosed: !hintsClosed })),
  },
];

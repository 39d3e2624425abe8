/*
 * The one place that assembles Monaco: its core and the features that the page uses. Loaded lazily, after the first
 * paint.
 */
import './monaco-features';
import { editor, languages } from 'monaco-editor/editor';
import editorWorkerAddress from 'monaco-editor/editor/editor.worker?worker&url';
import { startWorker } from '../workers/trusted';
import { registerAssist } from './assist/register';
import { registerEventLanguages } from './event-languages';
import { foldInSteps } from './folding';
import { defineThemes, watchForcedColours } from './theme';

self.MonacoEnvironment = {
  ...self.MonacoEnvironment,
  getWorker: () => startWorker(editorWorkerAddress, 'monaco-editor'),
};

registerEventLanguages(languages);
defineThemes(editor);
watchForcedColours(editor);
registerAssist();
foldInSteps();

export { editor };

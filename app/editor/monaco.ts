/*
 * The one place that assembles Monaco: its core and the features that the page uses. Loaded lazily, after the first
 * paint.
 */
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/caretOperations/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/codeAction/register';
import 'monaco-editor/features/comment/register';
import 'monaco-editor/features/contextmenu/register';
import 'monaco-editor/features/cursorUndo/register';
import 'monaco-editor/features/documentSymbols/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/folding/register';
import 'monaco-editor/features/format/register';
import 'monaco-editor/features/gotoError/register';
import 'monaco-editor/features/gotoLine/register';
import 'monaco-editor/features/gotoSymbol/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/iPadShowKeyboard/register';
import 'monaco-editor/features/indentation/register';
import 'monaco-editor/features/lineSelection/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/features/quickCommand/register';
import 'monaco-editor/features/quickOutline/register';
import 'monaco-editor/features/referenceSearch/register';
import 'monaco-editor/features/rename/register';
import 'monaco-editor/features/smartSelect/register';
import 'monaco-editor/features/snippet/register';
import 'monaco-editor/features/toggleTabFocusMode/register';
import 'monaco-editor/features/tokenization/register';
import 'monaco-editor/features/unicodeHighlighter/register';
import 'monaco-editor/features/wordOperations/register';
// The suggestion list registers no feature of its own; all of Monaco imports it this way.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import 'monaco-editor/languages/definitions/xml/register';
import 'monaco-editor/languages/definitions/yaml/register';
import { editor, languages } from 'monaco-editor/editor';
import editorWorkerAddress from 'monaco-editor/editor/editor.worker?worker&url';
import { startWorker } from '../workers/trusted';
import { registerAssist } from './assist/register';
import { registerEventLanguages } from './event-languages';
import { defineThemes, watchForcedColours } from './theme';

self.MonacoEnvironment = {
  ...self.MonacoEnvironment,
  getWorker: () => startWorker(editorWorkerAddress, 'monaco-editor'),
};

registerEventLanguages(languages);
defineThemes(editor);
watchForcedColours(editor);
registerAssist();

export { editor };

/*
 * Monaco's core. It is evaluated in a task of its own, before the features that need it; see `load.ts`.
 */
import 'monaco-editor/editor';

/*
 * What Monaco's core stands on. It has a script of its own (`vite.config.ts`), which is evaluated in a task of its own; see
 * `load.ts`.
 */
import 'monaco-editor/base/common/platform';

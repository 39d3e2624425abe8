import { serveEngine } from './serve-engine';

/*
 * The engine's worker.
 */

serveEngine(self);

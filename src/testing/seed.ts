import fc from 'fast-check';

/*
 * On a developer's machine, property tests try new inputs at every run. In CI they try the same ones, so that a
 * change is judged by its effect and not by luck. `FC_SEED` selects others.
 */
const seed = process.env.FC_SEED ?? (process.env.CI ? '20261124' : undefined);
if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) });

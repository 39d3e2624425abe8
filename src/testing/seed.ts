import fc from 'fast-check';

/*
 * On a developer's machine property tests look in new places at every run. In CI they look in the same ones, so that a
 * change is judged by what it does and not by luck; `FC_SEED` chooses others.
 */
const seed = process.env.FC_SEED ?? (process.env.CI ? '20261124' : undefined);
if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) });

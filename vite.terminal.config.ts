import { defineConfig } from 'vite';
import { licences } from './.ci/licences.ts';

/** The terminal's `sigma` as one file that Node 20 runs, with the licences of what it contains beside it. */
export default defineConfig({
  publicDir: false,
  plugins: [licences().page],
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: 'src/cli/main.ts',
    outDir: 'dist-terminal',
    target: 'node20',
    rolldownOptions: { output: { entryFileNames: 'sigma.mjs', codeSplitting: false } },
  },
});

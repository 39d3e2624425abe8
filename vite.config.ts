import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { buildFacts } from './.ci/build-facts.ts';
import { licences } from './.ci/licences.ts';
import { offline } from './.ci/offline.ts';
import { POLICY } from './.ci/policy.ts';

/** Writes the policy into the built page; the development server needs inline scripts and has none. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}

const shipped = licences();

export default defineConfig({
  // Relative addresses: the site works from any sub-path.
  base: './',
  define: { __BUILD__: JSON.stringify(buildFacts()) },
  plugins: [react(), contentSecurityPolicy(), shipped.page, offline()],
  worker: { format: 'es', plugins: () => [shipped.workers()] },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      // The browser keeps what it has compiled of a script in one task: one script for all of Monaco would hold the page.
      output: {
        codeSplitting: {
          groups: [{ name: 'monaco-base', test: /monaco-editor\/esm\/vs\/(?:base|platform)\// }],
        },
      },
    },
  },
});

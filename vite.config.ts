import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { buildFacts } from './.ci/build-facts.ts';
import { licences } from './.ci/licences.ts';
import { offline } from './.ci/offline.ts';
import { POLICY } from './.ci/policy.ts';
import { sheetsAgain } from './.ci/sheets-again.ts';

/** An embed shows no other frame; the page shows one, the preview of an embed. Who may show it is for the server to say. */
const EMBED_POLICY = `${POLICY}; frame-src 'none'`;

/** Writes the policy into the built page; the development server needs inline scripts and has none. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: (_, { path }) => [
      {
        tag: 'meta',
        attrs: {
          'http-equiv': 'Content-Security-Policy',
          content: path.endsWith('/embed.html') ? EMBED_POLICY : POLICY,
        },
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
  plugins: [react(), contentSecurityPolicy(), sheetsAgain(), shipped.page, offline()],
  worker: { format: 'es', plugins: () => [shipped.workers()] },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      input: ['index.html', 'embed.html'],
      // The browser keeps what it has compiled of a script in one task: one script for all of Monaco would hold the page.
      output: {
        codeSplitting: {
          groups: [{ name: 'monaco-base', test: /monaco-editor\/esm\/vs\/(?:base|platform)\// }],
        },
      },
    },
  },
});

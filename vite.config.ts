import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { licences } from './.ci/licences.ts';
import { offline } from './.ci/offline.ts';

/** What the built page may do. Each line beyond the strictest says who needs it. */
const POLICY = [
  "default-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  // Monaco places its lines, cursors and colours through style elements of its own.
  "style-src 'self' 'unsafe-inline'",
  // Monaco's icon font may be written into its style sheet.
  "font-src 'self' data:",
  // Monaco's squiggles under problems are small pictures in its style sheet.
  "img-src 'self' data:",
  // Workers start from a blob of the page that imports our own script: only so do they inherit this policy. The
  // import itself asks for 'self' here.
  "worker-src 'self' blob:",
  "require-trusted-types-for 'script'",
  // The first two make the addresses of workers (app/workers/trusted.ts) and of the service worker
  // (app/workers/offline); the others are Monaco's and make only HTML.
  `trusted-types ${[
    ...[
      'sigma-playground#worker',
      'sigma-playground#offline',
      'diffEditorWidget',
      'diffReview',
      'domLineBreaksComputer',
    ],
    ...['editorViewLayer', 'richScreenReaderContent', 'standaloneColorizer', 'tokenizeToString', 'dompurify'],
  ].join(' ')}`,
].join('; ');

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

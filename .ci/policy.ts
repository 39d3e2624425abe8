/** What the built page may do. Each line beyond the strictest says who needs it. */
export const POLICY = [
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

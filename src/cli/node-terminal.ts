import type { Terminal } from './terminal';

/** The terminal of this process. Progress is shown only on an interactive terminal. */
export function nodeTerminal(): Terminal {
  const width = process.stderr.isTTY ? (process.stderr.columns ?? 80) : 0;

  // A reader that has seen enough (`| head`) is not an error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });

  return {
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    progress(text) {
      if (width > 0) process.stderr.write(`\r${text.slice(0, width - 1).padEnd(width - 1)}\r`);
    },
  };
}

import type { Terminal } from './terminal';

/** Characters of lines that are written together where nobody watches them come. */
const TOGETHER = 1 << 16;

/** The terminal of this process. Progress is shown only on an interactive terminal. */
export function nodeTerminal(): Terminal {
  const width = process.stderr.isTTY ? (process.stderr.columns ?? 80) : 0;
  const { stdout } = process;
  let lines: string[] = [];
  let length = 0;
  let isFull = false;
  const write = () => {
    if (lines.length > 0) isFull = !stdout.write(`${lines.join('\n')}\n`);
    lines = [];
    length = 0;
  };

  // A reader that has seen enough (`| head`) is not an error.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  process.on('beforeExit', write);
  process.on('exit', write);

  return {
    out(line) {
      lines.push(line);
      length += line.length;
      if (stdout.isTTY || length >= TOGETHER) write();
    },
    err(line) {
      // What was found comes before what is told behind it.
      write();
      process.stderr.write(`${line}\n`);
    },
    progress(text) {
      if (width > 0) process.stderr.write(`\r${text.slice(0, width - 1).padEnd(width - 1)}\r`);
    },
    async drained() {
      write();
      if (isFull && stdout.writableNeedDrain)
        await new Promise<void>((resolve) => stdout.once('drain', resolve));
      isFull = false;
    },
  };
}

import { wholeText } from '../../src/event';

/** The text of a file: UTF-8, or UTF-16 with a byte order mark, as Windows PowerShell writes redirected output. */
export async function textOf(file: Blob): Promise<string> {
  return wholeText(new Uint8Array(await file.arrayBuffer()));
}

import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { say, Told, toldOf, type Words } from '../../src/text';
import { MANIFEST, readManifest, type ServedCatalog } from './manifest';

/*
 * Catalogs that are hosted beside the page. The page fetches them, not the worker, because the page's policy, which
 * allows only this site, does not apply in the worker.
 */

interface ServedCatalogs {
  readonly list: readonly ServedCatalog[];
  /** What is wrong with the manifest, as a sentence. */
  readonly problem: Words | null;
}

const served = createStore<ServedCatalogs>(() => ({ list: [], problem: null }));
let asked = false;

/** The part of the state that `select` returns. */
export function useServedCatalogs<T>(select: (state: ServedCatalogs) => T): T {
  return useStore(served, select);
}

/** Asks the site once which catalogs it offers. A site without a manifest offers none; that is no problem. */
export async function findServed(): Promise<void> {
  if (asked) return;
  asked = true;
  try {
    const answer = await fetch(addressOf(MANIFEST), { cache: 'no-cache' });
    if (isAbsent(answer)) return;
    if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
    served.setState({ list: readManifest(await answer.text()) });
  } catch (error) {
    // Without a connection there is nothing to offer; a saved catalog still works.
    if (error instanceof TypeError) asked = false;
    else
      served.setState({
        problem: say`This site’s \`catalog/${MANIFEST}\` cannot be used: ${toldOf(error)}`,
      });
  }
}

/** Fetches a hosted zip. If it cannot, throws an error with a sentence for the user. */
export async function fetchServed(
  { name, file }: ServedCatalog,
  signal: AbortSignal,
  onProgress: (bytes: number, total: number | null) => void,
): Promise<File> {
  const answer = await fetch(addressOf(file), { cache: 'no-cache', signal }).catch((error: unknown) => {
    throw signal.aborted ? error : new Error(`“${name}” could not be fetched: the server did not answer.`);
  });
  if (isAbsent(answer)) {
    throw new Told(
      say`“${name}” is missing: this site’s \`catalog/${MANIFEST}\` names \`${file}\`, but there is no such file beside it.`,
    );
  }
  if (!answer.ok) throw new Error(`“${name}” could not be fetched: the server answered ${answer.status}.`);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  try {
    const total = sizeOf(answer);
    const reader = answer.body?.getReader();
    for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
      chunks.push(piece.value);
      bytes += piece.value.length;
      onProgress(bytes, total);
    }
  } catch (error) {
    throw signal.aborted
      ? error
      : new Error(`“${name}” could not be fetched completely: the connection broke.`);
  }
  if (!isZipped(chunks[0])) throw new Told(say`“${name}” cannot be read: \`${file}\` is not a zip archive.`);
  return new File(chunks, file);
}

/** An address on this site only: the name has no folder, host or scheme. */
function addressOf(name: string): string {
  return `${import.meta.env.BASE_URL}catalog/${encodeURIComponent(name)}`;
}

/** Some sites answer every unknown address with a page of their own. */
function isAbsent(answer: Response): boolean {
  return answer.status === 404 || /^text\/html\b/i.test(answer.headers.get('Content-Type') ?? '');
}

/** Null if the length given is that of a compressed response. */
function sizeOf({ headers }: Response): number | null {
  const size = Number(headers.get('Content-Length') ?? 0);
  return size > 0 && !headers.has('Content-Encoding') ? size : null;
}

function isZipped(bytes: Uint8Array | undefined): boolean {
  return bytes?.[0] === 0x50 && bytes[1] === 0x4b;
}

import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { MANIFEST, readManifest, type ServedCatalog } from './manifest';

/*
 * Catalogs that lie beside the page, for whoever serves it to their people. They are fetched by the page and not by the
 * worker: the page's policy, which knows no other site than this, does not hold in there.
 */

interface ServedCatalogs {
  readonly list: readonly ServedCatalog[];
  /** What is wrong with the manifest, as a sentence. */
  readonly problem: string | null;
}

const served = createStore<ServedCatalogs>(() => ({ list: [], problem: null }));
let asked = false;

/** The part of what is served that `select` names. */
export function useServedCatalogs<T>(select: (state: ServedCatalogs) => T): T {
  return useStore(served, select);
}

/** Asks, once, what is served. A site without a manifest offers nothing, and that is no problem. */
export async function findServed(): Promise<void> {
  if (asked) return;
  asked = true;
  try {
    const answer = await fetch(addressOf(MANIFEST), { cache: 'no-cache' });
    if (isAbsent(answer)) return;
    if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
    served.setState({ list: readManifest(await answer.text()) });
  } catch (error) {
    // Without a connection there is nothing to be offered: what was kept can be worked with all the same.
    if (error instanceof TypeError) asked = false;
    else
      served.setState({ problem: `This site’s \`catalog/${MANIFEST}\` cannot be used: ${messageOf(error)}` });
  }
}

/** Fetches a served zip. Throws, with a sentence for people, where there is none. */
export async function fetchServed(
  { name, file }: ServedCatalog,
  signal: AbortSignal,
  onProgress: (bytes: number, total: number | null) => void,
): Promise<File> {
  const answer = await fetch(addressOf(file), { cache: 'no-cache', signal }).catch((error: unknown) => {
    throw signal.aborted ? error : new Error(`“${name}” could not be fetched: the server did not answer.`);
  });
  if (isAbsent(answer)) {
    throw new Error(
      `“${name}” is missing: this site’s \`catalog/${MANIFEST}\` names \`${file}\`, but there is no such file beside it.`,
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
  if (!isZipped(chunks[0])) throw new Error(`“${name}” cannot be read: \`${file}\` is not a zip archive.`);
  return new File(chunks, file);
}

/** Of this site only: the name has no folder, host or scheme in it. */
function addressOf(name: string): string {
  return `${import.meta.env.BASE_URL}catalog/${encodeURIComponent(name)}`;
}

/** Sites that lead every unknown address to a page of their own answer with that page. */
function isAbsent(answer: Response): boolean {
  return answer.status === 404 || /^text\/html\b/i.test(answer.headers.get('Content-Type') ?? '');
}

/** Null where the length that is told is that of something packed. */
function sizeOf({ headers }: Response): number | null {
  const size = Number(headers.get('Content-Length') ?? 0);
  return size > 0 && !headers.has('Content-Encoding') ? size : null;
}

function isZipped(bytes: Uint8Array | undefined): boolean {
  return bytes?.[0] === 0x50 && bytes[1] === 0x4b;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

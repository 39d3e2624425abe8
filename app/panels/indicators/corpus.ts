import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type IndexManifest, type IndicatorIndex, readIndex } from '../../../src/catalog/indicator-index';

/** The index of SigmaHQ's catalog that is served beside the page. */
export type Corpus =
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly why: string }
  | { readonly state: 'ready'; readonly index: IndicatorIndex; readonly manifest: IndexManifest };

const corpus = createStore<Corpus>(() => ({ state: 'waiting' }));
let asked = false;

/** Fetches the index, once; after a failure it may be asked again. */
export async function loadCorpus(): Promise<void> {
  if (asked) return;
  asked = true;
  corpus.setState({ state: 'waiting' }, true);
  try {
    const [bytes, manifest] = await Promise.all([
      fetched('indicators.bin').then((answer) => answer.arrayBuffer()),
      fetched('indicators.json').then((answer) => answer.json() as Promise<IndexManifest>),
    ]);
    corpus.setState({ state: 'ready', index: readIndex(new Uint8Array(bytes)), manifest }, true);
  } catch (error) {
    asked = false;
    corpus.setState({ state: 'failed', why: error instanceof Error ? error.message : String(error) }, true);
  }
}

/** The index, as far as it has come. */
export function useCorpus(): Corpus {
  return useStore(corpus);
}

/** Of this site only: nothing about the rule is in the address. */
async function fetched(name: string): Promise<Response> {
  const answer = await fetch(`${import.meta.env.BASE_URL}catalog/${name}`);
  if (!answer.ok) throw new Error(`The server answers ${answer.status} for ${name}.`);
  return answer;
}

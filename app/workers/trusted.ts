/*
 * The one place that starts workers. A policy in the page's `<meta>` does not bind a worker that is loaded by its
 * address; a worker that starts from a blob of the page inherits it. So each worker starts from a blob with one line,
 * the import of our own script. The built page requires Trusted Types too (see vite.config.ts): this policy makes only
 * such blobs.
 */

interface Policy {
  createScriptURL(address: string): unknown;
}
interface Factory {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): Policy;
}

const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;

/** For each script, the blob that imports it. There are only a few; they are kept as long as the page. */
const blobs = new Map<string, string>();

/** The address of a blob that imports the script at `address`, which must be of this origin. */
function blobOf(address: string): string {
  const url = new URL(address, document.baseURI);
  if (url.origin !== location.origin) throw new TypeError('Workers come from this origin only.');
  let blob = blobs.get(url.href);
  if (blob === undefined) {
    const line = `import ${JSON.stringify(url.href)};`;
    blob = URL.createObjectURL(new Blob([line], { type: 'text/javascript' }));
    blobs.set(url.href, blob);
  }
  return blob;
}

const policy = factory?.createPolicy('sigma-playground#worker', { createScriptURL: blobOf });

/** Starts a module worker from a script of this origin, under the page's own policy. */
export function startWorker(address: string, name: string): Worker {
  const trusted = policy ? policy.createScriptURL(address) : blobOf(address);
  return new Worker(trusted as string, { type: 'module', name });
}

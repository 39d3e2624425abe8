/*
 * The built page asks for Trusted Types (see vite.config.ts): an address given to `new Worker` must come from a policy.
 * This one lets only our own origin through.
 */

interface Policy {
  createScriptURL(address: string): unknown;
}
interface Factory {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): Policy;
}

const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;

function sameOrigin(address: string): string {
  const url = new URL(address, document.baseURI);
  if (url.origin !== location.origin) throw new TypeError('Workers come from this origin only.');
  return url.href;
}

const policy = factory?.createPolicy('sigma-playground#worker', { createScriptURL: sameOrigin });

/** Starts a module worker from an address of this origin. */
export function startWorker(address: string, name: string): Worker {
  const trusted = policy ? policy.createScriptURL(address) : sameOrigin(address);
  return new Worker(trusted as string, { type: 'module', name });
}

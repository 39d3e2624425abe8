/*
 * The built page requires Trusted Types for the address of a service worker, too. This policy makes one address only, and
 * can be made only once.
 */

interface Factory {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): unknown };
}

const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;
const ADDRESS = `${import.meta.env.BASE_URL}sw.js`;
const policy = factory?.createPolicy('sigma-playground#offline', { createScriptURL: () => ADDRESS });

/** The address of the service worker, beside the page. */
export function trustedWorker(): string {
  return (policy ? policy.createScriptURL(ADDRESS) : ADDRESS) as string;
}

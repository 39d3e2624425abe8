/** What the page has asked for since it was opened, as the browser has recorded it. */
export interface Requests {
  readonly own: number;
  /** The sites besides its own. */
  readonly others: readonly string[];
}

/** Looks up the browser's record of requests. `own` counts those to the page's own site; data that is in the page is none. */
export function requestsSoFar(): Requests {
  const addresses = [
    ...performance.getEntriesByType('navigation'),
    ...performance.getEntriesByType('resource'),
  ]
    .map(({ name }) => new URL(name, document.baseURI))
    .filter(({ protocol }) => /^(?:https?|wss?):$/.test(protocol));
  const others = addresses.filter(({ origin }) => origin !== location.origin);
  return {
    own: addresses.length - others.length,
    others: [...new Set(others.map(({ origin }) => origin))],
  };
}

/** The policy that the page has brought; null on the development server, which has none. */
export function policyOfPage(): string | null {
  return (
    document
      .querySelector('meta[http-equiv="Content-Security-Policy"]')
      ?.getAttribute('content')
      ?.replaceAll('; ', ';\n') ?? null
  );
}

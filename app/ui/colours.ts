/**
 * What `read` makes of the colours behind the tokens of tokens.css, or of the system's, in one colour scheme, each as
 * `#rrggbb`. The tokens are resolved at the root: while they are read, the root has that scheme, and nothing is
 * painted.
 */
export function readColours<T>(scheme: 'light' | 'dark', read: (colour: (name: string) => string) => T): T {
  const { dataset } = document.documentElement;
  const { theme } = dataset;
  const probe = document.createElement('span');
  // In forced colours, an element that takes part has no colours of its own.
  probe.style.setProperty('forced-color-adjust', 'none');
  dataset.theme = scheme;
  document.body.append(probe);
  try {
    return read((name) => {
      probe.style.color = name.startsWith('--') ? `var(${name})` : name;
      const channels = getComputedStyle(probe).color.match(/[\d.]+/g) ?? [];
      const pair = (channel: string) => Math.round(Number(channel)).toString(16).padStart(2, '0');
      return `#${channels.slice(0, 3).map(pair).join('')}`;
    });
  } finally {
    probe.remove();
    if (theme === undefined) delete dataset.theme;
    else dataset.theme = theme;
  }
}

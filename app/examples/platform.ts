/** Where events of an example come from, in the order in which they are listed. */
export const PLATFORMS = ['Windows', 'Linux', 'macOS', 'Cloud', 'Identity', 'Network', 'Web'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** The platform of each part of a log source that tells it; the first that is known counts. */
const BY_NAME: ReadonlyMap<string, Platform> = new Map([
  ['signinlogs', 'Identity'],
  ['okta', 'Identity'],
  ['windows', 'Windows'],
  ['linux', 'Linux'],
  ['macos', 'macOS'],
  ['zeek', 'Network'],
  ['firewall', 'Network'],
  ['proxy', 'Network'],
  ['dns', 'Network'],
  ['webserver', 'Web'],
  ['sql', 'Web'],
]);

/** Where the events of a log source come from; what is none of the others is a cloud. */
export function platformOf({ product = '', category = '', service = '' }: Readonly<Record<string, string>>) {
  for (const part of [service, product, category]) {
    const found = BY_NAME.get(part);
    if (found) return found;
  }
  return 'Cloud';
}

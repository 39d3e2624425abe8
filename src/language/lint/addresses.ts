/** Words in a field's name that mean an address, and words that mean a network or a list. */
const ADDRESS = /^(?:ip|ipv4|ipv6|addr|address|addresses|ipaddr|ipaddress)$/;
const NETWORK = /^(?:cidr|subnet|range|ranges|prefix|prefixes|block|blocks|mask|netmask|route|routes)$/;
/** Names of a single word in lower case: `clientip`, `src_ipaddr`. */
const JOINED =
  /^(?:src|dst|dest|source|destination|client|server|remote|local|host|peer|caller)(?:ip|ipaddr|addr)$/;

/**
 * True for a field with the address of one host, by the words of its name: `DestinationIp`, `c-ip`, but not
 * `Description`.
 */
export function isAddressField(field: string): boolean {
  const words = field
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  if (words.some((word) => NETWORK.test(word) || /cidr/.test(word))) return false;
  return words.some((word) => ADDRESS.test(word) || JOINED.test(word));
}

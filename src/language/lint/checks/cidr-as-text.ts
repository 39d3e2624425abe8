import { say } from '../../../text';
import { isAddressField } from '../addresses';
import type { Check } from '../check';

/** Beginnings of addresses that people write to mean a network. */
const NETWORK = /^(\d{1,3})\.(?:(\d{1,3})\.)?(?:(\d{1,3})\.)?\*?$/;

export const cidrAsText: Check<'cidr-as-text'> = {
  id: 'cidr-as-text',
  severity: 'info',
  finds: 'The beginning of an address instead of a network',
  why: 'Text is a poor test for a network: `10.` also begins host names, and `172.16.` is only a sixteenth of the private range. `cidr` is exact, and covers IPv6 and mapped addresses too.',
  bad: "logsource:\n    category: network_connection\n    product: windows\ndetection:\n    selection:\n        DestinationIp|startswith: «'10.'»\n    condition: selection",
  good: "logsource:\n    category: network_connection\n    product: windows\ndetection:\n    selection:\n        DestinationIp|cidr: '10.0.0.0/8'\n    condition: selection",
  value(value, report) {
    const { item, text, scalar } = value;
    if (item.comparison !== 'startswith' && item.comparison !== 'exact') return;
    if (typeof scalar.value !== 'string' || item.field === null || !isAddressField(item.field)) return;
    if (item.comparison === 'exact' && !text.endsWith('*')) return;
    const found = NETWORK.exec(text);
    if (!found) return;
    const parts = found.slice(1).filter((part) => part !== undefined);
    const network = `${[...parts, '0', '0', '0'].slice(0, 4).join('.')}/${parts.length * 8}`;
    report(value.range, say`This looks like a network. Write \`${network}\` with \`cidr\`.`);
  },
};

import { parseNetwork } from '../../../rule';
import { prose, say } from '../../../text';
import { isAddressField } from '../addresses';
import { type Check, findsOthers, replace } from '../check';

export const cidrMissing: Check<'cidr-missing'> = {
  id: 'cidr-missing',
  severity: 'warning',
  finds: 'A network without `cidr`',
  why: 'Without the modifier, the field has to equal the text of the network, including the slash. Events have addresses. `cidr` tests whether an address is in the network.',
  bad: "logsource:\n    category: network_connection\n    product: windows\ndetection:\n    selection:\n        «DestinationIp»: '10.0.0.0/8'\n    condition: selection",
  good: "logsource:\n    category: network_connection\n    product: windows\ndetection:\n    selection:\n        DestinationIp|cidr: '10.0.0.0/8'\n    condition: selection",
  item(item, report) {
    // Firewall and cloud rules have networks in fields that hold them as text.
    if (item.comparison !== 'exact' || item.field === null || item.modifiers.length > 0) return;
    if (!isAddressField(item.field)) return;
    const networks = item.values.filter(({ text }) => text.includes('/') && isNetwork(text));
    if (networks.length === 0) return;
    const { end } = item.item.fieldRange;
    const fix =
      networks.length === item.values.length
        ? findsOthers(replace(prose('Add `cidr`'), { start: end, end }, '|cidr'))
        : null;
    report(
      item.item.fieldRange,
      say`\`${networks[0]!.text}\` is a network, but only \`cidr\` reads it as one. Add \`cidr\`.`,
      fix,
    );
  },
};

function isNetwork(text: string): boolean {
  return (
    /^(?:\d{1,3}\.){3}\d{1,3}\/\d{1,2}$|^[0-9a-f:]+::?[0-9a-f:]*\/\d{1,3}$/i.test(text) &&
    parseNetwork(text) !== null
  );
}

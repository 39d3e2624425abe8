import { parseAddress } from '../../../rule';
import { say } from '../../../text';
import { isAddressField } from '../addresses';
import type { Check } from '../check';

export const addressInvalid: Check<'address-invalid'> = {
  id: 'address-invalid',
  severity: 'warning',
  finds: 'An address that does not exist',
  why: 'Each part of an IPv4 address is from 0 to 255. No event has this address.',
  bad: "logsource:\n    category: network_connection\n    product: windows\ndetection:\n    selection:\n        DestinationIp: «'10.0.0.256'»\n    condition: selection",
  good: "logsource:\n    category: network_connection\n    product: windows\ndetection:\n    selection:\n        DestinationIp: '10.0.0.25'\n    condition: selection",
  value(value, report) {
    const { item, text } = value;
    if (item.comparison !== 'exact' || item.field === null || !/^\d{1,5}(?:\.\d{1,5}){3}$/.test(text)) return;
    if (isAddressField(item.field) && parseAddress(text) === null)
      report(value.range, say`The address ${text} does not exist. Each part is from 0 to 255.`);
  },
};

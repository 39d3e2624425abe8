import type { SigmaEvent } from '../../event';
import { type EventKind, has, kindOf, mapped, type RecognisedKind, type Schema, textOf } from '../schema';

/*
 * The unified audit log of Microsoft 365. Rules for Exchange and for alerts use the names of an older forwarder: the
 * workload is `eventSource`, the operation or the alert `eventName`.
 */

const RECORDS = kindOf('Microsoft 365 audit log', { services: ['audit'] });
const EXCHANGE = kindOf(
  'Microsoft 365 audit log of Exchange',
  { services: ['audit', 'exchange'] },
  mapped(['eventSource', 'Workload'], ['eventName', 'Operation']),
);
const ALERTS = kindOf(
  'Microsoft 365 alert',
  { services: ['audit', 'threat_management', 'threat_detection'] },
  mapped(['eventSource', 'Workload'], ['eventName', ['Name', 'Operation']]),
);
const KINDS = new Map<string, EventKind>([
  ['Exchange', EXCHANGE],
  ['SecurityComplianceCenter', ALERTS],
]);

function recognise(event: SigmaEvent): RecognisedKind | null {
  const workload = textOf(event, 'Workload');
  if (workload === undefined || !has(event, 'Operation')) return null;
  if (!has(event, 'RecordType') && !has(event, 'CreationTime')) return null;
  return {
    kind: KINDS.get(workload) ?? RECORDS,
    product: 'm365',
    because: ['Workload', 'Operation', 'RecordType'],
  };
}

export const M365: Schema = {
  name: 'Microsoft 365',
  signs: ['Workload'],
  kinds: [RECORDS, EXCHANGE, ALERTS],
  recognise,
};

import type { SigmaEvent } from '../../event';
import { kindOf, mapped, type RecognisedKind, type Schema, textOf } from '../schema';

/*
 * Google Cloud's audit logs: log entries with an AuditLog inside, as Logging shows them, or in `data` as they come
 * through Pub/Sub. Rules use either of these names, or Filebeat's.
 */

function names(prefix: string): [string, string][] {
  return [
    'methodName',
    'serviceName',
    'resourceName',
    'authorizationInfo.permission',
    'authorizationInfo.granted',
  ].map((name) => [`${prefix}.${name}`, name]);
}

function kind(label: string, within: string) {
  const inner = `${within}protoPayload`;
  const other = within === '' ? 'data.protoPayload' : 'protoPayload';
  return kindOf(
    label,
    { services: ['gcp.audit'] },
    mapped(
      ['gcp.audit.method_name', `${inner}.methodName`],
      ['gcp.audit.service_name', `${inner}.serviceName`],
      ['gcp.audit.resource_name', `${inner}.resourceName`],
      ...names(other).map(([field, name]) => [field, `${inner}.${name}`] as const),
      // What the entry has beside its payload is inside it in the rules.
      ['data.protoPayload.logName', `${within}logName`],
      ['data.protoPayload.resource.type', `${within}resource.type`],
    ),
  );
}

const LAYOUTS = [
  { within: '', kind: kind('Google Cloud audit log', '') },
  { within: 'data.', kind: kind('Google Cloud audit log in data', 'data.') },
];

function recognise(event: SigmaEvent): RecognisedKind | null {
  for (const { within, kind } of LAYOUTS) {
    const [method, service] = [`${within}protoPayload.methodName`, `${within}protoPayload.serviceName`];
    if (textOf(event, method) !== undefined && textOf(event, service) !== undefined)
      return { kind, product: 'gcp', because: [service, method] };
  }
  return null;
}

export const GCP: Schema = {
  name: 'Google Cloud',
  signs: ['protoPayload.methodName', 'data.protoPayload.methodName'],
  kinds: LAYOUTS.map(({ kind }) => kind),
  recognise,
};

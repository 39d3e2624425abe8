import type { SigmaEvent } from '../../event';
import { kindOf, mapped, type RecognisedKind, type Schema, textOf } from '../schema';

/* The audit log of Kubernetes. Its rules use its own names, three of them shortened. */

const KIND = kindOf(
  'Kubernetes audit log',
  { categories: ['application'], services: ['audit'] },
  mapped(
    ['apiGroup', 'objectRef.apiGroup'],
    ['hostPath', 'requestObject.spec.volumes.hostPath.path'],
    ['capabilities', 'requestObject.spec.containers.securityContext.capabilities.add'],
  ),
);

function recognise(event: SigmaEvent): RecognisedKind | null {
  if (!/^audit\.k8s\.io\//.test(textOf(event, 'apiVersion') ?? '')) return null;
  return { kind: KIND, product: 'kubernetes', because: ['apiVersion', 'verb'] };
}

export const KUBERNETES: Schema = {
  name: 'Kubernetes',
  signs: ['apiVersion'],
  kinds: [KIND],
  recognise,
};

import { AS_OURS, type Readings } from '../../knowledge';
import { prose, say, type Words } from '../../text';
import {
  inNetwork,
  type Network,
  parseAddress,
  parseNetwork,
  printNetwork,
  sharedPrefix,
} from '../value/network';
import { excerpt, excerptCode, type Failure, failWithoutText } from './failure';
import { type Modifier, one } from './modifier';
import { Predicate, type PredicateHit, whole } from './predicate';
import type { FieldReading } from './reading';

export const cidr: Modifier = {
  name: 'cidr',
  doc: {
    summary: 'The field is an IPv4 or IPv6 address in this network.',
    example: "DestinationIp|cidr: '10.0.0.0/8'",
  },
  takes: ['string'],
  wants: 'a network such as `10.0.0.0/8`',
  apply(draft, { readings }) {
    const written = draft.kind === 'string' ? draft.raw : null;
    if (written === null) {
      return {
        code: 'modifier-order',
        message: prose('`cidr` reads the value as written. Remove the modifiers before it.'),
      };
    }
    const network = parseNetwork(written, !readings['cidr-mapped']);
    if (!network) {
      return {
        code: 'cidr-syntax',
        message: say`${excerptCode(excerpt(written))} is not a network. Write an address and a prefix length: \`10.0.0.0/8\` or \`fd00::/8\`.`,
      };
    }
    const variants = one({ kind: 'network', network, written });
    if (!network.hostBits) return variants;
    return {
      code: 'cidr-host-bits',
      severity: 'warning',
      message: say`${excerptCode(excerpt(written))} has host bits set; they are ignored. Write the network ${printNetwork(network)}.`,
      variants,
    };
  },
};

/** An address inside a network. An IPv4-mapped IPv6 address counts as its IPv4 address (ours). */
export class NetworkPredicate extends Predicate {
  readonly key: string;

  private readonly unmap: boolean;

  constructor(
    readonly network: Network,
    readings: Readings = AS_OURS,
  ) {
    super();
    this.unmap = !readings['cidr-mapped'];
    this.key = `cidr${this.unmap ? '' : ' unmapped'}:${printNetwork(network)}`;
  }

  get words(): Words {
    return [`is in ${printNetwork(this.network)}`];
  }

  test(reading: FieldReading): boolean {
    if (typeof reading.value !== 'string') return false;
    const address = parseAddress(reading.value.trim(), this.unmap);
    return address !== null && inNetwork(address, this.network);
  }

  find(reading: FieldReading): PredicateHit[] {
    return whole(reading);
  }

  fail(reading: FieldReading): Failure {
    const text = reading.text;
    if (text === null) return failWithoutText(reading);
    const address = parseAddress(text.trim(), this.unmap);
    return {
      reason: 'not in network',
      value: excerpt(text),
      network: printNetwork(this.network),
      isAddress: address !== null,
      distance: address === null ? 1 : 1 - sharedPrefix(address, this.network),
    };
  }
}

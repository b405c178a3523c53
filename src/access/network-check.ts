import type { IConstruct } from 'constructs';
import { requireList, requireOptions, requireValue, requireValues } from '../validation/property-check';

/** The properties that say where something is in a network: whatever they are given. */
export interface NetworkProperties {
  readonly vpc?: unknown;
  readonly vpcSubnets?: unknown;
  readonly securityGroups?: unknown[];
}

/** Fails unless what says where something is in a network is of the classes that it should be. */
export function requireNetwork(construct: IConstruct, properties: NetworkProperties): void {
  const { vpcSubnets, securityGroups } = properties;
  requireValues(construct, properties, {
    vpc: { mark: 'selectSubnets', allowed: 'a VPC, for example Vpc.fromLookup()' },
  });
  requireOptions(construct, 'vpcSubnets', vpcSubnets);
  requireList(construct, 'securityGroups', securityGroups);
  const expected = { mark: 'securityGroupId', allowed: 'a security group', required: true };
  securityGroups?.forEach((group, index) => requireValue(construct, `securityGroups[${index}]`, group, expected));
}

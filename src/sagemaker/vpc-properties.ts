import type { PropertyNames } from '../validation/member-names';

/** The properties of a job in a VPC. */
export const VPC_PROPERTIES: PropertyNames = {
  VpcConfig: 'vpc',
  'VpcConfig.Subnets': 'vpcSubnets',
  'VpcConfig.SecurityGroupIds': 'securityGroups',
};

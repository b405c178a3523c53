import { Resource, type Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct, IDependable } from 'constructs';
import type { JobArns } from '../access/names-in-arns';
import { requireNetwork } from '../access/network-check';
import { storageRouteRules } from '../access/storage-route-rules';
import { acknowledgeWildcard } from '../nag-acknowledgment';
import { refusal } from '../validation/finding';
import { note, noteAll, report } from '../validation/noted-findings';
import { resourceRegionRules } from '../validation/region-rules';

/** Where a job runs: the options of a job that say so. */
export interface JobNetworkOptions {
  readonly vpc?: ec2.IVpc;
  readonly vpcSubnets?: ec2.SubnetSelection;
  readonly securityGroups?: ec2.ISecurityGroup[];
  readonly allowAllOutbound?: boolean;
}

/** The network interfaces that a service makes for a job: what its role must be allowed. */
export interface JobInterfaces {
  readonly stack: Stack;
  /** The ARN of the jobs that the role is for. */
  readonly jobs: JobArns;
  readonly subnetIds: string[];
  readonly securityGroupIds: string[];
  /** Whether the subnets may be another account's, which shares them. */
  readonly mayBeShared: boolean;
}

const INTERFACE_OF_ANY = 'EC2 has no resource to limit the interfaces of a job to before they exist.';
const SUBNET_OF_ANY = 'The one subnet, whichever account shares it: its id says no account.';

/** The network interfaces of a job in a VPC: in which subnets, and with which security groups. */
export class JobNetwork {
  /** The network of a job, or `undefined` for a job outside of any VPC. */
  public static of(job: Construct, options: JobNetworkOptions): JobNetwork | undefined {
    const { vpc, vpcSubnets, securityGroups, allowAllOutbound } = options;
    requireNetwork(job, options);
    if (vpc) return new JobNetwork(job, { ...options, vpc });
    if (vpcSubnets || securityGroups || allowAllOutbound !== undefined) {
      note(
        job,
        refusal(undefined, "'vpcSubnets', 'securityGroups' and 'allowAllOutbound' must be given with 'vpc' only"),
      );
    }
    return undefined;
  }

  public readonly connections: ec2.Connections;
  /** The way to S3 and the rules of the groups: to be there from before the job begins until it has ended. */
  public readonly dependencies: IDependable[];
  public readonly subnetIds: string[];
  /** A VPC that the app does not make may be another account's, which shares its subnets. */
  public readonly mayBeShared: boolean;

  private constructor(job: Construct, options: JobNetworkOptions & { readonly vpc: ec2.IVpc }) {
    const { vpc, vpcSubnets, securityGroups, allowAllOutbound } = options;
    if (securityGroups && allowAllOutbound !== undefined) {
      note(job, refusal('allowAllOutbound', "must not be given with 'securityGroups', which have rules of their own"));
    }
    const groups = securityGroups ?? [
      new ec2.SecurityGroup(job, 'SecurityGroup', { vpc, allowAllOutbound: allowAllOutbound ?? true }),
    ];
    this.connections = new ec2.Connections({ securityGroups: groups });
    this.dependencies = [vpc, ...groups];
    this.mayBeShared = !Resource.isOwnedResource(vpc);
    const { subnetIds, subnets } = vpc.selectSubnets(vpcSubnets);
    this.subnetIds = subnetIds;
    noteAll(job, resourceRegionRules(job, 'vpc', vpc, 'a VPC'));
    job.node.addValidation({ validate: () => report(job, [...storageRouteRules(vpc, subnets)]) });
  }

  public get securityGroupIds(): string[] {
    return this.connections.securityGroups.map((group) => group.securityGroupId);
  }

  /** Lets a service that runs a job with a role make the job's network interfaces. */
  public grantInterfaces(role: iam.IRole, statements: readonly iam.PolicyStatement[], isGenerated: boolean): void {
    for (const statement of statements) role.addToPrincipalPolicy(statement);
    // on a role of the user's, it would hide findings of their own
    if (!isGenerated) return;
    for (const resource of statements.flatMap(({ resources }) => resources).filter((arn) => arn.includes('*'))) {
      acknowledgeWildcard(role, resource, resource.includes(':subnet/') ? SUBNET_OF_ANY : INTERFACE_OF_ANY);
    }
  }
}

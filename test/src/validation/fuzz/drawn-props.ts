import { Duration, type Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { drawnOverrides } from './drawn-overrides';
import type { Draws } from './draws';
import { oddValue } from './odd-value';
import type { JobDefinition } from '../../../../src/job/job-definition';
import { operationModel } from '../../../../src/validation/service-model/operation-model';
import { bucketNamed } from '../../sample-job';

/** What makes a value of a property. */
export type Makers = { readonly [property: string]: () => unknown };

/** Makes the properties of jobs: most are right, some wrong or odd, and so are the arguments of what makes them. */
export class PropsDraw {
  /** How much of a job is wrong: of some jobs nothing, so that there is something to synthesize. */
  private readonly share: number;

  constructor(
    public readonly stack: Stack,
    public readonly draws: Draws,
  ) {
    this.share = draws.pick([0, 0, 0.02, 0.1, 0.3]);
  }

  /** Properties that are always given, unless they are odd, and some of those that may be given. */
  public props(definition: JobDefinition, always: Makers, sometimes: Makers): { [property: string]: unknown } {
    const { draws } = this;
    const makers = { ...this.common(), ...sometimes };
    const chosen: Makers = {
      ...always,
      ...Object.fromEntries(draws.some(Object.entries(makers), 0.15)),
      ...(draws.chance(0.3) && { requestOverrides: () => this.overrides(definition) }),
    };
    const entries = Object.entries(chosen).map(([property, make]) => [property, this.orOdd(make())]);
    return Object.fromEntries(entries) as { [property: string]: unknown };
  }

  /** What a job in a VPC takes, or that runs with a role. */
  public get access(): Makers {
    const { stack } = this;
    return {
      role: () => new iam.Role(stack, 'OwnRole', { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com') }),
      vpc: () => this.vpc(),
      vpcSubnets: () => ({ subnetType: ec2.SubnetType.PRIVATE_ISOLATED }),
      securityGroups: () => [ec2.SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-0123456789abcdef0')],
      allowAllOutbound: () => this.flag(),
    };
  }

  /** Calls what makes a value, with arguments of which some are odd. */
  public call(make: (...args: never[]) => unknown, ...args: unknown[]): unknown {
    const given = args.map((each) => this.orOdd(each));
    return (make as (...args: unknown[]) => unknown)(...given);
  }

  /** Options of which some are odd. */
  public options(makers: Makers): object {
    const chosen = this.draws.some(Object.entries(makers), 0.3);
    return Object.fromEntries(chosen.map(([option, make]) => [option, this.orOdd(make())]));
  }

  public orOdd(value: unknown): unknown {
    return this.draws.chance(this.share) ? oddValue(this.stack, this.draws) : value;
  }

  /** One of the values that are right, or of those that are not. */
  public mostly<Value>(right: readonly Value[], wrong: readonly Value[]): Value {
    return this.draws.pick(this.draws.chance(this.share) ? wrong : right);
  }

  public text(): string {
    return this.mostly(['text', 'a-name', '1', 'dir/'], ['', 'a//b c', 'é', '/']);
  }

  public flag(): boolean {
    return this.draws.chance(0.5);
  }

  public number(): number {
    return this.mostly([1, 2, 3, 30], [0, 100, 3600, 100_000]);
  }

  public seconds(): Duration {
    return Duration.seconds(this.mostly([60, 1800, 3600, 86_400, 172_800], [0, 1, 59, 90.5, 2_419_201, 1e10]));
  }

  public map(): unknown {
    return Object.fromEntries(
      this.draws
        .some(['key', 'OTHER_KEY', this.mostly(['third'], ['1', 'a b', ''])], 0.5)
        .map((key) => [key, this.orOdd(this.text())]),
    );
  }

  public bucket(): unknown {
    return bucketNamed(this.stack, this.draws.pick(['models', 'records']));
  }

  public key(): unknown {
    const arn = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
    return this.stack.node.tryFindChild('Key') ?? kms.Key.fromKeyArn(this.stack, 'Key', arn);
  }

  private vpc(): ec2.IVpc {
    return ec2.Vpc.fromVpcAttributes(this.stack, 'Vpc', {
      vpcId: 'vpc-0123456789abcdef0',
      availabilityZones: ['us-east-1a', 'us-east-1b'],
      isolatedSubnetIds: ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'],
    });
  }

  private common(): Makers {
    return {
      waitForCompletion: () => this.flag(),
      waitTimeout: () => this.seconds(),
      rerunKey: () => this.text(),
      stackOutputs: () => this.flag(),
      outputBucket: () => this.bucket(),
      outputPrefix: () => this.text(),
      outputEncryptionKey: () => this.key(),
    };
  }

  private overrides({ service, createAction }: JobDefinition): unknown {
    return drawnOverrides(this, operationModel(service, createAction)!);
  }
}

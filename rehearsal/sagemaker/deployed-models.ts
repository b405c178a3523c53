import { endpointAccesses, modelDataAccesses, noModelData, type DeployedModel } from './hosting-accesses';
import { objectsIn } from './sagemaker-accesses';
import type { ResourceRequest } from '../cloudformation/resource-provider';
import { ServiceError } from '../emulated-api/service-error';
import { arnIn, environmentKey, type Environment } from '../environment';
import type { Iam } from '../iam/iam';
import { useJobRole } from '../iam/job-role';
import type { RoleAccess } from '../iam/role-access';
import type { JobOrigin } from '../lambda/invocation';

const SERVICE = 'sagemaker.amazonaws.com';

/** A model with its resource, and when it was made. */
export interface MadeModel extends DeployedModel {
  readonly origin: JobOrigin;
  readonly createdAt: number;
}

/** The models that stacks have made, and what endpoints are to serve of them. */
export class DeployedModels {
  /** Those that have ever been made, in order. */
  public readonly all: MadeModel[] = [];
  private readonly models = new Map<string, DeployedModel>();
  /** The names of models, by that of the endpoint configuration. */
  private readonly configurations = new Map<string, readonly string[]>();

  constructor(
    private readonly iam: Iam,
    private readonly now: () => number,
  ) {}

  public find(environment: Environment, name: string): DeployedModel | undefined {
    return this.models.get(keyOf(environment, name));
  }

  /** Makes a model, if SageMaker can read its data with the model's role. */
  public add(name: string, { properties, address, stack, path }: ResourceRequest): void {
    const { region, stackName, logicalId } = address;
    const roleArn = String(properties.ExecutionRoleArn ?? '');
    const origin = { stackName, stackPath: stack.path, logicalId, path };
    const model = { name, roleArn, properties, origin, createdAt: this.now() };
    // neither that of the model nor that of an endpoint:
    // https://docs.aws.amazon.com/sagemaker/latest/dg/security-confused-deputy-prevention.html (read in November 2026)
    const sourceArn = arnIn(address, 'sagemaker', '*');
    if (this.iam.assume({ roleArn, service: SERVICE, sourceArn })) {
      throw ServiceError.validation(noModelData('the location of the model', roleArn, region));
    }
    this.use(model, region, modelDataAccesses(model, { iam: this.iam, owner: address }));
    this.models.set(keyOf(address, name), model);
    this.all.push(model);
  }

  public remove(name: string, { address }: ResourceRequest): void {
    this.models.delete(keyOf(address, name));
  }

  public addConfiguration(name: string, { properties, address }: ResourceRequest): void {
    const models = objectsIn(properties.ProductionVariants).map(({ ModelName: model }) => String(model));
    this.configurations.set(keyOf(address, name), models);
  }

  /** Makes an endpoint, if SageMaker can do with the roles of its models what it must. */
  public serve(endpoint: string, { properties, address }: ResourceRequest): void {
    const { account, region } = address;
    const names = this.configurations.get(keyOf(address, String(properties.EndpointConfigName))) ?? [];
    for (const model of names.map((name) => this.find(address, name)).filter((found) => found !== undefined)) {
      this.use(model, region, endpointAccesses(model, { account, region, endpoint }));
    }
  }

  private use({ roleArn }: DeployedModel, region: string, accesses: readonly RoleAccess[]): void {
    const { refusal } = useJobRole(this.iam, { roleArn, name: 'SageMaker', region }, accesses);
    if (refusal !== undefined) throw ServiceError.validation(refusal);
  }
}

function keyOf(environment: Environment, name: string): string {
  return `${environmentKey(environment)}/${name}`;
}

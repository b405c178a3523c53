import { modelDataAccesses, modelImageAccesses, noModelData, type DeployedModel } from './hosting-accesses';
import { objectsIn } from './sagemaker-accesses';
import type { ResourceRequest } from '../cloudformation/resource-provider';
import { ServiceError } from '../emulated-api/service-error';
import type { Iam } from '../iam/iam';
import { useJobRole } from '../iam/job-role';
import type { RoleAccess } from '../iam/role-access';
import type { JobEnvironment } from '../jobs/job-regions';

const SERVICE = 'sagemaker.amazonaws.com';

/** The models that stacks have made, and what endpoints are to serve of them. */
export class DeployedModels {
  private readonly models = new Map<string, DeployedModel>();
  /** The names of models, by that of the endpoint configuration. */
  private readonly configurations = new Map<string, readonly string[]>();

  constructor(private readonly iam: Iam) {}

  public find(environment: JobEnvironment, name: string): DeployedModel | undefined {
    return this.models.get(keyOf(environment, name));
  }

  /** Makes a model, if SageMaker can read its data with the model's role. */
  public add(name: string, { properties, address }: ResourceRequest): void {
    const { account, region } = address;
    const roleArn = String(properties.ExecutionRoleArn ?? '');
    const model = { name, roleArn, properties };
    const sourceArn = `arn:aws:sagemaker:${region}:${account}:model/${name.toLowerCase()}`;
    if (this.iam.assume({ roleArn, service: SERVICE, sourceArn })) {
      throw ServiceError.validation(noModelData('the location of the model', roleArn, region));
    }
    this.use(model, modelDataAccesses(model, { iam: this.iam, owner: address }));
    this.models.set(keyOf(address, name), model);
  }

  public remove(name: string, { address }: ResourceRequest): void {
    this.models.delete(keyOf(address, name));
  }

  public addConfiguration(name: string, { properties, address }: ResourceRequest): void {
    const models = objectsIn(properties.ProductionVariants).map(({ ModelName: model }) => String(model));
    this.configurations.set(keyOf(address, name), models);
  }

  /** Makes an endpoint, if SageMaker can pull the images of its models with their roles. */
  public serve({ properties, address }: ResourceRequest): void {
    const names = this.configurations.get(keyOf(address, String(properties.EndpointConfigName))) ?? [];
    for (const model of names.map((name) => this.find(address, name)).filter((found) => found !== undefined)) {
      this.use(model, modelImageAccesses(model));
    }
  }

  private use({ roleArn }: DeployedModel, accesses: readonly RoleAccess[]): void {
    const { refusal } = useJobRole(this.iam, { roleArn, name: 'SageMaker' }, accesses);
    if (refusal !== undefined) throw ServiceError.validation(refusal);
  }
}

function keyOf({ account, region }: JobEnvironment, name: string): string {
  return `${account}/${region}/${name}`;
}

import { Fn } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import { CfnModel, type IModelRef } from 'aws-cdk-lib/aws-sagemaker';
import type { TransformJobProps } from './transform-job-props';
import { HostedModel } from '../hosting/hosted-model';

/** What a transform job knows of its model. */
export interface GivenModel {
  readonly modelName: string;
  readonly modelRole?: iam.IRole;
}

/** The model of a transform job, which is given as a resource or by its name. */
export function givenModel({ model, modelName, modelRole }: TransformJobProps): GivenModel {
  if (model === undefined) return { modelName: modelName!, modelRole };
  return { modelName: nameOf(model), modelRole: modelRole ?? (model instanceof HostedModel ? model.role : undefined) };
}

/** What the reference to a model says: a name, or an ARN, which earlier versions of the CDK call an id. */
interface Reference {
  readonly modelName?: string;
  readonly modelArn?: string;
  readonly modelId?: string;
}

/** The name of a model: a transform job takes no ARN. An ARN is the last to be asked, for names in it may be in lower case. */
function nameOf(model: IModelRef & { readonly modelName?: string }): string {
  // the name that a resource was given need not be the one that it gets
  if (model instanceof CfnModel) return model.attrModelName;
  const { modelName = model.modelName, modelArn, modelId }: Reference = model.modelRef;
  return modelName ?? Fn.select(1, Fn.split('/', (modelArn ?? modelId)!));
}

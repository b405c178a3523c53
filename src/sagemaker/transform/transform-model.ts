import { Stack } from 'aws-cdk-lib';
import type { CfnRole, IRole } from 'aws-cdk-lib/aws-iam';
import { CfnModel } from 'aws-cdk-lib/aws-sagemaker';
import type { IConstruct } from 'constructs';
import type { GivenModel } from './given-model';
import { pathOf, roleInApp } from '../../access/role-in-app';
import { actionsNotAllowed } from '../../access/role-policies';
import { resourceInApp } from '../../resource-in-app';
import { mustBe, warning } from '../../validation/finding';
import { report } from '../../validation/noted-findings';
import { isPlainObject } from '../../validation/plain-object';
import { PULL_ACTIONS } from '../image-pull';

/** What the role of a model needs for data that is one object, and for data that lies under a prefix. */
const READ_OBJECT = ['s3:GetObject'];
const READ_PREFIX = ['s3:GetObject', 's3:ListBucket'];

/**
 * Checks at synthesis what the app knows of the model of a transform job: that its role is the one that the job was given,
 * and that this may pull the image and read the data of the model. SageMaker does so when the job starts.
 */
export function checkModel(job: IConstruct, transform: GivenModel): void {
  job.node.addValidation({ validate: () => faultsOf(job, transform) });
}

/** The role that SageMaker runs a transform job with, as far as the app knows it: that of the model. */
export function roleOfModel({ modelName, modelRole }: GivenModel): IRole | CfnRole | undefined {
  return modelRole ?? roleInApp(resourceInApp(modelName, CfnModel)?.executionRoleArn);
}

function faultsOf(job: IConstruct, { modelName, modelRole }: GivenModel): string[] {
  const model = resourceInApp(modelName, CfnModel);
  if (!model) return [];
  warnOfDataSource(job, model);
  const role = roleInApp(model.executionRoleArn);
  if (!role) return [];
  const given = modelRole && roleInApp(modelRole.roleArn);
  if (given && given !== role) {
    const allowed = `the role of the model '${pathOf(model)}', which is '${pathOf(role)}'`;
    return report(job, [mustBe('modelRole', allowed, pathOf(given))]);
  }
  const missing = actionsNotAllowed(role, actionsFor(containersOf(model)));
  if (missing.length > 0) {
    const text =
      `is in a model whose role '${pathOf(role)}' is allowed ${missing.join(', ')} by none of its policies: SageMaker needs ` +
      'them for the image and the data of the model. Grant them, for example with Repository.grantPull() and Bucket.grantRead()';
    return report(job, [warning('transformModelRole', 'modelName', text)]);
  }
  return [];
}

/**
 * SageMaker says that batch transform takes no model in a folder.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ContainerDefinition.html
 */
function warnOfDataSource(job: IConstruct, model: CfnModel): void {
  const isFolder = (container: { readonly [member: string]: unknown }) => container.modelDataSource !== undefined;
  if (!containersOf(model).some(isFolder)) return;
  const text =
    `is that of '${pathOf(model)}', whose data is a ModelDataSource: batch transform does not take that, as SageMaker documents it. ` +
    'Give it a model in one archive: a training writes one unless its outputCompression is NONE';
  report(job, [warning('transformModelData', 'modelName', text)]);
}

function containersOf(model: CfnModel): { readonly [member: string]: unknown }[] {
  const { primaryContainer, containers } = model;
  const resolved: unknown = Stack.of(model).resolve([primaryContainer, containers]);
  return [resolved].flat(3).filter(isPlainObject);
}

function actionsFor(containers: readonly { readonly [member: string]: unknown }[]): string[] {
  return [...new Set(containers.flatMap(actionsOf))];
}

function actionsOf(container: { readonly [member: string]: unknown }): string[] {
  const { image, modelDataUrl, modelDataSource, additionalModelDataSources, mode } = container;
  const isPrefix = mode === 'MultiModel' || isPrefixSource(modelDataSource);
  const sources = [modelDataSource, additionalModelDataSources].some((source) => source !== undefined);
  return [
    ...(isInEcr(image) ? PULL_ACTIONS : []),
    ...(modelDataUrl === undefined && !sources ? [] : isPrefix ? READ_PREFIX : READ_OBJECT),
  ];
}

function isPrefixSource(source: unknown): boolean {
  const place = isPlainObject(source) ? source.s3DataSource : undefined;
  return isPlainObject(place) && place.s3DataType === 'S3Prefix';
}

/** Whether an image, as far as it is known, is in a repository of ECR. */
function isInEcr(image: unknown): boolean {
  return image !== undefined && JSON.stringify(image).includes('.dkr.ecr.');
}

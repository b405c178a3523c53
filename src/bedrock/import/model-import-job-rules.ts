import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { ModelImportJobProps } from './model-import-job-props';
import { ENCRYPTION_KEY } from '../../validation/expected-value';
import { type Finding, mustBe, warning } from '../../validation/finding';
import { invalid } from '../../validation/invalid';
import { requireNone, valuesRules } from '../../validation/property-check';
import { arnRegionRules } from '../../validation/region-rules';
import { isUnknown } from '../../validation/unknown-value';
import { bedrockRegionRules } from '../bedrock-region-rules';

const JOB_ARN = /^arn:aws[a-z-]*:bedrock:[a-z0-9-]+:\d{12}:model-import-job\/[a-z0-9]{12}$/;

/**
 * The Regions in which models can be imported, as AWS's page had them in 2026.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-customization-import-model.html
 */
const REGIONS = new Set(['eu-central-1', 'us-east-1', 'us-east-2', 'us-west-2']);

/** Checks that the properties of a job are what they should be, before anything is made of them. */
export function checkValues(job: IConstruct, props: ModelImportJobProps): void {
  requireNone(job, propertyRules(props));
}

function* propertyRules(props: ModelImportJobProps): Iterable<Finding> {
  yield* valuesRules(props, {
    modelSource: { mark: 'bind', allowed: 'a source, for example ModelImportSource.fromAsset()', required: true },
    importedModelEncryptionKey: ENCRYPTION_KEY,
  });
  const { importedModelRemovalPolicy: policy } = props;
  if (policy === undefined || [RemovalPolicy.RETAIN, RemovalPolicy.DESTROY].includes(policy)) return;
  yield mustBe('importedModelRemovalPolicy', 'RemovalPolicy.RETAIN or RemovalPolicy.DESTROY', policy);
}

/** Whether models can be imported where a job is to run. A Region that the list does not have may have got it since. */
export function* importRegionRules(job: IConstruct): Iterable<Finding> {
  const { region } = Stack.of(job);
  if (isUnknown(region) || REGIONS.has(region)) return;
  if (region.startsWith('cn-')) {
    yield* bedrockRegionRules(job, 'a model import job', 'modelSource');
    return;
  }
  const text = `is imported in ${region}, which AWS's list of the Regions with custom model import does not have (${[...REGIONS].join(', ')}): deploy the stack in another Region, or acknowledge this where it has come since`;
  yield warning('modelImportRegion', 'modelSource', text);
}

/** Checks the ARN of a job that was made elsewhere. */
export function requireJobArn(construct: IConstruct, arn: string): void {
  if (isUnknown(arn)) return;
  if (!JOB_ARN.test(arn)) throw invalid(construct, 'modelImportJobArn', 'the ARN of a model import job', arn);
  requireNone(construct, arnRegionRules(construct, 'modelImportJobArn', arn));
}

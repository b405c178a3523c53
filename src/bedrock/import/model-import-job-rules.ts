import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { ModelImportJobProps } from './model-import-job-props';
import { ENCRYPTION_KEY } from '../../validation/expected-value';
import { type Finding, warning } from '../../validation/finding';
import { requireNone, valuesRules } from '../../validation/property-check';
import { isUnknown } from '../../validation/unknown-value';
import { bedrockRegionRules } from '../bedrock-region-rules';
import { modelRemovalRules } from '../model-removal-rules';

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
  yield* modelRemovalRules('importedModelRemovalPolicy', props.importedModelRemovalPolicy);
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

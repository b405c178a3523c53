import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { type Finding, refusal, warning } from '../validation/finding';
import { isUnknown } from '../validation/unknown-value';

/**
 * The Regions in which Bedrock has the API that makes jobs; of partitions that AWS's page leaves out, as botocore 1.44.8 has them.
 *
 * @see https://docs.aws.amazon.com/general/latest/gr/bedrock.html
 * @see https://github.com/boto/botocore/blob/1.44.8/botocore/data/endpoints.json
 */
const REGIONS = new Set([
  'af-south-1',
  'ap-east-2',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-south-2',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-southeast-3',
  'ap-southeast-4',
  'ap-southeast-5',
  'ap-southeast-6',
  'ap-southeast-7',
  'ca-central-1',
  'ca-west-1',
  'eu-central-1',
  'eu-central-2',
  'eu-north-1',
  'eu-south-1',
  'eu-south-2',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'eusc-de-east-1',
  'il-central-1',
  'me-central-1',
  'me-south-1',
  'mx-central-1',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-gov-east-1',
  'us-gov-west-1',
  'us-iso-east-1',
  'us-isob-east-1',
  'us-isof-east-1',
  'us-isof-south-1',
  'us-west-1',
  'us-west-2',
]);

/** The Regions of AWS China, a partition in which there is no Bedrock. */
const CHINA = /^cn-/;

/**
 * Whether there is Bedrock where a job is to run. A Region that the list does not have may have got it since.
 *
 * @param noun The job in a sentence, as in "a batch inference job".
 * @param member The property with the model that is called there.
 */
export function* bedrockRegionRules(job: IConstruct, noun: string, member: string): Iterable<Finding> {
  const { region } = Stack.of(job);
  if (isUnknown(region) || REGIONS.has(region)) return;
  if (CHINA.test(region)) {
    const text = `${noun} needs Amazon Bedrock, which AWS China does not have: the stack must be in another Region than ${region}`;
    yield refusal(undefined, text);
    return;
  }
  const text = `is called in ${region}, which AWS's list of the Regions with Amazon Bedrock does not have: deploy the stack in another Region, or acknowledge this where it has come since`;
  yield warning('bedrockRegion', member, text);
}

import type { IConstruct } from 'constructs';
import type { JobDefinition } from '../job/job-definition';
import { invalid } from '../validation/invalid';
import { requireNone } from '../validation/property-check';
import { arnRegionRules } from '../validation/region-rules';
import { isUnknown } from '../validation/unknown-value';

/** The id that Bedrock gives a job. */
const ID = '[a-z0-9]{12}';

/** What is said of the ARN of a kind of job. */
export interface JobArnOptions {
  /** The job in a sentence, as in "a batch inference job". */
  readonly noun: string;
  /** What the ARN may have before the job's id, as a regular expression. @default - nothing */
  readonly beforeId?: string;
}

/** Checks the ARN of a job that was made elsewhere: the reference's property is called as the attribute that has it. */
export function requireJobArn(
  construct: IConstruct,
  arn: string,
  { kind, arnResource }: JobDefinition,
  { noun, beforeId = '' }: JobArnOptions,
): void {
  if (isUnknown(arn)) return;
  const property = `${kind[0].toLowerCase()}${kind.slice(1)}Arn`;
  const pattern = new RegExp(`^arn:aws[a-z-]*:bedrock:[a-z0-9-]+:\\d{12}:${arnResource}/${beforeId}${ID}$`);
  if (typeof arn !== 'string' || !pattern.test(arn)) throw invalid(construct, property, `the ARN of ${noun}`, arn);
  requireNone(construct, arnRegionRules(construct, property, arn));
}

import type { Construct } from 'constructs';
import { AUTO_ML_FACTS } from './new-facts';
import type { JobAccessOptions } from '../../src/job/job-access-options';
import { definitionOf, type JobDefinition } from '../../src/job/job-definition';
import type { JobOptions } from '../../src/job/job-options';
import { JobWithRole } from '../../src/job/job-with-role';
import { JOB_ROLE } from '../../src/sagemaker/job-role';

/** A definition as the kind's own file has it, with a wait for as long as such jobs take. */
export const AUTO_ML_DEFINITION = {
  ...definitionOf(
    { kind: 'AutoMLJob', resourceType: 'Custom::SageMakerAutoMLJob' },
    { tagActions: ['AddTags', 'DeleteTags', 'ListTags'], facts: AUTO_ML_FACTS },
  ),
  usualWaitSeconds: 4 * 3600,
  properties: {
    AutoMLJobName: 'autoMLJobName',
    'AutoMLJobConfig.DataSplitConfig.ValidationFraction': 'validationFraction',
    'InputDataConfig[].TargetAttributeName': 'target',
  },
  role: JOB_ROLE,
} satisfies JobDefinition;

export interface AutoMLJobProps extends JobOptions, JobAccessOptions {
  readonly target: string;
  readonly validationFraction?: number;
}

/** A construct of the kind, as far as what all constructs share is concerned. */
export class AutoMLJob extends JobWithRole {
  constructor(scope: Construct, id: string, props: AutoMLJobProps) {
    super(scope, id, AUTO_ML_DEFINITION, props);
    this._run({
      request: {
        InputDataConfig: [{ TargetAttributeName: props.target }],
        OutputDataConfig: { S3OutputPath: 's3://results/' },
        AutoMLJobConfig: {
          SecurityConfig: { EnableInterContainerTrafficEncryption: true },
          DataSplitConfig: { ValidationFraction: props.validationFraction },
        },
      },
      network: (Subnets, SecurityGroupIds) => ({
        AutoMLJobConfig: { SecurityConfig: { VpcConfig: { Subnets, SecurityGroupIds } } },
      }),
      outputs: [],
      rules: () => [],
    });
  }
}

import { Stack } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { RecordForm } from './data/evaluation-forms';
import type { CalledModel } from './evaluation-model-access';
import type { EvaluationModelOptions } from './evaluation-source-options';
import type { Request } from '../../job/request-overrides';
import { inKeyOrder } from '../../key-order';
import type { MemberName } from '../../validation/finding';
import { isPlainObject } from '../../validation/plain-object';

/** What binding a source to a job comes to. */
export interface BoundSource {
  /** The source as an item of `models`. @default - it is no model */
  readonly model?: Request;
  /** The source as an item of `ragConfigs`. @default - it is no knowledge base */
  readonly rag?: Request;
  /** What the records of datasets must be. */
  readonly form: RecordForm;
  /** What records call what has answered elsewhere. @default - it is called by the job */
  readonly identifier?: string;
  /** The ARNs of everything that the creator of the job must be allowed to create it with. */
  readonly modelArns: string[];
  /** The ARN of the model, where it is one that the job calls. */
  readonly modelArn?: string;
  /** What else the creator of the job must be allowed. @default - nothing */
  readonly calls?: iam.PolicyStatement[];
}

/** Binds a source to a job. @param member What the job calls the source. */
export type BindSource = (scope: Construct, role: iam.IRole, member: MemberName) => BoundSource;

/** A model that the job calls. */
export function boundModel(
  scope: Construct,
  { modelIdentifier, arn: modelArn, modelArns, ...more }: CalledModel & Pick<BoundSource, 'calls'>,
  { inferenceParams, latencyOptimized }: EvaluationModelOptions,
): BoundSource {
  return {
    model: {
      bedrockModel: {
        modelIdentifier,
        inferenceParams: paramsText(scope, inferenceParams),
        performanceConfig:
          latencyOptimized === undefined ? undefined : { latency: latencyOptimized ? 'optimized' : 'standard' },
      },
    },
    form: 'prompts',
    modelArns,
    modelArn,
    ...more,
  };
}

/** The service takes no object without members. */
function paramsText(scope: Construct, params: EvaluationModelOptions['inferenceParams'] = {}): string | undefined {
  if (isPlainObject(params) && Object.keys(params).length === 0) return undefined;
  return Stack.of(scope).toJsonString(inKeyOrder(params));
}

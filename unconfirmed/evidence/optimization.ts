import type { OPTIMIZATION_FACTS } from '../facts/optimization';
import type { Evidence } from '../unconfirmed-fact';

/** What is known of what is unconfirmed about optimization jobs. */
export const OPTIMIZATION_EVIDENCE: Record<keyof typeof OPTIMIZATION_FACTS, Evidence> = {
  'optimization-over-time': {
    sources: [
      'API reference of StoppingCondition: of compilation jobs "a TimeOut error is generated", of all other jobs "SageMaker ends the job"',
    ],
    reliance: 'Nothing: neither is a success.',
    otherwise: 'The deployment fails either way; the reason tells less.',
    check: 'Quantize a model with `MaxRuntimeInSeconds=60`; note status and reason.',
  },
  'optimization-image': {
    sources: [
      'API reference of OptimizationOutput: RecommendedInferenceImage may be absent; of when it is there it says nothing',
      'aws/sagemaker-python-sdk, tests/unit/sagemaker/serve/builder/test_js_builder.py (v2.257.6): the description of a completed quantization has one, that of its request',
    ],
    reliance: 'A completed job without an image is looked at again for a minute; then it is a success without one.',
    otherwise: 'The attribute is empty: a model that takes its image from it fails to be made.',
    check:
      'Poll `aws sagemaker describe-optimization-job` while a job ends: has the first answer with COMPLETED a RecommendedInferenceImage?',
  },
  'optimization-output': {
    sources: [
      'aws/sagemaker-python-sdk, ModelBuilder.optimize (2026-08-21): it hosts what lies at the OutputConfig.S3OutputLocation of the description',
    ],
    reliance: 'That the model lies at the OutputConfig.S3OutputLocation that the description of the job has.',
    otherwise: 'The same: the attribute is what the description says, with a slash at its end.',
    check: '`aws sagemaker describe-optimization-job`, and `aws s3 ls` of the place that it names.',
  },
  'optimization-log-group': {
    sources: [
      'API reference of CreateOptimizationJob: the role needs to "Write logs to Amazon CloudWatch Logs"; the group is not named',
      'https://docs.aws.amazon.com/sagemaker/latest/dg/model-optimize-create-job.html: speculative decoding "runs four sequential training jobs"',
    ],
    reliance: 'That the group is below `/aws/sagemaker/`, where the role may write to all.',
    otherwise: 'The log is lost, and the job goes on.',
    check:
      'Run an optimization job, and look for its name: `aws logs describe-log-groups --log-group-name-prefix /aws/sagemaker/`.',
  },
};

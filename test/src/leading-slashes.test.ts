import type { Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { batchJob } from './sample-batch-job';
import { customizationJob } from './sample-customization-job';
import { evaluationJob } from './sample-evaluation-job';
import { importJob } from './sample-import-job';
import { bucketNamed, compilationJob, newStack } from './sample-job';
import { optimizationJob } from './sample-optimization-job';
import { trainingJob } from './sample-training-job';
import { transformJob } from './sample-transform-job';
import * as library from '../../src';

/*
 * S3 has keys that begin with a slash, of which URIs leave it out: what is read there would be another object than the role may read.
 * Of what a job writes, only the folder is another.
 */

const bucket = (stack: Stack) => bucketNamed(stack, 'data');
const train = (stack: Stack, input: library.TrainingInput) => trainingJob(stack, 'Job', { inputs: { train: input } });
const customize = (stack: Stack, trainingData: library.CustomizationData) =>
  customizationJob(stack, 'Job', { trainingData });

type Make = (stack: Stack, key: string) => unknown;

test.each<[string, string, string, Make]>([
  [
    'models',
    'modelData',
    '/penguins/model.tar.gz',
    (stack, key) => compilationJob(stack, 'Job', { modelData: library.ModelData.fromBucket(bucket(stack), key) }),
  ],
  [
    'models to be optimized',
    'model',
    '/llama/',
    (stack, key) => optimizationJob(stack, 'Job', { model: library.OptimizationModel.fromBucket(bucket(stack), key) }),
  ],
  [
    'prompts of evaluations',
    'datasets[0]',
    '/faq.jsonl',
    (stack, key) => {
      const options = {
        name: 'faq',
        taskType: library.EvaluationTaskType.QUESTION_AND_ANSWER,
        metrics: ['Builtin.Accuracy'],
      };
      const faq = library.EvaluationDataset.fromBucket(bucket(stack), key, options);
      return evaluationJob(stack, 'Job', { datasets: [faq] });
    },
  ],
  [
    'training data',
    'inputs.train',
    '/penguins',
    (stack, key) => train(stack, library.TrainingInput.fromBucket(bucket(stack), key)),
  ],
  [
    'manifests',
    'inputs.train',
    '/all.manifest',
    (stack, key) => train(stack, library.TrainingInput.fromManifest(bucket(stack), key)),
  ],
  [
    'what a manifest lists',
    'inputs.train',
    '/penguins/',
    (stack, dataPrefix) =>
      train(stack, library.TrainingInput.fromManifest(bucket(stack), 'all.manifest', { dataPrefix })),
  ],
  [
    'records to be transformed',
    'input',
    '//penguins/',
    (stack, key) => transformJob(stack, 'Job', { input: library.TransformInput.fromBucket(bucket(stack), key) }),
  ],
  [
    'records',
    'input',
    '/calls/a.jsonl',
    (stack, key) => batchJob(stack, 'Job', { input: library.BatchInferenceInput.fromBucket(bucket(stack), key) }),
  ],
  [
    'data to customize with',
    'trainingData',
    '/a/train.jsonl',
    (stack, key) => customize(stack, library.CustomizationData.fromBucket(bucket(stack), key)),
  ],
  [
    'logs',
    'trainingData',
    '/logs/',
    (stack, key) => customize(stack, library.CustomizationData.fromInvocationLogs(bucket(stack), key)),
  ],
])('%s: a leading slash is an error', (_, member, key, make) => {
  const refused = expect(() => make(newStack(), key));
  refused.toThrow(`'${member}'`);
  refused.toThrow(`without a leading '/', got '${key}'`);
});

test.each<[string, string, string, string, Make]>([
  [
    'models to be imported',
    'modelSource',
    '/llama',
    'llama/',
    (stack, key) => importJob(stack, 'Job', { modelSource: library.ModelImportSource.fromBucket(bucket(stack), key) }),
  ],
  [
    'results',
    'outputPrefix',
    '/made',
    'made/',
    (stack, outputPrefix) => compilationJob(stack, 'Job', { outputPrefix }),
  ],
  [
    'data that is captured',
    'dataCapture.prefix',
    '/seen',
    'seen/',
    (stack, prefix) => transformJob(stack, 'Job', { dataCapture: { bucket: bucket(stack), prefix } }),
  ],
])('%s: a leading slash is left out, with a warning', (_, member, key, taken, make) => {
  const stack = newStack();
  make(stack, key);
  const [{ entry }, ...others] = Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('leadingSlash'));
  expect(others).toEqual([]);
  expect(entry.data).toBe(
    `'${member}' begins with '/', as no key has to in S3: the job takes '${taken}' for it, got '${key}' [ack: cdk-ml-jobs:leadingSlash]`,
  );
  const template = JSON.stringify(Template.fromStack(stack).toJSON());
  expect(template).toContain(taken);
  expect(template.replaceAll('s3://', '')).not.toMatch(/[a-z]\/\/[a-z]/);
});

import type { RealRequest } from './real-request';

const roleArn = 'arn:aws:iam::111122223333:role/AmazonBedrockCustomizationRole1';
const key = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const at = (s3Uri: string) => ({ s3Uri });
const titan = (more: object = {}) => ({
  roleArn,
  baseModelIdentifier: 'arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-text-express-v1',
  jobName: 'MyFineTuningJob',
  customModelName: 'MyCustomModel',
  trainingDataConfig: at('s3://amzn-s3-demo-bucket/myInputData/train.jsonl'),
  outputDataConfig: at('s3://amzn-s3-demo-bucket-output/myOutputData'),
  ...more,
});

/** Requests of CreateModelCustomizationJob. */
export const CUSTOMIZATION_REQUESTS: readonly RealRequest[] = [
  {
    name: "the guide's code samples: Titan Text Express, with hyperparameters",
    request: titan({
      customizationType: 'FINE_TUNING',
      hyperParameters: { epochCount: '1', batchSize: '1', learningRate: '.0001', learningRateWarmupSteps: '0' },
    }),
  },
  {
    name: 'the guide, reinforcement fine-tuning: all hyperparameters',
    request: {
      roleArn: 'arn:aws:iam::111122223333:role/BedrockRFTRole',
      baseModelIdentifier: 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-2-lite-v1:0:256k',
      customModelName: 'my-rft-model',
      jobName: 'my-rft-job',
      customizationType: 'REINFORCEMENT_FINE_TUNING',
      trainingDataConfig: at('s3://amzn-s3-demo-bucket/training-data.jsonl'),
      customizationConfig: {
        rftConfig: {
          graderConfig: { lambdaGrader: { lambdaArn: 'arn:aws:lambda:us-east-1:111122223333:function:grader' } },
          hyperParameters: {
            batchSize: 64,
            epochCount: 2,
            evalInterval: 10,
            inferenceMaxTokens: 8192,
            learningRate: 0.00001,
            maxPromptLength: 4096,
            reasoningEffort: 'high',
            trainingSamplePerPrompt: 4,
          },
        },
      },
      outputDataConfig: at('s3://amzn-s3-demo-bucket/rft-output/'),
    },
  },
  {
    name: 'the guide, reinforcement fine-tuning: invocation logs, filtered',
    request: {
      roleArn,
      baseModelIdentifier: 'amazon.nova-2-lite-v1:0:256k',
      customModelName: 'from-logs',
      jobName: 'from-logs',
      customizationType: 'REINFORCEMENT_FINE_TUNING',
      trainingDataConfig: {
        invocationLogsConfig: {
          usePromptResponse: false,
          invocationLogSource: at('s3://amzn-s3-demo-bucket-logs/bedrock/'),
          requestMetadataFilters: {
            andAll: [{ equals: { project: 'CustomerService' } }, { equals: { priority: 'High' } }],
          },
        },
      },
      customizationConfig: {
        rftConfig: {
          graderConfig: { lambdaGrader: { lambdaArn: 'arn:aws:lambda:us-east-1:111122223333:function:grader:live' } },
        },
      },
      outputDataConfig: at('s3://amzn-s3-demo-bucket/rft-output/'),
    },
  },
  {
    name: 'the guide, distillation: a teacher behind an inference profile',
    request: {
      roleArn,
      baseModelIdentifier: 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0:300k',
      customModelName: 'distilled',
      jobName: 'distillation-job',
      customizationType: 'DISTILLATION',
      trainingDataConfig: at('s3://amzn-s3-demo-bucket/prompts.jsonl'),
      customizationConfig: {
        distillationConfig: {
          teacherModelConfig: {
            teacherModelIdentifier:
              'arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.amazon.nova-premier-v1:0',
            maxResponseLengthForInference: 1000,
          },
        },
      },
      outputDataConfig: at('s3://amzn-s3-demo-bucket/distilled/'),
    },
  },
  {
    name: 'a notebook, distillation: logs with the answers, one value of metadata',
    request: {
      roleArn,
      baseModelIdentifier: 'meta.llama3-1-8b-instruct-v1:0:128k',
      customModelName: 'llama-distilled-1730000000',
      jobName: 'distill-1730000000',
      customizationType: 'DISTILLATION',
      trainingDataConfig: {
        invocationLogsConfig: {
          usePromptResponse: true,
          invocationLogSource: at('s3://amzn-s3-demo-bucket-logs/AWSLogs/'),
          requestMetadataFilters: { equals: { job: 'summaries' } },
        },
      },
      customizationConfig: {
        distillationConfig: {
          teacherModelConfig: { teacherModelIdentifier: 'meta.llama3-1-70b-instruct-v1:0' },
        },
      },
      outputDataConfig: at('s3://amzn-s3-demo-bucket/distilled/'),
    },
  },
  {
    name: 'a notebook: Cohere Command, no customization type',
    request: {
      roleArn,
      baseModelIdentifier: 'cohere.command-text-v14:7:4k',
      jobName: 'command-1730000000',
      customModelName: 'custom-command-1730000000',
      hyperParameters: { epochCount: '1', batchSize: '8', learningRate: '0.000005' },
      trainingDataConfig: at('s3://amzn-s3-demo-bucket/bedrock/finetuning/train-summarization2.jsonl'),
      outputDataConfig: at('s3://amzn-s3-demo-bucket/bedrock/finetuning/output'),
    },
  },
  {
    name: 'a script: Llama 3.2 by its ARN with the size of its context',
    request: {
      roleArn: 'arn:aws:iam::111122223333:role/Bedrock-Finetuning-Role-111122223333',
      jobName: 'Finetune-Job-20260101120000',
      customizationType: 'FINE_TUNING',
      hyperParameters: { epochCount: '5', batchSize: '1', learningRate: '.0001' },
      trainingDataConfig: at('s3://bedrock-finetuning-111122223333/train.jsonl'),
      outputDataConfig: at('s3://bedrock-finetuning-111122223333/finetuning-output'),
      customModelName: 'meta-custom-model',
      baseModelIdentifier: 'arn:aws:bedrock:us-west-2::foundation-model/meta.llama3-2-3b-instruct-v1:0:128k',
    },
  },
  {
    name: 'a script: Nova with a validation set',
    request: {
      roleArn,
      jobName: 'reviews',
      customModelName: 'reviews-model',
      baseModelIdentifier: 'amazon.nova-micro-v1:0:128k',
      customizationType: 'FINE_TUNING',
      trainingDataConfig: at('s3://amzn-s3-demo-bucket/training-data/reviews/train.jsonl'),
      validationDataConfig: { validators: [at('s3://amzn-s3-demo-bucket/validation-data/reviews/validation.jsonl')] },
      outputDataConfig: at('s3://amzn-s3-demo-bucket/output/reviews/'),
      hyperParameters: { epochCount: '2', learningRate: '0.00001', learningRateWarmupSteps: '10' },
    },
  },
  {
    name: 'a workshop: Claude 3 Haiku, early stopping',
    request: {
      roleArn,
      jobName: 'claude3-haiku-fine-tuning',
      customModelName: 'claude3-haiku-tuned',
      baseModelIdentifier: 'anthropic.claude-3-haiku-20240307-v1:0:200k',
      customizationType: 'FINE_TUNING',
      trainingDataConfig: at('s3://amzn-s3-demo-bucket/haiku/train.jsonl'),
      validationDataConfig: { validators: [at('s3://amzn-s3-demo-bucket/haiku/validation.jsonl')] },
      outputDataConfig: at('s3://amzn-s3-demo-bucket/haiku/output/'),
      hyperParameters: {
        epochCount: '2',
        batchSize: '32',
        learningRateMultiplier: '1',
        earlyStoppingThreshold: '0.001',
        earlyStoppingPatience: '2',
      },
    },
  },
  {
    name: 'a script: continued pre-training of Titan',
    request: titan({
      customizationType: 'CONTINUED_PRE_TRAINING',
      hyperParameters: { epochCount: '1', batchSize: '8', learningRate: '0.000001' },
    }),
  },
  {
    name: 'an image generator with images',
    request: {
      roleArn,
      jobName: 'titan-image',
      customModelName: 'my_image_model',
      baseModelIdentifier: 'amazon.titan-image-generator-v1:0',
      trainingDataConfig: at('s3://amzn-s3-demo-bucket/images/captions.jsonl'),
      outputDataConfig: at('s3://amzn-s3-demo-bucket/images/output/'),
      hyperParameters: { stepCount: '8000', batchSize: '8', learningRate: '0.00001' },
    },
  },
  {
    name: 'a custom model, customized further',
    request: {
      roleArn,
      jobName: 'second-round',
      customModelName: 'second-round',
      baseModelIdentifier:
        'arn:aws:bedrock:us-east-1:111122223333:custom-model/amazon.nova-lite-v1:0:300k/abcdef123456',
      customizationType: 'FINE_TUNING',
      trainingDataConfig: at('s3://amzn-s3-demo-bucket/second/train.jsonl'),
      outputDataConfig: at('s3://amzn-s3-demo-bucket/second/output/'),
    },
  },
  {
    name: 'a policy of a company: a key, a VPC, tags of both',
    request: {
      ...titan({ customizationType: 'FINE_TUNING' }),
      customModelKmsKeyId: key,
      vpcConfig: { subnetIds: ['subnet-0a1b2c3d4e5f60718'], securityGroupIds: ['sg-0edf2adf3d3bd0b1f'] },
      jobTags: [{ key: 'project', value: 'reviews' }],
      customModelTags: [
        { key: 'project', value: 'reviews' },
        { key: 'Cost Center', value: '' },
      ],
    },
  },
  {
    name: 'a command line: a key by its alias, and a token of the client',
    request: titan({
      customModelKmsKeyId: 'alias/bedrock',
      clientRequestToken: '0d4c3f4e-5a5b-4c5d-8e9f-0a1b2c3d4e5f',
    }),
  },
  {
    name: "Terraform's example: the smallest",
    request: {
      roleArn,
      jobName: 'example-job-1',
      customModelName: 'example-model',
      baseModelIdentifier: 'amazon.titan-text-lite-v1:0:4k',
      hyperParameters: { epochCount: '1', batchSize: '1', learningRate: '0.005', learningRateWarmupSteps: '0' },
      outputDataConfig: at('s3://amzn-s3-demo-bucket/data/'),
      trainingDataConfig: at('s3://amzn-s3-demo-bucket/data/train.jsonl'),
    },
  },
  {
    name: 'an evaluation of several validation sets',
    request: titan({
      validationDataConfig: {
        validators: [at('s3://amzn-s3-demo-bucket/a.jsonl'), at('s3://amzn-s3-demo-bucket/b.jsonl')],
      },
    }),
  },
];

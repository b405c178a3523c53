import type { RealRequest } from './real-request';

const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
const foundation = (id: string) => `arn:aws:bedrock:us-east-1::foundation-model/${id}`;
const judge = (modelIdentifier: string) => ({ bedrockEvaluatorModels: [{ modelIdentifier }] });
const model = (modelIdentifier: string, inferenceParams?: object) => ({
  bedrockModel: { modelIdentifier, ...(inferenceParams && { inferenceParams: JSON.stringify(inferenceParams) }) },
});
const dataset = (taskType: string, name: string, metricNames: string[], s3Uri?: string) => ({
  taskType,
  dataset: { name, ...(s3Uri !== undefined && { datasetLocation: { s3Uri } }) },
  metricNames,
});
const prompts = (metricNames: string[], name = 'text_dataset', taskType = 'QuestionAndAnswer') =>
  dataset(taskType, name, metricNames, 's3://amzn-s3-demo-bucket/input/prompts.jsonl');

interface Parts {
  readonly datasets: readonly object[];
  readonly evaluator?: string;
  readonly models?: readonly object[];
  readonly rag?: object;
  readonly output?: string;
  readonly custom?: object;
  readonly more?: object;
}

function evaluation(jobName: string, parts: Parts): { readonly [member: string]: unknown } {
  const { datasets, evaluator, models, rag, custom, output = 's3://amzn-s3-demo-bucket/output/', more } = parts;
  return {
    jobName,
    roleArn: role('Amazon-Bedrock-IAM-Role'),
    evaluationConfig: {
      automated: {
        datasetMetricConfigs: datasets,
        ...(evaluator !== undefined && { evaluatorModelConfig: judge(evaluator) }),
        ...custom,
      },
    },
    inferenceConfig: rag ? { ragConfigs: [rag] } : { models },
    outputDataConfig: { s3Uri: output },
    ...more,
  };
}

const JUDGED = ['Builtin.Correctness', 'Builtin.Completeness', 'Builtin.Helpfulness', 'Builtin.FollowingInstructions'];
const NOVA_PARAMS = { inferenceConfig: { maxTokens: 512, temperature: 0.7, topP: 0.9 } };

/** Requests of CreateEvaluationJob. */
export const EVALUATION_REQUESTS: readonly RealRequest[] = [
  {
    name: "the guide: a built-in dataset, programs, and a model's parameters in its own words",
    request: evaluation('automated-eval-job-cli', {
      datasets: [dataset('QuestionAndAnswer', 'Builtin.BoolQ', ['Builtin.Accuracy', 'Builtin.Robustness'])],
      models: [model('anthropic.claude-instant-v1', { max_tokens_to_sample: 300, temperature: 0.0, top_p: 0.25 })],
    }),
  },
  {
    name: "the guide's code samples: general texts, two metrics of two datasets",
    request: evaluation('api-auto-job-titan', {
      datasets: [
        dataset('Generation', 'Builtin.Bold', ['Builtin.Toxicity', 'Builtin.Robustness']),
        dataset('Generation', 'Builtin.T-REx', ['Builtin.Accuracy']),
      ],
      models: [model('amazon.titan-text-lite-v1', { maxTokenCount: 300, temperature: 0, topP: 0.25 })],
    }),
  },
  {
    name: 'the guide on judges: a Bedrock model with parameters for all models',
    request: evaluation('model-eval-llmaj', {
      datasets: [prompts(JUDGED)],
      evaluator: 'anthropic.claude-3-haiku-20240307-v1:0',
      models: [model('amazon.nova-lite-v1:0', NOVA_PARAMS)],
      more: { applicationType: 'ModelEvaluation' },
    }),
  },
  {
    name: 'the guide on judges: answers that were made elsewhere',
    request: evaluation('model-eval-llmaj-byoir', {
      datasets: [prompts(['Builtin.Correctness', 'Builtin.Coherence'], 'custom_dataset')],
      evaluator: 'us.anthropic.claude-3-5-sonnet-20240620-v1:0',
      models: [{ precomputedInferenceSource: { inferenceSourceIdentifier: 'my_model' } }],
    }),
  },
  {
    name: 'the guide on custom metrics: grades as numbers',
    request: evaluation('custom-metrics-maaj', {
      datasets: [prompts(['CustomMetric-Correctness-FloatRatingScale'], 'custom_metric_dataset')],
      custom: {
        customMetricConfig: {
          customMetrics: [
            {
              customMetricDefinition: {
                name: 'CustomMetric-Correctness-FloatRatingScale',
                instructions: 'Judge {{prompt}} and {{prediction}} by {{ground_truth}}.',
                ratingScale: [
                  { definition: 'Not at all', value: { floatValue: 0 } },
                  { definition: 'Perfectly', value: { floatValue: 1 } },
                ],
              },
            },
          ],
          evaluatorModelConfig: judge('anthropic.claude-3-5-sonnet-20240620-v1:0'),
        },
      },
      evaluator: 'anthropic.claude-3-5-sonnet-20240620-v1:0',
      models: [model('anthropic.claude-3-haiku-20240307-v1:0')],
    }),
  },
  {
    name: 'the guide on knowledge bases: what is retrieved',
    request: evaluation('my-rag-eval', {
      datasets: [prompts(['Builtin.ContextCoverage', 'Builtin.ContextRelevance'])],
      evaluator: 'us.meta.llama3-1-70b-instruct-v1:0',
      rag: {
        knowledgeBaseConfig: {
          retrieveConfig: {
            knowledgeBaseId: 'KB12345678',
            knowledgeBaseRetrievalConfiguration: { vectorSearchConfiguration: { numberOfResults: 3 } },
          },
        },
      },
      more: { applicationType: 'RagEvaluation' },
    }),
  },
  {
    name: 'the guide on knowledge bases: what was retrieved elsewhere',
    request: evaluation('my-rag-eval-byoir', {
      datasets: [prompts(['Builtin.ContextCoverage', 'Builtin.ContextRelevance'])],
      evaluator: 'us.meta.llama3-1-70b-instruct-v1:0',
      rag: { precomputedRagSourceConfig: { retrieveSourceConfig: { ragSourceIdentifier: 'my_rag_source' } } },
    }),
  },
  {
    name: 'the guide on knowledge bases: answers, with filters and a template',
    request: evaluation('my-rag-eval-rag', {
      datasets: [prompts(['Builtin.Correctness', 'Builtin.Faithfulness'])],
      evaluator: 'us.amazon.nova-pro-v1:0',
      rag: {
        knowledgeBaseConfig: {
          retrieveAndGenerateConfig: {
            type: 'KNOWLEDGE_BASE',
            knowledgeBaseConfiguration: {
              knowledgeBaseId: 'KB12345678',
              modelArn: foundation('anthropic.claude-3-haiku-20240307-v1:0'),
              retrievalConfiguration: {
                vectorSearchConfiguration: {
                  numberOfResults: 10,
                  overrideSearchType: 'HYBRID',
                  filter: {
                    andAll: [
                      { greaterThan: { key: 'year', value: 2020 } },
                      { in: { key: 'team', value: ['support', 'sales'] } },
                    ],
                  },
                },
              },
              generationConfiguration: { promptTemplate: { textPromptTemplate: '$search_results$ $query$' } },
            },
          },
        },
      },
    }),
  },
  {
    name: 'the guide on knowledge bases: answers that were made elsewhere',
    request: evaluation('my-rag-eval-rag-byoir', {
      datasets: [prompts(['Builtin.CitationCoverage', 'Builtin.CitationPrecision'])],
      evaluator: 'us.amazon.nova-pro-v1:0',
      rag: {
        precomputedRagSourceConfig: { retrieveAndGenerateSourceConfig: { ragSourceIdentifier: 'third-party-rag' } },
      },
    }),
  },
  {
    name: "an AWS sample's notebook: a judge and a generator, with all metrics of judges",
    request: evaluation('anthropic-claude-3-haiku-vs-nova-2025-01-01', {
      datasets: [
        prompts(
          [...JUDGED, 'Builtin.Coherence', 'Builtin.Relevance', 'Builtin.Harmfulness', 'Builtin.Refusal'],
          'CustomDataset',
          'Generation',
        ),
      ],
      evaluator: 'mistral.mistral-large-2402-v1:0',
      models: [model('anthropic.claude-3-haiku-20240307-v1:0', NOVA_PARAMS)],
      output: 's3://amzn-s3-demo-bucket/evaluation_output',
    }),
  },
  {
    name: 'a pipeline of notifications: a judge, by the CLI',
    request: evaluation('notif-eval-42', {
      datasets: [
        prompts(['Builtin.Helpfulness', 'Builtin.Relevance', 'Builtin.Coherence'], 'notifaiprompts', 'Custom'),
      ],
      evaluator: 'amazon.nova-pro-v1:0',
      models: [model('amazon.nova-micro-v1:0')],
    }),
  },
  {
    name: "Terraform's provider: a built-in dataset with its name, of a location of one's own",
    request: evaluation('tf-acc-test', {
      datasets: [dataset('QuestionAndAnswer', 'BoolQ', ['Builtin.Accuracy'], 's3://tf-acc-test/dataset.jsonl')],
      models: [model('amazon.titan-text-express-v1', { temperature: 0 })],
    }),
  },
  {
    name: 'a mock of a help desk: a metric of its own for answers of an agent',
    request: evaluation('mock-rag-eval-20260101-101500', {
      datasets: [prompts(['Builtin.Faithfulness', 'Grounding'], 'MockHelpdeskRagEvalDataset')],
      evaluator: 'amazon.nova-pro-v1:0',
      custom: {
        customMetricConfig: {
          customMetrics: [
            {
              customMetricDefinition: {
                name: 'Grounding',
                instructions: 'Is {{prediction}} supported by {{context}}?',
                ratingScale: [
                  { definition: 'Fully', value: { floatValue: 1.0 } },
                  { definition: 'In part', value: { floatValue: 0.5 } },
                  { definition: 'Not', value: { floatValue: 0.0 } },
                ],
              },
            },
          ],
          evaluatorModelConfig: judge('amazon.nova-pro-v1:0'),
        },
      },
      rag: { precomputedRagSourceConfig: { retrieveAndGenerateSourceConfig: { ragSourceIdentifier: 'mock-agent' } } },
      more: { jobDescription: 'Evaluation of mock RAG agent outputs.', applicationType: 'RagEvaluation' },
    }),
  },
  {
    name: 'the API reference: an encrypted job with tags, of a provisioned model',
    request: evaluation('encrypted-eval', {
      datasets: [dataset('Summarization', 'Builtin.Gigaword', ['Builtin.Accuracy', 'Builtin.Toxicity'])],
      models: [model('arn:aws:bedrock:us-east-1:111122223333:provisioned-model/abcdef123456')],
      more: {
        customerEncryptionKeyId: 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
        jobTags: [{ key: 'team', value: 'support' }],
        clientRequestToken: 'encrypted-eval-token',
      },
    }),
  },
  {
    name: 'the guide on classes: reviews of clothes',
    request: evaluation('classification-eval', {
      datasets: [
        dataset('Classification', 'Builtin.WomensEcommerceClothingReviews', ['Builtin.Accuracy', 'Builtin.Robustness']),
      ],
      models: [model('amazon.nova-lite-v1:0', NOVA_PARAMS)],
    }),
  },
];

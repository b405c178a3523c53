import { SageMakerFixture } from './fixture-sagemaker';
import { BedrockService } from '../../rehearsal/bedrock/bedrock-service';
import { ModelCustomizationJob } from '../../rehearsal/bedrock/customization/model-customization-job';
import { IngestionJob } from '../../rehearsal/bedrock/ingestion/ingestion-job';
import { VirtualClock } from '../../rehearsal/clock';
import { AssetStore } from '../../rehearsal/cloud-assembly/asset-store';
import type { ServiceError } from '../../rehearsal/emulated-api/service-error';
import { Iam } from '../../rehearsal/iam/iam';
import type { JobCourse } from '../../rehearsal/jobs/job-course';
import { isJsonObject, type JsonObject, type JsonValue } from '../../rehearsal/json-value';
import { alternativeOf, CHOICES, choiceName, isUsual, kindsOf } from '../../unconfirmed/facts';
import { Supposition } from '../../unconfirmed/supposition';

const ROLE = 'arn:aws:iam::111122223333:role/job';
const START = Date.UTC(2030, 0, 1);

/** All that a service says in the life of a job: errors, and the reasons of jobs. */
async function saidBySageMaker(supposition: Supposition): Promise<string[]> {
  const sagemaker = new SageMakerFixture({ supposition, script: () => ({ '*': { duration: 60 } }) });
  const CompilationJobName = 'My-Job';
  const request = {
    CompilationJobName,
    RoleArn: ROLE,
    InputConfig: { S3Uri: 's3://models/model.tar.gz', Framework: 'XGBOOST' },
    OutputConfig: { S3OutputLocation: 's3://outputs/', TargetDevice: 'ml_c5' },
    StoppingCondition: { MaxRuntimeInSeconds: 900 },
  };
  return said((operation, input) => sagemaker.call(operation, input), sagemaker.clock, [
    ['DescribeCompilationJob', { CompilationJobName: 'no-such-job' }],
    ['CreateCompilationJob', request],
    ['DescribeCompilationJob', { CompilationJobName }],
    ['StopCompilationJob', { CompilationJobName }],
    ['DeleteCompilationJob', { CompilationJobName }],
  ]);
}

async function saidByBedrock(supposition: Supposition): Promise<string[]> {
  const clock = new VirtualClock({ startTime: START });
  const account = { account: '111122223333', region: 'us-east-1' };
  const bedrock = new BedrockService({
    clock,
    ...account,
    script: (): { readonly '*': JobCourse } => ({ '*': { duration: 60 } }),
    quotas: {},
    listLagSeconds: 0,
    roleCreatedAt: () => START,
    onCourse: () => {},
    onJob: () => {},
    assets: new AssetStore(account),
    iam: new Iam(),
    supposition,
  });
  const call = (operation: string, input: JsonObject): JsonValue =>
    bedrock.handle({ service: 'bedrock', operation, input, at: clock.now(), caller: undefined, roleArn: '' });
  const request = (clientRequestToken: string) => ({
    jobName: 'My-Job',
    roleArn: ROLE,
    modelId: 'amazon.nova-lite-v1:0',
    inputDataConfig: { s3InputDataConfig: { s3Uri: 's3://inputs/records.jsonl' } },
    outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://outputs/' } },
    clientRequestToken,
  });
  const unknown = 'arn:aws:bedrock:us-east-1:111122223333:model-invocation-job/abcdefghijkl';
  const before = await said(call, clock, [
    ['GetModelInvocationJob', { jobIdentifier: unknown }],
    ['CreateModelInvocationJob', request('token-1')],
    ['CreateModelInvocationJob', request('token-2')],
    ['CreateModelInvocationJob', request('token-1')],
  ]);
  const [job] = bedrock.jobs;
  if (!job) return before;
  const customization = {
    jobName: 'My-Job',
    customModelName: 'My-Model',
    roleArn: ROLE,
    baseModelIdentifier: 'amazon.nova-lite-v1:0:300k',
    trainingDataConfig: { s3Uri: 's3://inputs/train.jsonl' },
    outputDataConfig: { s3Uri: 's3://outputs/' },
  };
  before.push(...(await said(call, clock, [['CreateModelCustomizationJob', customization]])));
  const models = bedrock.jobs.flatMap((each) => (each instanceof ModelCustomizationJob ? [each.customModelArn] : []));
  for (const modelIdentifier of models) {
    before.push(...(await said(call, clock, [['DeleteCustomModel', { modelIdentifier }]])));
  }
  // the second finds the place taken
  const place = { knowledgeBaseId: 'KB12345678', dataSourceId: 'DS12345678' };
  const both: [string, JsonObject][] = [
    ['StartIngestionJob', place],
    ['StartIngestionJob', place],
  ];
  before.push(...(await said(call, clock, both, 1000)));
  for (const ingestion of bedrock.jobs.filter((each) => each instanceof IngestionJob)) {
    const { ingestionJobId } = ingestion.describe() as JsonObject;
    before.push(...(await said(call, clock, [['StopIngestionJob', { ...place, ingestionJobId }]])));
  }
  return [
    ...before,
    ...(await said(call, clock, [
      ['GetModelInvocationJob', { jobIdentifier: job.arn }],
      ['StopModelInvocationJob', { jobIdentifier: job.arn }],
      ['ListTagsForResource', { resourceARN: job.arn }],
      ['TagResource', { resourceARN: job.arn, tags: [{ key: 'a', value: 'b' }] }],
    ])),
  ];
}

/** Makes calls, each some time after the one before, ten minutes if nothing else is said; says what the service answers with where it refuses or gives a reason. */
async function said(
  call: (operation: string, input: JsonObject) => JsonValue,
  clock: VirtualClock,
  calls: readonly (readonly [operation: string, input: JsonObject])[],
  pauseMs = 600_000,
): Promise<string[]> {
  const lines: string[] = [];
  for (const [operation, input] of calls) {
    try {
      const answer = call(operation, input);
      const reasons = isJsonObject(answer) ? [answer.FailureReason, answer.message] : [];
      lines.push(...reasons.flatMap((reason) => (typeof reason === 'string' && reason !== '' ? [reason] : [])));
    } catch (error) {
      const { code, message } = error as ServiceError;
      lines.push(`${code}: ${message}`);
    }
    await clock.advance(pauseMs);
  }
  return lines;
}

/** What the services of jobs say; CloudFormation's errors have their test with its signals. */
const choices = CHOICES.filter(
  (choice) => !isUsual(choice) && alternativeOf(choice).says !== undefined && choice.fact !== 'signal-error-name',
);

const saidBy = (supposition: Supposition, isOfSageMaker: boolean) =>
  isOfSageMaker ? saidBySageMaker(supposition) : saidByBedrock(supposition);

test.each(choices.map((choice) => [choiceName(choice), choice] as const))(
  '%s is what the services say, and is not what they say otherwise',
  async (_, choice) => {
    const isOfSageMaker = kindsOf(choice).includes('CompilationJob');
    const all = await saidBy(new Supposition([choice]), isOfSageMaker);

    // what stands for the job differs from kind to kind
    const parts = alternativeOf(choice).says!.text.split(/\{\w+\}/);
    expect(all).toEqual(expect.arrayContaining([expect.stringMatching(parts.map(escaped).join('.*'))]));
    expect(await saidBy(Supposition.USUAL, isOfSageMaker)).not.toEqual(all);
  },
);

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

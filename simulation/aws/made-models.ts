import { type Account, type Caller, valuesOf } from './account';
import { errorOf, ServiceError } from './service-error';
import type { SimulatedJob } from './simulated-job';

/** The kinds of jobs that make models of Bedrock, with what their ARNs and those of the models have for a resource, and how a model is deleted. */
const MAKERS = {
  ModelCustomizationJob: { job: ':model-customization-job/', model: ':custom-model/', deletion: 'DeleteCustomModel' },
  ModelImportJob: { job: ':model-import-job/', model: ':imported-model/', deletion: 'DeleteImportedModel' },
} as const;
type Maker = keyof typeof MAKERS;

const MODEL_LAG_SECONDS = 20;
/** For how long a model is in use that is in use for a while, from the end of its job. */
const IN_USE_SECONDS = 60;

/** Whether jobs of a kind make models. */
export function isMaker(kind: string): kind is Maker {
  return kind in MAKERS;
}

/** The kind of jobs whose models an operation is about, as in `GetCustomModel`. */
export function makerOf(operation: string): Maker | undefined {
  const [, model] = /^(?:Delete|Get)(Custom|Imported)Model$/.exec(operation) ?? [];
  if (model === undefined) return undefined;
  return model === 'Custom' ? 'ModelCustomizationJob' : 'ModelImportJob';
}

/** The ARN of the model that a job makes. */
function modelOf({ arn, origin }: SimulatedJob): string {
  const { job, model } = MAKERS[origin.kind as Maker];
  return arn.replace(job, model);
}

/** What is said of a completed customization. */
export function metricsOf(account: Account, job: SimulatedJob, at: number): object {
  return { ...nameOf(account, 'outputModelArn', job, at), trainingMetrics: { trainingLoss: 0.5 } };
}

/** What is said of a completed import. */
export function importedModelNamed(account: Account, job: SimulatedJob, at: number): object {
  return nameOf(account, 'importedModelArn', job, at);
}

/** When a model is named nobody has confirmed. */
function nameOf({ facts }: Account, member: string, job: SimulatedJob, at: number): object {
  const isLate = facts.play('custom-model-named', job.origin.kind) === 'late';
  return isLate && at < job.endsAt + MODEL_LAG_SECONDS * 1000 ? {} : { [member]: modelOf(job) };
}

/** A grant on the key of a model is made when its job is: as whom nobody has confirmed. */
export function useKeyOfModel(account: Account, kind: Maker): void {
  if (account.facts.play('custom-model-key', kind) !== 'role') account.checkAccess('CreateGrant', 'kms');
}

/** Shows the model that a job has made. */
export function describeModel(account: Account, kind: Maker, modelArn: string): object {
  return { modelArn, jobArn: jobOf(account, kind, modelArn).arn };
}

/** The job that has made a model which is there. */
function jobOf({ now, jobs }: Account, kind: Maker, modelArn: string): SimulatedJob {
  const job = jobs.find((each) => each.origin.kind === kind && modelOf(each) === modelArn);
  if (job?.phase(now) === 'completed' && !job.isResultGone) return job;
  throw new ServiceError('ResourceNotFoundException', `Could not find the model ${modelArn}.`);
}

/** Deletes the model that a job has made. */
export function deleteModel(account: Account, kind: Maker, modelIdentifier: string, { requestId }: Caller): object {
  const { facts, now } = account;
  const job = jobOf(account, kind, modelIdentifier);
  const choice = facts.supposition.choiceOf('custom-model-deletion', kind);
  const isFree = choice.alternative === 'in-use' && now >= job.endsAt + IN_USE_SECONDS * 1000;
  const operation = `bedrock:${MAKERS[kind].deletion}`;
  const values = { ...valuesOf(kind, job.name), arn: modelIdentifier, operation };
  const refusal = isFree ? undefined : errorOf(facts.say('custom-model-deletion', kind, values, requestId));
  if (refusal) throw refusal;
  job.isResultGone = true;
  return {};
}

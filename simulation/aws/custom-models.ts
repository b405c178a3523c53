import { type Account, type Caller, valuesOf } from './account';
import { errorOf, ServiceError } from './service-error';
import type { SimulatedJob } from './simulated-job';

const KIND = 'ModelCustomizationJob';
const MODEL_LAG_SECONDS = 20;
/** For how long a model is in use that is in use for a while, from the end of its job. */
const IN_USE_SECONDS = 60;

/** The ARN of the model that a job makes. */
export function customModelOf({ arn }: SimulatedJob): string {
  return arn.replace(':model-customization-job/', ':custom-model/');
}

/** What is said of a completed customization. When its model is named nobody has confirmed. */
export function metricsOf({ facts }: Account, job: SimulatedJob, at: number): object {
  const isLate = facts.play('custom-model-named', KIND) === 'late' && at < job.endsAt + MODEL_LAG_SECONDS * 1000;
  return { ...(!isLate && { outputModelArn: customModelOf(job) }), trainingMetrics: { trainingLoss: 0.5 } };
}

/** A grant on the key of a model is made when its job is: as whom nobody has confirmed. */
export function useKeyOfModel(account: Account): void {
  if (account.facts.play('custom-model-key', KIND) !== 'role') account.checkAccess('CreateGrant', 'kms');
}

/** Shows the model that a job has made. */
export function describeCustomModel(account: Account, modelArn: string): object {
  return { modelArn, jobArn: makerOf(account, modelArn).arn };
}

/** The job that has made a model which is there. */
function makerOf({ now, jobs }: Account, modelArn: string): SimulatedJob {
  const job = jobs.find((each) => each.origin.kind === KIND && customModelOf(each) === modelArn);
  if (job?.phase(now) === 'completed' && !job.isResultGone) return job;
  throw new ServiceError('ResourceNotFoundException', `Could not find the custom model ${modelArn}.`);
}

/** Deletes the model that a job has made. */
export function deleteCustomModel(account: Account, modelIdentifier: string, { requestId }: Caller): object {
  const { facts, now } = account;
  const job = makerOf(account, modelIdentifier);
  const choice = facts.supposition.choiceOf('custom-model-deletion', KIND);
  const isFree = choice.alternative === 'in-use' && now >= job.endsAt + IN_USE_SECONDS * 1000;
  const values = { ...valuesOf(KIND, job.name), arn: modelIdentifier };
  const refusal = isFree ? undefined : errorOf(facts.say('custom-model-deletion', KIND, values, requestId));
  if (refusal) throw refusal;
  job.isResultGone = true;
  return {};
}

import { type Account, type Caller, NOBODYS, valuesOf } from './account';
import { WORDINGS } from './job-wording';
import { errorOf, ServiceError } from './service-error';
import { SimulatedJob } from './simulated-job';
import { JOB_FACTS } from '../handler-under-test';

type Input = { readonly [member: string]: unknown };

interface Call {
  readonly operation: string;
  readonly input: Input;
  readonly caller: Caller;
  readonly lag: number;
}

const KIND = 'IngestionJob';
const { operations, place: PLACE } = JOB_FACTS[KIND];
const LIST_LAG_SECONDS = 30;
const COUNT_LAG_SECONDS = 30;
const DOCUMENTS = 54;

/** Whether an operation is one on ingestion jobs. */
export function isOfIngestion(operation: string): boolean {
  return (Object.values(operations) as string[]).includes(operation);
}

/** What stands for a job that has no ARN. */
export function arnOfIngestion({ knowledgeBaseId, dataSourceId, ingestionJobId }: Input): string {
  return [knowledgeBaseId, dataSourceId, ingestionJobId].join('|');
}

/** How Bedrock answers of the ingestion jobs of knowledge bases. */
export function callIngestion(account: Account, { operation, input, caller, lag }: Call): object {
  const name = arnOfIngestion(input);
  const identified = { is: ({ arn }: SimulatedJob) => arn === name, name: String(input.ingestionJobId), ...caller };
  switch (operation) {
    case operations.create:
      return { ingestionJob: start(account, input, caller) };
    case operations.describe: {
      const { job, at } = account.find(KIND, identified, lag);
      return { ingestionJob: describe(account, job, at) };
    }
    case operations.list:
      return { ingestionJobSummaries: list(account, input, lag) };
    default:
      return { ingestionJob: stop(account, account.find(KIND, identified).job, caller) };
  }
}

/** Somebody else has the knowledge base ingested, for some seconds. */
export function ingestForOthers(account: Account, seconds: number): void {
  const input = { knowledgeBaseId: 'KB12345678', dataSourceId: 'DS00000002', description: 'by a schedule' };
  const arn = arnOfIngestion({ ...input, ingestionJobId: 'OTHER00001' });
  const name = 'KB12345678/DS00000002/schedule';
  const origin = {
    kind: KIND,
    name,
    arn,
    input,
    tags: {},
    at: account.now,
    course: { seconds },
    requestId: NOBODYS,
  } as const;
  account.jobs.push(new SimulatedJob(origin));
}

function start(account: Account, input: Input, caller: Caller): object {
  const token = String(input.clientToken);
  const known = knownByToken(account, token, caller);
  if (known) return describe(account, known, account.now);
  const description = String(input.description);
  const name = [...PLACE!.map((member) => input[member]), description.split(' ').at(-1)].join('/');
  const cannotCall = 'Knowledge base role is not able to call specified bedrock embedding model: access is denied.';
  account.checkStart(KIND, name, caller, new ServiceError('ValidationException', cannotCall));
  checkPlace(account, input, caller);
  const ingestionJobId = `J${String(account.jobs.length + 1).padStart(9, '0')}`;
  const arn = arnOfIngestion({ ...input, ingestionJobId });
  const job = account.create({ kind: KIND, name, arn, input, tags: {}, token, requestId: caller.requestId });
  if (account.facts.play('new-batch-job-listed') === 'later') job.listedAt = account.now + LIST_LAG_SECONDS * 1000;
  return describe(account, job, account.now);
}

/** The job that a token has made; what the token of one that has ended does nobody has confirmed. */
function knownByToken(account: Account, token: string, { requestId }: Caller): SimulatedJob | undefined {
  const known = account.jobs.filter(({ origin }) => origin.kind === KIND && origin.token === token).at(-1);
  if (!known?.hasEnded(account.now)) return known;
  const values = valuesOf(KIND, known.name);
  const { alternative } = account.facts.meet('old-client-token', KIND, values, requestId);
  const refusal = errorOf(account.facts.say('old-client-token', KIND, values, requestId));
  if (refusal) throw refusal;
  return alternative === 'new-job' ? undefined : known;
}

/** One ingestion at a time goes through a knowledge base; what is said of another nobody has confirmed. */
function checkPlace(account: Account, { knowledgeBaseId }: Input, { requestId }: Caller): void {
  const isTaken = account.jobs.some(
    (job) =>
      job.origin.kind === KIND && job.origin.input.knowledgeBaseId === knowledgeBaseId && !job.hasEnded(account.now),
  );
  if (!isTaken) return;
  const text = 'You have reached the maximum number of concurrent ingestion jobs per knowledge base: 1';
  const says = account.facts.say('ingestion-place', KIND, {}, requestId);
  throw errorOf(says) ?? new ServiceError('ConflictException', text, 409);
}

function describe(account: Account, job: SimulatedJob, at: number): object {
  const phase = job.phase(at);
  const { clientToken: _, ...input } = job.origin.input;
  return {
    ...input,
    ingestionJobId: job.arn.split('|').at(-1),
    status: WORDINGS[KIND].statuses[phase],
    startedAt: new Date(job.origin.at),
    updatedAt: new Date(job.hasEnded(at) ? job.endsAt : job.origin.at),
    ...(phase === 'failed' && { failureReasons: [job.reason(at)] }),
    ...(phase === 'completed' && statisticsOf(account, job, at)),
  };
}

function statisticsOf({ facts }: Account, { endsAt }: SimulatedJob, at: number): object {
  const counted = (documents: number) => ({
    statistics: {
      numberOfDocumentsScanned: documents,
      numberOfNewDocumentsIndexed: documents,
      numberOfDocumentsFailed: 0,
    },
  });
  switch (facts.play('ingestion-counts', KIND)) {
    case 'with-the-status':
      return counted(DOCUMENTS);
    case 'late':
      return counted(at < endsAt + COUNT_LAG_SECONDS * 1000 ? 0 : DOCUMENTS);
    case 'absent':
      return {};
  }
}

function list(account: Account, { knowledgeBaseId, dataSourceId }: Input, lag: number): object[] {
  const at = account.now - lag * 1000;
  const jobs = account
    .existing(KIND)
    .filter((job) => job.isShown(at) && at >= job.listedAt)
    .filter(
      ({ origin: { input } }) => input.knowledgeBaseId === knowledgeBaseId && input.dataSourceId === dataSourceId,
    );
  return jobs.reverse().map((job) => describe(account, job, at));
}

function stop(account: Account, job: SimulatedJob, { requestId }: Caller): object {
  const { facts, now } = account;
  if (job.origin.course.endsBeforeStop) job.complete(now);
  if (job.phase(now) === 'starting') {
    const notYet = errorOf(facts.say('stop-of-a-starting-ingestion', KIND, {}, requestId));
    if (notYet) throw notYet;
  }
  if (job.isRunning(now)) {
    job.stop(now);
    return describe(account, job, now);
  }
  const status = WORDINGS[KIND].statuses[job.phase(now)];
  const usual = new ServiceError('ValidationException', `The ingestion job cannot be stopped. State was: ${status}`);
  if (!job.hasEnded(now)) throw usual;
  const values = { ...valuesOf(KIND, job.name), arn: job.arn, status };
  const { alternative } = facts.meet('stop-of-an-ended-job', KIND, values, requestId);
  if (alternative === 'accepted') return describe(account, job, now);
  throw errorOf(facts.say('stop-of-an-ended-job', KIND, values, requestId)) ?? usual;
}

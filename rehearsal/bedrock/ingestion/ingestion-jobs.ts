import { type Documents, documentsOf, placesOf } from './deployed-documents';
import { describeExisting } from './existing-ingestion-job';
import { ingestionAccesses } from './ingestion-accesses';
import { IngestionJob } from './ingestion-job';
import type { IngestionContent } from './ingestion-statistics';
import type { DeployedDataSource, KnowledgeBases } from './knowledge-bases';
import { JOB_FACTS } from '../../../src/validation/service-model/job-facts';
import type { FactId } from '../../../unconfirmed/facts';
import { textOf, type TextValues } from '../../../unconfirmed/supposition';
import type { ApiCall } from '../../emulated-api/api-call';
import type { Operations } from '../../emulated-api/operations';
import { ServiceError } from '../../emulated-api/service-error';
import { arnIn } from '../../environment';
import { useJobRole } from '../../iam/job-role';
import type { JobServiceOptions } from '../../jobs/job-service';
import { scriptedCourse } from '../../jobs/scripted-course';
import { SupposedBeginning } from '../../jobs/supposed-beginning';
import { asJsonObject, type JsonObject, type JsonValue } from '../../json-value';
import { idOf } from '../bedrock-jobs';

const KIND = 'IngestionJob';
const FACTS = JOB_FACTS[KIND];
const SERVICE = 'bedrock.amazonaws.com';
const ID_LENGTH = 10;
const LIST_LAG_MS = 30_000;
/** So few that a caller who does not read the next page is soon found out. */
const DEFAULT_PAGE_SIZE = 10;
const NOTHING: Documents = new Map();

/** What the ingestion jobs know of the account. */
export interface IngestionJobsOptions extends JobServiceOptions {
  /** How many may run at once in an account, whatever their knowledge bases. @default - no limit */
  readonly quota?: number;
  /** Seconds until a new job is listed. */
  readonly listLagSeconds: number;
  /** What stacks have made. @default - nothing */
  readonly knowledgeBases?: KnowledgeBases;
  /** The properties of the custom resources that deploy files. @default - there are none */
  readonly deployments?: () => readonly JsonObject[];
}

/** The ingestion jobs of an account in a Region: one at a time goes through a knowledge base. */
export class IngestionJobs {
  /** Every job ever started: nobody can delete one. */
  public readonly all: IngestionJob[] = [];
  public readonly operations: Operations = {
    [FACTS.operations.create]: (call) => this.start(call),
    [FACTS.operations.describe]: (call) => ({ ingestionJob: this.describe(call) }),
    [FACTS.operations.stop!]: (call) => ({ ingestionJob: this.stop(call) }),
    [FACTS.operations.list!]: ({ input }) => this.list(input),
  };
  private readonly jobsByToken = new Map<string, IngestionJob>();
  private readonly beginning: SupposedBeginning;

  constructor(private readonly options: IngestionJobsOptions) {
    this.beginning = new SupposedBeginning(options.supposition, options.clock, KIND, FACTS.quotaError!);
  }

  private start(call: ApiCall): JsonValue {
    const { input } = call;
    const earlier = this.knownByToken(input.clientToken);
    if (earlier) return { ingestionJob: earlier.describe() };
    this.beginning.check(this.values(input));
    this.checkPlace(input);
    const problem = this.problemAtFirst(input);
    const job = this.newJob(call, problem);
    this.all.push(job);
    if (typeof input.clientToken === 'string') this.jobsByToken.set(input.clientToken, job);
    return { ingestionJob: job.describe() };
  }

  /** The job that a token has made; what the token of one that has ended does nobody has confirmed. */
  private knownByToken(token: JsonValue | undefined): IngestionJob | undefined {
    const job = this.jobsByToken.get(String(token));
    if (!job?.finished) return job;
    this.refuseFor('old-client-token', { name: job.name, arn: job.arn });
    return this.options.supposition.nameOf('old-client-token', KIND) === 'new-job' ? undefined : job;
  }

  /** What is said of a place that is taken nobody has confirmed. */
  private checkPlace({ knowledgeBaseId }: JsonObject): void {
    const running = this.all.filter((job) => !job.finished);
    const { quota = Infinity } = this.options;
    const isTaken = running.some((job) => job.knowledgeBaseId === knowledgeBaseId);
    if (!isTaken && running.length < quota) return;
    this.refuseFor('ingestion-place', {});
    const [what, most] = isTaken ? ['knowledge base', 1] : ['account', quota];
    const text = `You have reached the maximum number of concurrent ingestion jobs per ${what}: ${most}`;
    throw new ServiceError('ConflictException', text, 409);
  }

  /** Why a job fails when it looks for its documents; a role that may not use the model is refused. */
  private problemAtFirst(input: JsonObject): string | undefined {
    const { iam, account, region, knowledgeBases } = this.options;
    const id = String(input.knowledgeBaseId);
    const base = knowledgeBases?.base({ account, region }, id);
    const supposed = this.beginning.failure(this.values(input));
    if (!base) return supposed;
    const { roleArn } = base;
    const sourceArn = arnIn(this.options, 'bedrock', `knowledge-base/${id}`);
    if (iam.assume({ roleArn, service: SERVICE, sourceArn })) {
      throw ServiceError.validation(`Bedrock Knowledge Base was unable to assume the given role ${roleArn}.`);
    }
    const source = this.sourceOf(input) ?? {};
    const accesses = ingestionAccesses(base, source, { iam, owner: { account, region } });
    const { refusal, failure } = useJobRole(iam, { roleArn, name: 'bedrock', region }, accesses);
    if (refusal !== undefined) throw ServiceError.validation(refusal);
    return supposed ?? failure;
  }

  private newJob(call: ApiCall, problem: string | undefined): IngestionJob {
    const { input: request, caller, at: createdAt } = call;
    const { account, region, clock, supposition } = this.options;
    const course = scriptedCourse(call, String(request.description ?? ''), this.options);
    const source = this.sourceOf(request);
    return new IngestionJob({
      id: idOf(`${account} ${region} ingestion ${this.all.length}`).toUpperCase().slice(0, ID_LENGTH),
      request,
      course,
      origin: caller?.origin,
      createdAt,
      now: () => clock.now(),
      content: this.contentOf(request, source, course.errorRecords),
      inputs: source ? placesOf(source) : [],
      problem,
      supposition,
    });
  }

  private sourceOf({ dataSourceId }: JsonObject): DeployedDataSource | undefined {
    const { account, region, knowledgeBases } = this.options;
    return knowledgeBases?.source({ account, region }, String(dataSourceId));
  }

  /** What is in the data source, and what its last complete ingestion has left in the index. */
  private contentOf(
    { dataSourceId }: JsonObject,
    source: DeployedDataSource | undefined,
    failing: number | undefined,
  ): IngestionContent {
    const { assets, deployments = () => [] } = this.options;
    const last = this.all.filter((job) => job.dataSourceId === dataSourceId && job.isComplete).at(-1);
    return {
      documents: source && documentsOf(source, deployments(), assets),
      before: last?.content.documents ?? NOTHING,
      failing,
    };
  }

  private stop(call: ApiCall): JsonObject {
    const job = this.find(call.input);
    const { supposition } = this.options;
    if (job.isStarting) this.refuseFor('stop-of-a-starting-ingestion', {});
    if (job.finished) {
      const { name, arn, status } = job;
      if (supposition.nameOf('stop-of-an-ended-job', KIND) === 'accepted') return job.describe();
      this.refuseFor('stop-of-an-ended-job', { name, arn, status });
      throw ServiceError.validation(`The ingestion job is not in a state that can be stopped. State was: ${status}`);
    }
    if (job.status !== 'STOPPING') job.stop();
    return job.describe();
  }

  private list({ knowledgeBaseId, dataSourceId, filters, sortBy, maxResults, nextToken }: JsonObject): JsonValue {
    const { clock, listLagSeconds, supposition } = this.options;
    const isLate = supposition.nameOf('new-batch-job-listed', KIND) === 'later';
    const lag = Math.max(listLagSeconds * 1000, isLate ? LIST_LAG_MS : 0);
    const [filter] = Array.isArray(filters) ? filters.map(asJsonObject) : [];
    const wanted = filter && Array.isArray(filter.values) ? filter.values : undefined;
    const jobs = this.all.filter(
      (job) =>
        job.knowledgeBaseId === knowledgeBaseId &&
        job.dataSourceId === dataSourceId &&
        clock.now() >= job.createdAt + lag &&
        (wanted === undefined || wanted.includes(job.status)),
    );
    const { attribute, order } = asJsonObject(sortBy);
    const sorted = attribute === 'STATUS' ? [...jobs].sort((a, b) => (a.status < b.status ? -1 : 1)) : jobs;
    const ordered = order === 'ASCENDING' ? sorted : [...sorted].reverse();
    const first = nextToken === undefined ? 0 : ordered.findIndex(({ id }) => id === nextToken) + 1;
    const page = ordered.slice(first, first + Number(maxResults ?? DEFAULT_PAGE_SIZE));
    const isMore = first + page.length < ordered.length;
    return {
      ingestionJobSummaries: page.map((job) => job.summary()),
      ...(isMore && { nextToken: page[page.length - 1].id }),
    };
  }

  /** Describes a job of a stack, or one that somebody says was made elsewhere. */
  private describe(call: ApiCall): JsonObject {
    const { knowledgeBaseId, dataSourceId, ingestionJobId } = call.input;
    const isOwn = this.all.some(({ id }) => id === ingestionJobId);
    const names = [[knowledgeBaseId, dataSourceId, ingestionJobId].map(String).join('|'), String(ingestionJobId)];
    const elsewhere = isOwn ? undefined : this.options.existing?.(call, names);
    if (elsewhere) return describeExisting(elsewhere, call.input, this.options.clock.now());
    return this.find(call.input).describe();
  }

  private find({ knowledgeBaseId, dataSourceId, ingestionJobId }: JsonObject): IngestionJob {
    const wanted = [knowledgeBaseId, dataSourceId, ingestionJobId].map(String).join('|');
    const job = this.all.find(({ arn }) => arn === wanted);
    if (job) return job;
    this.refuseFor('not-found', { name: String(ingestionJobId) });
    throw new ServiceError('ResourceNotFoundException', `Could not find the ingestion job ${String(ingestionJobId)}.`);
  }

  /** Refuses a call where the table says so of a fact. */
  private refuseFor(fact: FactId, values: TextValues): void {
    const says = textOf(this.options.supposition.choiceOf(fact, KIND), { noun: 'ingestion job', ...values });
    const error = ServiceError.of(says);
    if (error) throw error;
  }

  /** What the texts of the table say of a job. */
  private values({ description }: JsonObject): TextValues {
    const name = String(description ?? '');
    return { noun: 'ingestion job', name, role: 'role', operation: `bedrock:${FACTS.operations.create}` };
  }
}

import { Lazy } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { Construct } from 'constructs';
import { renderedMetrics } from './custom-evaluation-metric';
import { textMetricsIn } from './custom-metric-rules';
import { allowEncryption } from './evaluation-encryption';
import { EVALUATION_JOB_DEFINITION } from './evaluation-job-definition';
import type { EvaluationJobProps } from './evaluation-job-props';
import { EvaluationJobReference, type IEvaluationJob } from './evaluation-job-reference';
import { checkValues, evaluationJobRules, sourceRules } from './evaluation-job-rules';
import { metricsIn } from './evaluation-metric-rules';
import { readResults } from './evaluation-results-access';
import { boundsText, type MetricRequirement, requirementRules } from './metric-requirement';
import { allowMultipartWrites } from '../../access/object-access';
import { type EvaluationJobAcceptance, type EvaluationJobAttribute, plainMetric } from '../../contract';
import { JobOutput } from '../../job/job-output';
import type { JobReferenceOptions } from '../../job/job-reference';
import { JobWithRole } from '../../job/job-with-role';
import { mergeOverrides, type Request } from '../../job/request-overrides';
import { entriesInKeyOrder } from '../../key-order';
import { mustBe, refusal } from '../../validation/finding';
import { errorOf } from '../../validation/invalid';
import { noteAll } from '../../validation/noted-findings';
import { requireNone, stringRules } from '../../validation/property-check';
import { isUnknown } from '../../validation/unknown-value';
import { bedrockRegionRules } from '../bedrock-region-rules';
import { requireJobArn } from '../job-arn-rule';

/**
 * A Bedrock evaluation job: it has models, or a knowledge base, answer the prompts of datasets, and judges the answers.
 *
 * The deployment starts the job, waits for it for up to 4 hours, unless `waitTimeout` says otherwise, and fails with the job's own
 * reasons if the job fails, or if a metric is not what `requireMetric()` says: an evaluation is a gate for what comes after it. A change
 * of the prompts, of the models or of anything else in the request runs a new job; tags are changed in place. Deleting the resource
 * stops a job that runs. The record of one that has ended stays, and so do its results: a stack that goes back to an earlier request
 * finds them again, and runs no job.
 *
 * People who judge take days: such an evaluation is made with `requestOverrides`, as `evaluationConfig.human` in place of `automated`.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/evaluation.html
 *
 * @example
 * const evaluated = new EvaluationJob(this, 'Evaluate', {
 *   sources: [EvaluationSource.inferenceProfile('us.amazon.nova-lite-v1:0')],
 *   datasets: [
 *     EvaluationDataset.builtIn('Builtin.BoolQ', {
 *       taskType: EvaluationTaskType.QUESTION_AND_ANSWER,
 *       metrics: ['Builtin.Accuracy', 'Builtin.Toxicity'],
 *     }),
 *   ],
 * });
 * const accuracy = evaluated.requireMetric('Builtin.Accuracy', { atLeast: 0.8 });
 * new CfnOutput(this, 'Accuracy', { value: accuracy });
 */
@propertyInjectable
export class EvaluationJob extends JobWithRole implements IEvaluationJob {
  /** By which the CDK knows the class where properties are injected: see `PropertyInjectors` of aws-cdk-lib. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-ml-jobs.EvaluationJob';

  /**
   * An evaluation job that was made elsewhere, in the account and the Region of the stack: where its results are is read when the
   * stack is deployed. The deployment fails where there is no such job, or where it has not completed.
   *
   * @param evaluationJobArn The ARN of the job.
   */
  public static fromEvaluationJobArn(
    scope: Construct,
    id: string,
    evaluationJobArn: string,
    options?: JobReferenceOptions,
  ): IEvaluationJob {
    requireJobArn(scope, evaluationJobArn, EVALUATION_JOB_DEFINITION, { noun: 'an evaluation job' });
    return new EvaluationJobReference(scope, id, evaluationJobArn, options);
  }

  private readonly output: JobOutput;
  private readonly requirements = new Map<string, string>();
  /** The metrics that the datasets have, as far as they are known. */
  private readonly metricsOfDatasets: readonly string[];
  private readonly textMetrics: readonly string[];

  constructor(scope: Construct, id: string, props: EvaluationJobProps) {
    super(scope, id, EVALUATION_JOB_DEFINITION, props);
    checkValues(this, props);
    noteAll(this, bedrockRegionRules(this, 'an evaluation job', 'sources'));
    const { role } = this;
    const sources = props.sources.map((source, index) =>
      source._bindSource(this, role, { property: `sources[${index}]` }),
    );
    noteAll(this, sourceRules(sources, props));
    const evaluator = props.evaluatorModel?._bindEvaluator(this, role);
    const identifiers = sources.flatMap(({ identifier }) => identifier ?? []);
    // a name that only the deployment knows may be any that records have
    const records = { form: sources[0].form, identifiers: identifiers.some(isUnknown) ? [] : identifiers };
    const datasetMetricConfigs = props.datasets.map((dataset, index) =>
      dataset._bindDataset(this, { property: `datasets[${index}]`, id: `Dataset${index + 1}`, role, ...records }),
    );

    this.output = new JobOutput(this, props, '');
    const account = this.output.bucket.env.account;
    this.output.grantWrite(role, { account, read: true });
    allowMultipartWrites(role, this.output.bucket, this.output.prefix, { account });

    const judge = evaluator && { bedrockEvaluatorModels: [{ modelIdentifier: evaluator.modelIdentifier }] };
    const rags = sources.flatMap(({ rag }) => rag ?? []);
    const request = {
      jobDescription: props.description,
      applicationType: rags.length > 0 ? 'RagEvaluation' : 'ModelEvaluation',
      customerEncryptionKeyId: props.encryptionKey?.keyArn,
      evaluationConfig: {
        automated: {
          datasetMetricConfigs,
          evaluatorModelConfig: judge,
          customMetricConfig: props.customMetrics && {
            customMetrics: renderedMetrics(props.customMetrics),
            evaluatorModelConfig: judge,
          },
        },
      },
      inferenceConfig: rags.length > 0 ? { ragConfigs: rags } : { models: sources.flatMap(({ model }) => model ?? []) },
      outputDataConfig: { s3Uri: this.output.uri },
    } satisfies Request;
    const whole = mergeOverrides(request, props.requestOverrides ?? {});
    this.metricsOfDatasets = metricsIn(whole);
    this.textMetrics = textMetricsIn(whole);
    this._run({
      request,
      // the service reaches the data by itself
      network: () => ({}),
      outputs: ['EvaluationJobArn'],
      results: ['OutputUri'],
      rules: evaluationJobRules,
      acceptance: this.lazyAcceptance(),
      createdOn: [...new Set([...sources, ...(evaluator ? [evaluator] : [])].flatMap(({ modelArns }) => modelArns))],
      furtherCalls: [
        ...sources.flatMap(({ calls = [] }) => calls),
        ...allowEncryption(this, role, props.encryptionKey),
      ],
    });
  }

  /**
   * Has the deployment fail unless a metric is what it must be. Returns its value, as a text, for an output or another resource.
   *
   * What is compared is the mean of all results of the metric, each of a prompt: one mean for each model, or knowledge base, and each
   * dataset that has the metric; every one of them must hold. The value is that which is the furthest from being enough: the least of
   * the means where there is an `atLeast`, and otherwise the greatest. A metric passes for nothing where a model or a dataset has no
   * result of it, where a result is no number (a prompt that could not be judged has `null`), or where the results cannot be read.
   *
   * The engine may read the job's results in S3 then, which it may not otherwise. The requirement belongs to the deployment and not to
   * the job: a bound that is changed is compared with the results that are there, and no job runs again. So they must stay where they
   * are for as long as the requirement does.
   *
   * @param metric Its name, as the datasets have it, such as `Builtin.Accuracy`; with or without `Builtin.`, in any letter case.
   * @param requirement The least and the most that the mean may be.
   */
  public requireMetric(metric: string, requirement: MetricRequirement): string {
    requireNone(this, stringRules('requireMetric()', metric, { required: true }));
    requireNone(this, requirementRules(metric, requirement));
    const known = this.metricsOfDatasets;
    if (known.length > 0 && !known.some((each) => plainMetric(each) === plainMetric(metric))) {
      const allowed = `a metric of the datasets: ${[...new Set(known)].join(', ')}`;
      throw errorOf(this, [mustBe('requireMetric()', allowed, metric)]);
    }
    if (this.textMetrics.some((each) => plainMetric(each) === plainMetric(metric))) {
      const text = "must be of a metric whose grades are numbers: those in its 'ratingScale' are texts";
      throw errorOf(this, [refusal(`requireMetric('${metric}')`, text)]);
    }
    if ([...this.requirements.keys()].some((each) => plainMetric(each) === plainMetric(metric))) {
      throw errorOf(this, [refusal(`requireMetric('${metric}')`, 'must be called once: it takes both bounds')]);
    }
    if (this.requirements.size === 0) this._permitMore(readResults(this, this.output, this._outputFolders));
    this.requirements.set(metric, boundsText(requirement));
    return this._metric(metric, `requireMetric('${metric}')`);
  }

  public get evaluationJobArn(): string {
    return this.attribute('EvaluationJobArn');
  }

  public get evaluationJobName(): string {
    return this.attribute('EvaluationJobName');
  }

  public get evaluationJobStatus(): string {
    return this.result('EvaluationJobStatus');
  }

  public get outputUri(): string {
    return this.result('OutputUri');
  }

  public get creationTime(): string {
    return this.attribute('CreationTime');
  }

  public get lastModifiedTime(): string {
    return this.result('LastModifiedTime');
  }

  /**
   * The bucket that the results are written to.
   */
  public get outputBucket(): IBucket {
    return this.output.bucket;
  }

  /**
   * Lets a principal read the results of the job, and whatever else lies under the output prefix.
   *
   * @param grantee The principal.
   */
  public grantRead(grantee: iam.IGrantable): iam.Grant {
    return this.output.grantRead(grantee);
  }

  private readonly attribute = (name: EvaluationJobAttribute): string => this._attribute(name);
  private readonly result = (name: EvaluationJobAttribute): string => this._result(name);

  /** What is required is known when the stack is complete. */
  private lazyAcceptance(): EvaluationJobAcceptance {
    const produce = () =>
      this.requirements.size === 0
        ? undefined
        : Object.fromEntries(entriesInKeyOrder(Object.fromEntries(this.requirements)));
    return Lazy.any({ produce }) as unknown as EvaluationJobAcceptance;
  }
}

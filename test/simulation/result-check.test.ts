import type { SimulatedJob } from '../../simulation/aws/simulated-job';
import { wrongAttribute, wrongLogPlace } from '../../simulation/result-check';
import { SupposedFacts } from '../../simulation/supposed-facts';
import { Supposition } from '../../unconfirmed/supposition';

const END = 600_000;
const jobOf = (kind: string) => ({ name: 'job', endsAt: END, origin: { kind } }) as SimulatedJob;
const job = jobOf('OptimizationJob');
const right = { OutputLocation: 's3://outputs/job/', RecommendedInferenceImage: 'serve:1' };
const without = { ...right, RecommendedInferenceImage: '' };

const supposing = (...names: string[]) => new SupposedFacts(Supposition.read(names), { now: END });
const wrong = (data: typeof right, now = END, ...names: string[]) =>
  wrongAttribute(job, data, { facts: supposing(...names), now });

describe('the attributes of an optimization that has completed', () => {
  test('are the folder of the job and the image', () => {
    expect(wrong(right)).toBeUndefined();
    expect(wrong({ ...right, OutputLocation: 's3://outputs/' })).toBe(
      'OutputLocation: s3://outputs/, not the folder of job',
    );
  });

  test('are a folder within that of the job, where the service makes one', () => {
    const name = 'optimization-output=in-a-folder';
    expect(wrong({ ...right, OutputLocation: 's3://outputs/job/job/' }, END, name)).toBeUndefined();
    expect(wrong({ ...right, OutputLocation: 's3://outputs/job/job' }, END, name)).toContain('not a folder');
  });

  test('have no image too soon after the end only where the service never says one', () => {
    expect(wrong(without)).toBe('RecommendedInferenceImage: none');
    expect(wrong(without, END, 'optimization-image=late')).toBe('RecommendedInferenceImage: none');
    expect(wrong(without, END, 'optimization-image=absent')).toBeUndefined();
    expect(wrong(without, END + 60_000)).toBeUndefined();
  });

  test('are of no interest where the job is of another kind', () => {
    expect(wrongAttribute(jobOf('CompilationJob'), without, { facts: supposing(), now: END })).toBeUndefined();
  });
});

describe('the place of the log of an optimization that has failed', () => {
  const reason = 'Logs: CloudWatch Logs, a log group that begins with /aws/sagemaker/, log streams that begin with job';

  test.each(['of-its-own', 'of-compilations', 'of-trainings'])('is the beginning of one %s', (name) => {
    expect(wrongLogPlace(job, reason, supposing(`optimization-log-group=${name}`))).toBeUndefined();
  });

  test('is wrong where the log is in another group', () => {
    const other = reason.replace('/aws/sagemaker/', '/aws/sagemaker/OptimizationJobs');
    expect(wrongLogPlace(job, other, supposing('optimization-log-group=of-trainings'))).toBe(
      '/aws/sagemaker/TrainingJobs, not /aws/sagemaker/OptimizationJobs',
    );
  });

  test('is not looked for where the reason has none, or the job is of another kind', () => {
    expect(wrongLogPlace(job, 'denied', supposing())).toBeUndefined();
    expect(wrongLogPlace(jobOf('TrainingJob'), reason.replace('/sagemaker', ''), supposing())).toBeUndefined();
  });
});

describe('the model of a training job that has completed', () => {
  const told = (ModelArtifacts: string) =>
    wrongAttribute(jobOf('TrainingJob'), { ModelArtifacts }, { facts: supposing(), now: END });

  test('is a folder, for it is not compressed', () => {
    expect(told('s3://outputs/job/model/')).toBeUndefined();
    expect(told('s3://outputs/job/model')).toBe('ModelArtifacts: s3://outputs/job/model, not a folder');
  });
});

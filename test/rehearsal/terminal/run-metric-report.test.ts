import { Stack } from 'aws-cdk-lib';
import type { Invocation, JobOrigin } from '../../../rehearsal/lambda/invocation';
import { runMetricLines } from '../../../rehearsal/terminal/run-metric-report';
import { newRehearsal, synthesize, cleanUp } from '../../deployment/deployment';
import { compilationJob } from '../../src/sample-job';

afterEach(cleanUp);

const LINE = JSON.stringify({
  level: 'INFO',
  _aws: {
    Timestamp: 1,
    CloudWatchMetrics: [
      {
        Namespace: 'cdk-ml-jobs',
        Dimensions: [['Engine'], ['Stack', 'Job']],
        Metrics: [
          { Name: 'Duration', Unit: 'Seconds' },
          { Name: 'Failures', Unit: 'Count' },
        ],
      },
    ],
  },
  Duration: 240,
  Failures: 0,
});
const origin = (stackPath: string, path: string): JobOrigin => ({ stackName: 'Shop', stackPath, logicalId: 'X', path });
const invocation = (log: string[], { stackPath, path }: JobOrigin) =>
  ({ log, origin: origin(stackPath, path) }) as unknown as Invocation;

test('tells the values under the name of the job, and of no other stack, and nothing of other lines', () => {
  const own = origin('Shop', 'Shop/Compile/Resource/Default');
  const lines = [
    '{"level":"INFO","message":"Compile: …"}',
    LINE,
    LINE.replace('_aws', 'other'),
    'no "_aws"',
    '{"_aws":1}',
  ];
  expect(
    runMetricLines('Shop', [
      invocation(lines, own),
      invocation([LINE], origin('Other', 'Other/Train/Resource/Default')),
    ]),
  ).toEqual(['Compile: Duration 240 s, Failures 0']);
});

test('a rehearsed run has published what the stack uses', async () => {
  const rehearsal = newRehearsal();
  await rehearsal.deploy(synthesize((app) => void compilationJob(new Stack(app, 'Shop'), 'Compile').metricFailures()));
  const [line, ...more] = runMetricLines('Shop', rehearsal.invocations);
  expect(more).toEqual([]);
  expect(line).toMatch(/^Compile: Duration \d+ s, Wait \d+(\.\d+)? s, Failures 0, Ticks \d+$/);
});

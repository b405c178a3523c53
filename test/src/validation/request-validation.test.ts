import { Annotations, App, Aws, CfnParameter, Duration, Lazy, Stack, Token } from 'aws-cdk-lib';
import { Annotations as FoundAnnotations, Match, Template } from 'aws-cdk-lib/assertions';
import { Construct } from 'constructs';
import { type Finding, mustBe, refusal, warning } from '../../../src/validation/finding';
import { note } from '../../../src/validation/noted-findings';
import { validateRequest } from '../../../src/validation/request-validation';
import { type OperationModel, operationModel } from '../../../src/validation/service-model/operation-model';
import { compilationJob, newStack } from '../sample-job';
import { trainingJob } from '../sample-training-job';

const MODEL: OperationModel = {
  operation: 'CreateJob',
  source: 'a model of 2026',
  request: {
    type: 'structure',
    members: { Name: 'Name', Count: 'Count', Formats: 'Formats', Output: 'Output' },
    required: ['Name'],
  },
  shapes: {
    Name: { type: 'string', min: 1, max: 8 },
    Count: { type: 'integer', min: 1 },
    Formats: { type: 'list', item: 'Format', max: 2 },
    Format: { type: 'string', enum: ['Csv', 'Json'] },
    Output: { type: 'structure', members: { Uri: 'Name' }, required: ['Uri'] },
  },
};
const NAMES = { Name: 'jobName', Count: 'instanceCount', Formats: 'formats', 'Output.Uri': 'outputPrefix' };

type Request = { readonly [member: string]: unknown };

/** A construct whose request is checked, in a stack of its own. */
function checked(request: Request, rules: (request: Request) => Iterable<Finding> = () => [], overrides: object = {}) {
  const stack = newStack();
  const job = new Construct(stack, 'Job');
  validateRequest(job, request, { model: MODEL, names: NAMES, overrides, rules });
  return { stack, job };
}

const warningsOf = (stack: Stack) =>
  FoundAnnotations.fromStack(stack)
    .findWarning('*', Match.anyValue())
    .map(({ id, entry }) => `${id} ${String(entry.data)}`);

describe('a request that the service refuses', () => {
  test('is an error about the one member that is wrong', () => {
    expect(() => checked({ Name: 'a', Count: 0 })).toThrow(
      new Error("Stack/Job: 'instanceCount' must be a whole number of at least 1, got 0"),
    );
  });

  test('is one error with all that is wrong, by the model and by the rules', () => {
    const rules = () => [refusal('formats', "must not be given with 'jobName'")];
    expect(() => checked({ Count: 0, Formats: ['csv', 'Parquet'], Output: {} }, rules, { Output: {} })).toThrow(
      new Error(
        [
          'Stack/Job: 5 members of the request are invalid for CreateJob:',
          "'instanceCount' must be a whole number of at least 1, got 0",
          "'formats[0]' must be one of Csv, Json, got 'csv': did you mean 'Csv'?",
          "'outputPrefix' (Output.Uri) must be given, got undefined",
          "'jobName' must be given, got undefined",
          "'formats' must not be given with 'jobName'",
        ].join('\n  - '),
      ),
    );
  });

  test('is not put to the rules where a member has another type', () => {
    const rules = jest.fn(() => []);
    expect(() => checked({ Name: 'a', Count: 'many' }, rules)).toThrow("got 'many'");
    expect(rules).not.toHaveBeenCalled();
    checked({ Name: 'a', Count: 1 }, rules);
    expect(rules).toHaveBeenCalledWith({ Name: 'a', Count: 1 });
  });
});

describe('a rule', () => {
  const LONGEST = { property: 'instanceCount', api: 'Count' };

  test('that is stricter than the model says it instead of the model', () => {
    const rules = () => [mustBe(LONGEST, 'a whole number from 1 to 5', 0)];
    expect(() => checked({ Name: 'a', Count: 0 }, rules)).toThrow(
      new Error("Stack/Job: 'instanceCount' must be a whole number from 1 to 5, got 0"),
    );
  });

  test('names the override that has set the member', () => {
    const rules = () => [mustBe(LONGEST, 'at most 5', 6)];
    expect(() => checked({ Name: 'a', Count: 6 }, rules, { Count: 6 })).toThrow(
      new Error("Stack/Job: 'requestOverrides.Count' must be at most 5, got 6"),
    );
  });

  test('sees no member that is null', () => {
    const rules = jest.fn(() => []);
    checked({ Name: 'a', Count: null }, rules);
    expect(rules).toHaveBeenCalledWith({ Name: 'a' });
  });

  test('is asked again when lazy values have come true', () => {
    const rules = ({ Count }: Request) => (Count === 9 ? [mustBe(LONGEST, 'at most 5', Count)] : []);
    const { stack } = checked({ Name: 'a', Count: Lazy.any({ produce: () => 9 }) }, rules);
    expect(() => Template.fromStack(stack)).toThrow("'instanceCount' must be at most 5, got 9");
  });
});

test('what was noted before is told together with what is wrong in the request', () => {
  const job = new Construct(newStack(), 'Job');
  note(job, refusal('outputPrefix', 'is odd'));
  const validation = { model: MODEL, names: NAMES, overrides: {}, rules: () => [] };
  expect(() => validateRequest(job, { Name: '' }, validation)).toThrow(
    new Error(
      [
        'Stack/Job: 2 members of the request are invalid for CreateJob:',
        "'outputPrefix' is odd",
        "'jobName' must be 1 to 8 characters (it has 0), got ''",
      ].join('\n  - '),
    ),
  );
});

describe('what the service may know by now', () => {
  const TEXT =
    "'formats[0]' must be one of Csv, Json, got 'Parquet'. The service may accept it by now: this library checks against a model of 2026";
  const ID = 'cdk-ml-jobs:newerValue:Formats[0]';

  test('is a warning', () => {
    const { stack } = checked({ Name: 'a', Formats: ['Parquet'] });
    expect(warningsOf(stack)).toEqual([`/Stack/Job ${TEXT} [ack: ${ID}]`]);
  });

  test('can be acknowledged', () => {
    const { stack, job } = checked({ Name: 'a', Formats: ['Parquet'] });
    Annotations.of(job).acknowledgeWarning(ID, 'the service takes it');
    expect(warningsOf(stack)).toEqual([]);
  });

  test('is a warning of a rule, too', () => {
    const { stack } = checked({ Name: 'a' }, () => [warning('odd', 'jobName', 'is odd')]);
    expect(warningsOf(stack)).toEqual(["/Stack/Job 'jobName' is odd [ack: cdk-ml-jobs:odd]"]);
  });

  test('is a warning when it comes true at synthesis', () => {
    const { stack } = checked({ Name: 'a', Formats: [Lazy.string({ produce: () => 'Parquet' })] });
    expect(warningsOf(stack)).toEqual([`/Stack/Job ${TEXT} [ack: ${ID}]`]);
  });

  test('is said once, whatever else comes true at synthesis', () => {
    const { stack } = checked({ Name: Lazy.string({ produce: () => 'a' }), Formats: ['Parquet'] });
    expect(warningsOf(stack)).toHaveLength(1);
  });
});

describe('when the app is synthesized', () => {
  const synthesized = (request: Request) => () => Template.fromStack(checked(request).stack);
  const lazy = (value: unknown) => Lazy.any({ produce: () => value });

  test.each<[string, Request]>([
    ['a string', { Name: Lazy.string({ produce: () => 'a' }) }],
    ['a part of a text', { Name: `a-${Lazy.string({ produce: () => 'b' })}` }],
    ['a number', { Name: 'a', Count: Lazy.number({ produce: () => 1 }) }],
    ['a number in a text', { Name: 'a', Count: Token.asString(lazy('3')) }],
    ['a list', { Name: 'a', Formats: Lazy.list({ produce: () => ['Csv'] }) }],
    ['an object', { Name: 'a', Output: lazy({ Uri: 'x' }) }],
    ['nothing', { Name: 'a', Output: lazy(undefined) }],
    ['what the deployment knows', { Name: lazy({ Ref: 'Name' }) }],
    ['a part that the deployment knows', { Name: `${Lazy.string({ produce: () => 'a' })}-${Aws.REGION}` }],
  ])('%s that is right passes', (_, request) => {
    expect(synthesized(request)).not.toThrow();
  });

  test.each<[string, Request, string]>([
    [
      'a string',
      { Name: Lazy.string({ produce: () => '123456789' }) },
      "'jobName' must be 1 to 8 characters (it has 9), got '123456789'",
    ],
    [
      'a part of a text',
      { Name: `12345-${Lazy.string({ produce: () => '789' })}` },
      "'jobName' must be 1 to 8 characters (it has 9), got '12345-789'",
    ],
    [
      'a part beside one that the deployment knows',
      { Name: `${Lazy.string({ produce: () => '12345678' })}-${Aws.REGION}` },
      `'jobName' must be 1 to 8 characters, got {"Fn::Join":["",["12345678-",{"Ref":"AWS::Region"}]]}`,
    ],
    [
      'a number',
      { Name: 'a', Count: Lazy.number({ produce: () => 0 }) },
      "'instanceCount' must be a whole number of at least 1, got 0",
    ],
    [
      'a number in a text',
      { Name: 'a', Count: Token.asString(lazy('many')) },
      "'instanceCount' must be a whole number of at least 1, got 'many'",
    ],
    [
      'a list',
      { Name: 'a', Formats: Lazy.list({ produce: () => ['Csv', 'Csv', 'Csv'] }) },
      "'formats' must be 0 to 2 items, got 3",
    ],
    ['an object', { Name: 'a', Output: lazy({}) }, "'outputPrefix' (Output.Uri) must be given, got undefined"],
    ['what must be given', { Name: lazy(undefined) }, "'jobName' must be given, got undefined"],
  ])('%s that is wrong fails', (_, request, text) => {
    expect(synthesized(request)).toThrow(`Validation failed with the following errors:\n  [Stack/Job] ${text}`);
  });

  test('all that is wrong is one error', () => {
    const request = { Name: Lazy.string({ produce: () => '' }), Count: Lazy.number({ produce: () => 0 }) };
    expect(synthesized(request)).toThrow(
      [
        '[Stack/Job] 2 members of the request are invalid for CreateJob:',
        "'jobName' must be 1 to 8 characters (it has 0), got ''",
        "'instanceCount' must be a whole number of at least 1, got 0",
      ].join('\n  - '),
    );
  });

  test('nothing is left to check of what only the deployment knows', () => {
    const { job, stack } = checked({ Name: `a-${Aws.REGION}`, Count: Token.asNumber({ Ref: 'Count' }) });
    expect(job.node.validate()).toEqual([]);
    const parameter = new CfnParameter(stack, 'Parameter', { type: 'Number' });
    validateRequest<Request>(
      new Construct(stack, 'Another'),
      { Name: parameter.valueAsString, Count: parameter.valueAsNumber },
      { model: MODEL, names: NAMES, overrides: {}, rules: () => [] },
    );
    expect(() => Template.fromStack(stack)).not.toThrow();
  });
});

describe('a job', () => {
  test('has all that is wrong with it in one error', () => {
    const props = {
      hyperparameters: { epochs: 'a\nb' },
      environment: { '1A': '' },
      maxRuntime: Duration.seconds(0),
      requestOverrides: { OutputDataConfig: { KmsKey: 'alias/models' } },
    };
    expect(() => trainingJob(newStack(), 'Train', props)).toThrow(
      new Error(
        [
          'Stack/Train: 4 members of the request are invalid for CreateTrainingJob:',
          "'hyperparameters.epochs' must be 0 to 2500 characters without line breaks, got 'a\nb'",
          "'environment.1A' must be a name of 1 to 512 characters: letters, digits and underscores, not beginning with a digit, got '1A'",
          "'requestOverrides.OutputDataConfig.KmsKey' must be left out: the API has no member OutputDataConfig.KmsKey in botocore 1.44.5: did you mean 'KmsKeyId'?",
          "'maxRuntime' (StoppingCondition.MaxRuntimeInSeconds) must be a whole number of at least 1, got 0",
        ].join('\n  - '),
      ),
    );
  });

  describe('for a device that is newer than the library', () => {
    const newer = () =>
      compilationJob(newStack(), 'Compile', { requestOverrides: { OutputConfig: { TargetDevice: 'ml_c7' } } });
    const ID = 'cdk-ml-jobs:newerValue:OutputConfig.TargetDevice';

    test('has a warning', () => {
      const { source } = operationModel('sagemaker', 'CreateCompilationJob')!;
      expect(warningsOf(Stack.of(newer()))).toEqual([
        expect.stringMatching(
          `'requestOverrides.OutputConfig.TargetDevice' must be one of \\d+ values, got 'ml_c7': did you mean 'ml_c4'\\? The service may accept it by now: this library checks against ${source} \\[ack: ${ID}\\]$`,
        ),
      ]);
    });

    test('has none when it is acknowledged', () => {
      const job = newer();
      Annotations.of(job).acknowledgeWarning(ID);
      expect(warningsOf(Stack.of(job))).toEqual([]);
    });
  });

  // with patterns that try all ways to divide the name, none of these would come to an end
  test.each(['-', '_', '-a', 'a-', 'a_'])('takes no time to refuse a name of many %s', (repeated) => {
    const trainingJobName = `${repeated.repeat(62).slice(0, 62)}_`;
    expect(() => trainingJob(newStack(), 'Train', { trainingJobName })).toThrow("'trainingJobName' must be 1 to 63");
  });

  test('is checked with its stage, in every stack', () => {
    const stack = new Stack(new App(), 'Stack', { env: { account: '111122223333', region: 'eu-west-1' } });
    const trainingJobName = Lazy.string({ produce: () => 'a_b' });
    trainingJob(stack, 'Train', { trainingJobName });
    expect(() => Template.fromStack(stack)).toThrow(
      "[Stack/Train] 'trainingJobName' must be 1 to 63 characters: letters, digits and hyphens, beginning and ending with a letter or digit, got 'a_b'",
    );
  });
});

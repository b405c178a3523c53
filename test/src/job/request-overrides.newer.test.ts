import { Annotations as CdkAnnotations, App, Aws, CfnParameter, Fn, Lazy, Stack, Token } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { ModelData, TrainingAlgorithm, TrainingImage } from '../../../src';
import { batchJob, batchProperties } from '../sample-batch-job';
import { compilationJob, jobProperties } from '../sample-job';
import { trainingJob, trainingProperties } from '../sample-training-job';
import { transformJob } from '../sample-transform-job';

type Overrides = { [member: string]: unknown };

const newStack = () => new Stack(new App(), 'Stack', { env: { account: '111122223333', region: 'eu-west-1' } });

const compiled = (requestOverrides: Overrides, stack = newStack()) => {
  const job = compilationJob(stack, 'Compile', { requestOverrides });
  return { stack, job };
};
const warningsOf = (stack: Stack) =>
  Annotations.fromStack(stack)
    .findWarning('*', Match.anyValue())
    .map(({ entry: { data } }) => (typeof data === 'string' ? data : JSON.stringify(data)));
const SOURCE = 'botocore 1.44.5';

describe('a member that is newer than the library', () => {
  test('is a warning, and goes to the handler with its types, where it belongs', () => {
    const { stack } = compiled({
      OutputConfig: { Newer: { b: 5, a: [true, '5', null, 0.5] }, KmsKeyId: 'key' },
      Quick: false,
    });
    const { Request, NewerMembers } = jobProperties(stack);

    expect(Request.OutputConfig).toEqual({
      S3OutputLocation: expect.stringMatching(/^s3:/),
      TargetDevice: 'ml_c5',
      KmsKeyId: 'key',
    });
    expect(NewerMembers).toBe('{"OutputConfig":{"Newer":{"a":[true,"5",null,0.5],"b":5}},"Quick":false}');
    expect(warningsOf(stack)).toEqual([
      `'requestOverrides.OutputConfig.Newer' is no member of the API in ${SOURCE}. It is sent as it is, for the service may know it by now [ack: cdk-ml-jobs:newerMember:OutputConfig.Newer]`,
      `'requestOverrides.Quick' is no member of the API in ${SOURCE}. It is sent as it is, for the service may know it by now [ack: cdk-ml-jobs:newerMember:Quick]`,
    ]);
  });

  test('is written in the order of its keys, whatever tokens come to', () => {
    const count = Token.asAny({ Ref: 'Count' });
    const orders = [
      { b: 5, a: [{ d: count, c: { 'Fn::If': ['A', 1, 2] } }] },
      { a: [{ c: { 'Fn::If': ['A', 1, 2] }, d: count }], b: 5 },
    ];
    const texts = orders.map((order) => {
      const { stack } = compiled({ Newer: { y: Lazy.any({ produce: () => order }), x: Aws.REGION } });
      return jobProperties(stack).NewerMembers;
    });

    const [BEFORE, IF, REF] = ['{"Newer":{"x":"', { 'Fn::If': ['A', 1, 2] }, { Ref: 'Count' }];
    const parts = [BEFORE, { Ref: 'AWS::Region' }, '","y":{"a":[{"c":"', IF, '","d":"', REF, '"}],"b":5}}}'];
    expect(texts[0]).toEqual({ 'Fn::Join': ['', parts] });
    expect(texts[1]).toEqual(texts[0]);
  });

  test('is told where the API has a member of its name, for it may be misplaced', () => {
    const { stack } = compiled({ TargetDevice: 'ml_c6g' });

    expect(warningsOf(stack)).toEqual([
      expect.stringContaining("may know it by now; did you mean 'OutputConfig.TargetDevice'?"),
    ]);
  });

  test('may be acknowledged', () => {
    const { stack, job } = compiled({ Quick: true });
    CdkAnnotations.of(job).acknowledgeWarning('cdk-ml-jobs:newerMember:Quick');

    expect(warningsOf(stack)).toEqual([]);
  });

  test('may hold tokens, which keep their types', () => {
    const stack = newStack();
    const count = new CfnParameter(stack, 'Count', { type: 'Number' });
    const { NewerMembers } = jobProperties(
      compiled(
        {
          Newer: {
            count: count.valueAsNumber,
            region: `in ${Aws.PARTITION}`,
            lazy: Lazy.number({ produce: () => 5 }),
            list: Lazy.list({ produce: () => ['a'] }),
            written: { Ref: 'Count' },
            object: Lazy.any({ produce: () => ({ deep: true }) }),
          },
        },
        stack,
      ).stack,
    );

    expect(NewerMembers).toEqual({
      'Fn::Join': [
        '',
        [
          '{"Newer":{"count":',
          { Ref: 'Count' },
          ',"lazy":5,"list":["a"],"object":{"deep":true},"region":"in ',
          { Ref: 'AWS::Partition' },
          '","written":"',
          { Ref: 'Count' },
          '"}}',
        ],
      ],
    });
  });

  test('in an item of a list keeps its place, and so do items of which nothing else is known', () => {
    const stack = newStack();
    const InputDataConfig = [
      { ChannelName: 'a', DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: 's3://a/' } } },
      { ChannelName: 'b', DataSource: { TapeDataSource: { Reels: 2 } }, Newer: true },
    ];
    trainingJob(stack, 'Train', { requestOverrides: { InputDataConfig } });
    const { Request, NewerMembers } = trainingProperties(stack);

    expect(Request.InputDataConfig).toEqual([InputDataConfig[0], { ChannelName: 'b', DataSource: {} }]);
    expect(NewerMembers).toBe('{"InputDataConfig":[{},{"DataSource":{"TapeDataSource":{"Reels":2}},"Newer":true}]}');
  });

  test('may be the one of a union', () => {
    const stack = newStack();
    const inputDataConfig = { s3InputDataConfig: null, tableInputDataConfig: { table: 'a' } };
    batchJob(stack, 'Classify', { requestOverrides: { inputDataConfig } });

    expect(batchProperties(stack).NewerMembers).toBe('{"inputDataConfig":{"tableInputDataConfig":{"table":"a"}}}');
  });

  test('is not there without one', () => {
    expect(jobProperties(compiled({ OutputConfig: { KmsKeyId: 'key' } }).stack).NewerMembers).toBeUndefined();
  });

  test.each<[string, Overrides, string]>([
    [
      'a slip',
      { OutputConfg: {} },
      `must be left out: the API has no member OutputConfg in ${SOURCE}: did you mean 'OutputConfig'?`,
    ],
    [
      'a slip below',
      { OutputConfig: { kmsKeyID: 'key' } },
      `must be left out: the API has no member OutputConfig.kmsKeyID in ${SOURCE}: did you mean 'KmsKeyId'?`,
    ],
    [
      'a name that no member has',
      { 'New-Member': 1 },
      `must be left out: the API has no member New-Member in ${SOURCE}: it has `,
    ],
    [
      'a value that JSON has no form for',
      { Newer: { at: new Date(0) } },
      'must be a value that JSON has a form for, got {"at":"1970-01-01',
    ],
  ])('fails with %s', (_, overrides, text) => {
    expect(() => compiled(overrides)).toThrow(text);
  });

  test('fails where a token makes it', () => {
    const { stack } = compiled({
      OutputConfig: Lazy.any({ produce: () => ({ S3OutputLocation: 's3://a/', TargetDevice: 'ml_c5', Newer: 1 }) }),
    });

    expect(stack.node.findAll().flatMap(({ node }) => node.validate())).toEqual([
      "'requestOverrides.OutputConfig.Newer' must be written out in 'requestOverrides', not made by a token: this library does not know the member",
    ]);
  });
});

describe('a limit that an override goes beyond', () => {
  const note = `The service may accept it by now: this library checks against ${SOURCE}`;

  test.each<[string, Overrides, string]>([
    ['a range', { StoppingCondition: { MaxPendingTimeInSeconds: 60 } }, 'StoppingCondition.MaxPendingTimeInSeconds'],
    ['a length', { OutputConfig: { CompilerOptions: 'x'.repeat(1025) } }, 'OutputConfig.CompilerOptions'],
    ['a pattern', { InputConfig: { FrameworkVersion: '12.0' } }, 'InputConfig.FrameworkVersion'],
    [
      'a pattern, as far as it is known',
      { OutputConfig: { KmsKeyId: `key ${Aws.PARTITION}` } },
      'OutputConfig.KmsKeyId',
    ],
    [
      'a number of items',
      { VpcConfig: { Subnets: ['s-1'], SecurityGroupIds: 'abcdef'.split('') } },
      'VpcConfig.SecurityGroupIds',
    ],
    ['an enum', { OutputConfig: { TargetDevice: 'ml_c9' } }, 'OutputConfig.TargetDevice'],
    ['a member that must be given', { StoppingCondition: null }, 'StoppingCondition'],
  ])('is a warning: %s', (_, overrides, path) => {
    const { stack } = compiled(overrides);

    expect(warningsOf(stack)).toContainEqual(expect.stringContaining(note));
    expect(warningsOf(stack).join()).toContain(`[ack: cdk-ml-jobs:newerValue:${path}]`);
  });

  test('is a warning where a rule of the library has it', () => {
    const stack = newStack();
    transformJob(stack, 'Score', { requestOverrides: { TransformResources: { InstanceCount: 200 } } });
    trainingJob(stack, 'Train', { requestOverrides: { StoppingCondition: { MaxRuntimeInSeconds: 5_000_000 } } });

    expect(warningsOf(stack)).toEqual([
      `'requestOverrides.TransformResources.InstanceCount' must be a whole number from 1 to 100, got 200. ${note} [ack: cdk-ml-jobs:newerValue:TransformResources.InstanceCount]`,
      `'requestOverrides.StoppingCondition.MaxRuntimeInSeconds' must be a whole number from 1 to 2419200 (28 days, in seconds), got 5000000. ${note} [ack: cdk-ml-jobs:newerValue:StoppingCondition.MaxRuntimeInSeconds]`,
    ]);
  });

  test.each<[string, Overrides]>([
    ['another type', { StoppingCondition: { MaxRuntimeInSeconds: 'many' } }],
    ['a fraction', { StoppingCondition: { MaxRuntimeInSeconds: 1.5 } }],
    ['a number below nothing', { StoppingCondition: { MaxRuntimeInSeconds: -1 } }],
    ['an empty text', { InputConfig: { FrameworkVersion: '' } }],
    ['an empty list', { VpcConfig: { Subnets: [], SecurityGroupIds: ['g-1'] } }],
    ['a member that is not given', { VpcConfig: { Subnets: ['s-1'] } }],
  ])('is none: %s', (_, overrides) => {
    expect(() => compiled(overrides)).toThrow(/must be /);
  });

  test('is an error where a property goes beyond it', () => {
    expect(() => compilationJob(newStack(), 'Compile', { frameworkVersion: '12.0' })).toThrow("'frameworkVersion'");
  });
});

describe('an override beside what excludes it fails, though a token says what that is', () => {
  test('the name of an algorithm beside a built-in image', () => {
    const algorithm = TrainingAlgorithm.fromImage(TrainingImage.fromBuiltInAlgorithm('sagemaker-xgboost', '1.7-1'));
    const requestOverrides = { AlgorithmSpecification: { AlgorithmName: 'x' } };

    for (const stack of [newStack(), new Stack()]) {
      expect(() => trainingJob(stack, 'Train', { algorithm, requestOverrides })).toThrow(
        'exactly one of TrainingImage (TrainingAlgorithm.fromImage()) and AlgorithmName (TrainingAlgorithm.fromAlgorithmName()) must be given, got TrainingImage and AlgorithmName',
      );
    }
  });

  test('a model package beside an archive', () => {
    const parameter = new CfnParameter(newStack(), 'Package').valueAsString;

    expect(() => compiled({ ModelPackageVersionArn: parameter })).toThrow('exactly one of InputConfig (');
    expect(() =>
      compilationJob(newStack(), 'Compile', {
        modelData: ModelData.fromModelPackageVersion(parameter),
        framework: undefined,
        requestOverrides: { InputConfig: { S3Uri: 's3://a/b.tar.gz', Framework: 'XGBOOST' } },
      }),
    ).toThrow('exactly one of InputConfig (');
  });

  test('a platform beside a device that is a parameter', () => {
    const device = new CfnParameter(newStack(), 'Device').valueAsString;

    expect(() =>
      compiled({ OutputConfig: { TargetDevice: device, TargetPlatform: { Os: 'LINUX', Arch: 'X86_64' } } }),
    ).toThrow('exactly one of TargetDevice (');
  });

  test('what is known when the app is synthesized is seen then', () => {
    const found = Fn.findInMap('Map', Aws.REGION, 'name');
    const algorithm = TrainingAlgorithm.fromAlgorithmName(found);
    const stack = newStack();
    trainingJob(stack, 'Train', {
      algorithm,
      requestOverrides: { AlgorithmSpecification: { TrainingImage: 'image:1' } },
    });

    expect(stack.node.findAll().flatMap(({ node }) => node.validate())).toEqual([
      expect.stringContaining('exactly one of TrainingImage ('),
    ]);
  });

  test('what a condition gives may exclude nothing', () => {
    const AlgorithmName = Token.asString(Fn.conditionIf('A', 'x', Aws.NO_VALUE));
    const stack = newStack();
    trainingJob(stack, 'Train', { requestOverrides: { AlgorithmSpecification: { AlgorithmName } } });

    expect(stack.node.findAll().flatMap(({ node }) => node.validate())).toEqual([]);
  });
});

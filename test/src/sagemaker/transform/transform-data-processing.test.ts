import { Fn, Lazy } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import {
  TransformAssemblyType,
  TransformInput,
  type TransformInputOptions,
  TransformJoinSource,
  type TransformJobProps,
  TransformSplitType,
} from '../../../../src';
import { bucketNamed, newStack } from '../../sample-job';
import { transformJob } from '../../sample-transform-job';

const { LINE, RECORD_IO } = TransformSplitType;
const CSV = { contentType: 'text/csv', splitType: LINE };
const JSON_LINES = { contentType: 'application/jsonlines' };

const make = (input: TransformInputOptions, props: Partial<TransformJobProps>) => () => {
  const stack = newStack();
  transformJob(stack, 'Score', {
    input: TransformInput.fromBucket(bucketNamed(stack, 'records'), 'penguins/', input),
    ...props,
  });
};

describe('records that are filtered', () => {
  test.each<[TransformInputOptions, Partial<TransformJobProps>]>([
    [CSV, { inputFilter: '$[1:]' }],
    [CSV, { outputFilter: '$[0]' }],
    [{ contentType: 'text/csv; charset=utf-8', splitType: LINE }, { inputFilter: '$[1:]' }],
    [{ contentType: 'Text/CSV', splitType: LINE }, { inputFilter: '$[1:]' }],
    [JSON_LINES, { inputFilter: '$.features' }],
    [{ contentType: 'application/json' }, { inputFilter: '$.features' }],
    [{ contentType: Lazy.string({ produce: () => 'text/csv' }) }, { inputFilter: '$[1:]' }],
  ])('may be %j with %j', (input, props) => {
    expect(make(input, props)).not.toThrow();
  });

  test.each([
    [undefined, 'undefined'],
    ['application/x-recordio-protobuf', "'application/x-recordio-protobuf'"],
  ])('fail with the content type %s', (contentType, got) => {
    expect(make({ contentType }, { inputFilter: '$[1:]' })).toThrow(
      `Stack/Score: 'input.contentType' (TransformInput.ContentType) must be one of text/csv, application/json, application/jsonlines, where records are filtered or joined, got ${got}`,
    );
  });

  test.each([
    [undefined, "'None'"],
    [RECORD_IO, "'RecordIO'"],
  ])('fail as CSV that is split as %s', (splitType, got) => {
    expect(make({ contentType: 'text/csv', splitType }, { outputFilter: '$[0]' })).toThrow(
      `Stack/Score: 'input.splitType' (TransformInput.SplitType) must be 'Line', where records of CSV are filtered or joined, got ${got}`,
    );
  });

  test.each<[string, TransformInputOptions, Partial<TransformJobProps>, string]>([
    ['a range beside another', CSV, { outputFilter: '$[0:2,246:]' }, "'outputFilter' (DataProcessing.OutputFilter)"],
    ['no path', JSON_LINES, { inputFilter: 'features' }, "'inputFilter' (DataProcessing.InputFilter)"],
    ['half a path', JSON_LINES, { outputFilter: '$[0' }, "'outputFilter' (DataProcessing.OutputFilter)"],
  ])('fail with %s', (_, input, props, member) => {
    expect(make(input, props)).toThrow(`Stack/Score: ${member} must be a JSONPath of what batch transform supports`);
  });

  test('fail by name in CSV: what is read, and what is written', () => {
    const CSV_ONLY = 'must be a JSONPath of indexes for CSV, whose records have no names';
    expect(make(CSV, { inputFilter: '$.id' })).toThrow(`'inputFilter' (DataProcessing.InputFilter) ${CSV_ONLY}`);
    expect(make(CSV, { outputFilter: "$['id']", accept: 'text/csv' })).toThrow(
      `'outputFilter' (DataProcessing.OutputFilter) ${CSV_ONLY}`,
    );
    expect(make(CSV, { outputFilter: '$.id', accept: 'application/json' })).not.toThrow();
  });

  test('are CSV in whatever letters its type is given', () => {
    expect(make({ contentType: 'Text/CSV' }, { outputFilter: '$[0]' })).toThrow(
      "'input.splitType' (TransformInput.SplitType) must be 'Line', where records of CSV are filtered or joined, got 'None'",
    );
    expect(make({ ...CSV, contentType: 'Text/CSV' }, { inputFilter: '$.id' })).toThrow(
      'must be a JSONPath of indexes for CSV, whose records have no names',
    );
  });

  test('have no filter that only the deployment knows checked', () => {
    expect(make(CSV, { inputFilter: Fn.ref('Filter') })).not.toThrow();
  });

  test('may be anything where the filters leave them as they are', () => {
    const props = { inputFilter: '$', outputFilter: '$', joinSource: TransformJoinSource.NONE };
    expect(make({}, props)).not.toThrow();
  });
});

describe('answers that are joined with the input', () => {
  const joinSource = TransformJoinSource.INPUT;

  test.each<[TransformInputOptions, Partial<TransformJobProps>]>([
    [CSV, { accept: 'text/csv', assembleWith: TransformAssemblyType.LINE }],
    [JSON_LINES, { accept: 'application/jsonlines' }],
    [
      { ...JSON_LINES, splitType: LINE },
      { accept: 'application/jsonlines', assembleWith: TransformAssemblyType.LINE },
    ],
    [CSV, { accept: Lazy.string({ produce: () => 'text/csv' }), assembleWith: TransformAssemblyType.LINE }],
  ])('may be %j with %j', (input, props) => {
    expect(make(input, { ...props, joinSource })).not.toThrow();
  });

  test.each([
    [undefined, 'undefined'],
    ['application/x-recordio-protobuf', "'application/x-recordio-protobuf'"],
  ])('fail as %s', (accept, got) => {
    expect(make(CSV, { joinSource, accept, assembleWith: TransformAssemblyType.LINE })).toThrow(
      `Stack/Score: 'accept' (TransformOutput.Accept) must be one of text/csv, application/json, application/jsonlines, where records are filtered or joined, got ${got}`,
    );
  });

  test('may be of another type than the input', () => {
    const stack = newStack();
    const input = TransformInput.fromBucket(bucketNamed(stack, 'records'), 'penguins/', CSV);
    const accept = 'application/json';
    transformJob(stack, 'Score', { input, joinSource, accept, assembleWith: TransformAssemblyType.LINE });
    transformJob(stack, 'Apart', { input, joinSource, accept });
    const warnings = Annotations.fromStack(stack).findWarning('*', Match.anyValue());
    expect(warnings.map(({ id, entry }) => [id, entry.data])).toEqual([
      [
        '/Stack/Apart',
        "'assembleWith' (TransformOutput.AssembleWith) should be 'Line', as the 'splitType' of the input with which it is joined, got 'None' [ack: cdk-ml-jobs:transformAssembly]",
      ],
    ]);
  });

  test.each<[TransformInputOptions, TransformAssemblyType | undefined, string]>([
    [CSV, undefined, "'Line', as the 'splitType' of the input with which it is joined, got 'None'"],
    [
      { ...CSV, contentType: 'application/jsonlines' },
      TransformAssemblyType.NONE,
      "'Line', as the 'splitType' of the input with which it is joined, got 'None'",
    ],
    [
      JSON_LINES,
      TransformAssemblyType.LINE,
      "'None', as the 'splitType' of the input with which it is joined, got 'Line'",
    ],
  ])('fail where %j is put together with %s', (input, assembleWith, rest) => {
    expect(make(input, { joinSource, accept: input.contentType, assembleWith })).toThrow(
      `Stack/Score: 'assembleWith' (TransformOutput.AssembleWith) must be ${rest}`,
    );
  });

  test.each<[string, TransformInputOptions, Partial<TransformJobProps>, string]>([
    [
      'of a type that cannot be joined',
      { ...CSV, contentType: Fn.ref('Type') },
      { accept: 'image/png', assembleWith: TransformAssemblyType.LINE },
      "'accept' (TransformOutput.Accept) must be one of",
    ],
    [
      'to a type that cannot be',
      { contentType: 'image/png' },
      { accept: Fn.ref('Accept') },
      "'input.contentType' (TransformInput.ContentType) must be one of",
    ],
    [
      'to records that are not cut',
      { contentType: 'text/csv' },
      { accept: Fn.ref('Accept'), assembleWith: Fn.ref('Assembly') as TransformAssemblyType },
      "'input.splitType' (TransformInput.SplitType) must be 'Line'",
    ],
    [
      'otherwise than records are cut',
      JSON_LINES,
      { accept: 'application/jsonlines', assembleWith: TransformAssemblyType.LINE, inputFilter: Fn.ref('Filter') },
      "'assembleWith' (TransformOutput.AssembleWith) must be 'None'",
    ],
  ])('fail %s, whatever else the deployment has yet to say', (_, input, props, message) => {
    expect(make(input, { ...props, joinSource })).toThrow(message);
  });

  test('are put together as records are cut, be it that their types are not known', () => {
    const stack = newStack();
    const input = TransformInput.fromBucket(bucketNamed(stack, 'records'), 'penguins/', {
      ...CSV,
      contentType: Fn.ref('Type'),
    });
    transformJob(stack, 'Score', { input, joinSource, accept: 'text/csv' });
    const [{ entry }] = Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('transformAssembly'));
    expect(entry.data).toContain("'assembleWith' (TransformOutput.AssembleWith) should be 'Line'");
  });

  test('fail where an override makes them so', () => {
    expect(make({}, { requestOverrides: { DataProcessing: { JoinSource: 'Input' } } })).toThrow(
      "'input.contentType' (TransformInput.ContentType) must be one of text/csv, application/json, application/jsonlines",
    );
  });
});

describe('the name of the answers', () => {
  const told = (props: Partial<TransformJobProps>) => {
    const stack = newStack();
    const input = { contentType: 'application/jsonlines', splitType: LINE };
    transformJob(stack, 'Score', {
      input: TransformInput.fromBucket(bucketNamed(stack, 'records'), 'penguins/', input),
      accept: 'application/jsonlines',
      assembleWith: TransformAssemblyType.LINE,
      ...props,
    });
    return Annotations.fromStack(stack)
      .findWarning('*', Match.stringLikeRegexp('SageMakerOutput'))
      .map(({ entry }) => entry.data as string);
  };
  const MEMBER = "'outputFilter' (DataProcessing.OutputFilter)";
  const ACKNOWLEDGED = '[ack: cdk-ml-jobs:transformFilter]';

  test('is one of joined records', () => {
    expect(told({ outputFilter: "$['id','SageMakerOutput']", joinSource: TransformJoinSource.INPUT })).toEqual([]);
    expect(told({ outputFilter: "$['id','SageMakerOutput']" })).toEqual([
      `${MEMBER} takes 'SageMakerOutput', which only a record has that is joined with its input: give 'joinSource: TransformJoinSource.INPUT' ${ACKNOWLEDGED}`,
    ]);
  });

  test('has capital letters', () => {
    expect(told({ outputFilter: '$.SagemakerOutput', joinSource: TransformJoinSource.INPUT })).toEqual([
      `${MEMBER} takes 'SagemakerOutput': did you mean 'SageMakerOutput'? ${ACKNOWLEDGED}`,
    ]);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as cdk from 'aws-cdk-lib';
import { records } from './bedrock/input/input-folder';
import { sampleFolder } from './sagemaker/model-archive/sample-archive';
import { batchJob } from './sample-batch-job';
import { compilationJob } from './sample-job';
import { BatchInferenceInput, Framework, InputValidation, ModelData, ModelInvocationType } from '../../src';

interface Violation {
  readonly ruleName: string;
  readonly description: string;
  readonly severity: string;
  readonly violatingConstructs: readonly { readonly constructPath: string }[];
  readonly reason?: string;
}

interface Report {
  readonly pluginReports: readonly {
    readonly pluginName: string;
    readonly conclusion: string;
    readonly violations: readonly Violation[];
    readonly suppressedViolations?: readonly Violation[];
  }[];
}

/** What newer versions of the CDK have. */
const { Validations } = cdk as unknown as {
  readonly Validations?: {
    of(scope: cdk.Resource): { acknowledge(rule: { readonly id: string; readonly reason: string }): void };
  };
};

const { write } = sampleFolder();
const BROKEN = write('model.tar.gz', 'no archive');
const NOT_COMPRESSED = `'modelData' (InputConfig.S3Uri) must be a gzip-compressed tar archive, got '${BROKEN}', which is not compressed with gzip: pack the model once more, for example with tar -czf`;

const brokenModel = (stack: cdk.Stack, id: string) =>
  compilationJob(stack, id, { modelData: ModelData.fromAsset(BROKEN), framework: Framework.XGBOOST });
const someRecords = (stack: cdk.Stack, content: string) =>
  batchJob(stack, 'Batch', {
    input: BatchInferenceInput.fromAsset(write('records.jsonl', content)),
    modelInvocationType: ModelInvocationType.CONVERSE,
  });

/** An app that has its inputs reported. */
function newStack(context: { readonly [flag: string]: unknown } = {}): cdk.Stack {
  const app = new cdk.App({ context });
  InputValidation.addTo(app);
  return new cdk.Stack(app, 'Stack');
}

/** What the CDK writes of an app. */
function reportOf(stack: cdk.Stack): { readonly failure?: string; readonly report: Report } {
  const { outdir } = stack.node.root as cdk.App;
  const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  let failure: string | undefined;
  try {
    (stack.node.root as cdk.App).synth();
  } catch (error) {
    failure = (error as Error).message;
  } finally {
    said.mockRestore();
  }
  const report = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8')) as Report;
  return { failure, report };
}

const ofLibrary = ({ pluginReports }: Report) => pluginReports.find(({ pluginName }) => pluginName === 'cdk-ml-jobs');
const linesOf = (violations: readonly Violation[] = []) =>
  violations.map(
    ({ severity, ruleName, violatingConstructs: [{ constructPath }], description }) =>
      `${severity} ${ruleName} ${constructPath}: ${description}`,
  );

test('without it, an error in an input ends the program where the job is made', () => {
  expect(() => brokenModel(new cdk.Stack(new cdk.App(), 'Stack'), 'Compile')).toThrow(
    new Error(`Stack/Compile: ${NOT_COMPRESSED}`),
  );
});

if (Validations) {
  test('the report has all errors in inputs, and the synthesis fails once', () => {
    const stack = newStack();
    brokenModel(stack, 'First');
    brokenModel(stack, 'Second');
    someRecords(stack, `${records(100)}oops\n`);
    const { failure, report } = reportOf(stack);
    expect(failure!.split(NOT_COMPRESSED)).toHaveLength(3);
    expect(ofLibrary(report)?.conclusion).toBe('failure');
    expect(linesOf(ofLibrary(report)?.violations)).toEqual([
      `error modelArchive Stack/First: ${NOT_COMPRESSED}`,
      `error modelArchive Stack/Second: ${NOT_COMPRESSED}`,
      "error records Stack/Batch: 'input' must be JSON lines that batch inference takes: records.jsonl, line 101: not valid JSON: Unexpected token 'o'",
    ]);
  });

  test('an error may be acknowledged, and is in the report with the reason', () => {
    const stack = newStack();
    Validations.of(brokenModel(stack, 'Compile')).acknowledge({
      id: 'cdk-ml-jobs::modelArchive',
      reason: 'A new format',
    });
    const { failure, report } = reportOf(stack);
    expect(failure).toBeUndefined();
    expect(ofLibrary(report)).toMatchObject({
      conclusion: 'success',
      violations: [],
      suppressedViolations: [{ ruleName: 'modelArchive', description: NOT_COMPRESSED, reason: 'A new format' }],
    });
  });

  const cut = `${records(100)}{"modelInput":{"messages":[{"role":"user","content":[{"text":"a \\ud83d"}]}]}}\n`;

  test('warnings are in it, unless they are acknowledged, and make nothing fail', () => {
    const stack = newStack();
    someRecords(stack, cut);
    const { failure, report } = reportOf(stack);
    expect(failure).toBeUndefined();
    expect(linesOf(ofLibrary(report)?.violations)).toEqual([
      expect.stringMatching(
        /^warning recordCharacter Stack\/Batch: 'input' records\.jsonl, line 101: has half of a ch/,
      ),
    ]);
    const other = newStack();
    cdk.Annotations.of(someRecords(other, cut)).acknowledgeWarning('cdk-ml-jobs:recordCharacter');
    expect(ofLibrary(reportOf(other).report)).toBeUndefined();
  });

  test('warnings that the CDK reports itself are not there twice', () => {
    const stack = newStack({ '@aws-cdk/core:annotationsInValidationReport': true });
    someRecords(stack, cut);
    const { report } = reportOf(stack);
    const all = report.pluginReports.flatMap(({ violations }) => linesOf(violations));
    expect(all.filter((line) => line.includes('recordCharacter'))).toHaveLength(1);
  });

  test('errors in properties still end the program where the job is made, and name no input', () => {
    const stack = newStack();
    expect(() =>
      compilationJob(stack, 'Compile', { modelData: ModelData.fromAsset(BROKEN), compilationJobName: '-' }),
    ).toThrow(/^Stack\/Compile: 'compilationJobName' must [^\n]*$/);
  });

  test('it may be added twice', () => {
    const stack = newStack();
    InputValidation.addTo(stack.node.root);
    brokenModel(stack, 'Compile');
    expect(ofLibrary(reportOf(stack).report)?.violations).toHaveLength(1);
  });
} else {
  test('it changes nothing where the CDK has no such report', () => {
    const stack = newStack();
    expect(() => brokenModel(stack, 'Compile')).toThrow(new Error(`Stack/Compile: ${NOT_COMPRESSED}`));
    expect(() => someRecords(stack, records(1))).toThrow('1 record, and a job takes 100 at least');
    const job = compilationJob(stack, 'Another');
    expect(() => (job.node.root as cdk.App).synth()).not.toThrow();
  });
}

import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { blocksOf, pageOf } from '../../scripts/documentation/page';
import { ModelData } from '../../src';
import { compilationJob, MODEL } from '../src/sample-job';

/** What Jest asks of a serializer. */
interface Serializer {
  test(value: unknown): boolean;
  serialize(): string;
}

/** The serializer of the page. */
function serializer(): Serializer {
  const { text } = blocksOf(pageOf('docs/upgrading.md')).find(({ info }) => info === 'js')!;
  const module = { exports: {} as Serializer };
  new Function('module', text)(module);
  return module.exports;
}

/** All values in a template, however deep. */
function valuesIn(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [value];
  return [value, ...Object.values(value).flatMap(valuesIn)];
}

test('the serializer of the page passes over the hash of the code, and not over that of a model', () => {
  const stack = new Stack(new App(), 'Stack');
  compilationJob(stack, 'Compile', { modelData: ModelData.fromAsset(MODEL) });
  const template = Template.fromStack(stack);
  const [handler] = Object.values(template.findResources('AWS::Lambda::Function')) as [
    { readonly Properties: { readonly Code: { readonly S3Key: string } } },
  ];
  expect(valuesIn(template.toJSON()).filter(serializer().test)).toEqual([handler.Properties.Code.S3Key]);
  expect(serializer().serialize()).toBe('"<asset>.zip"');
  expect(JSON.stringify(template.toJSON())).toMatch(/[0-9a-f]{64}\.tar\.gz/);
});

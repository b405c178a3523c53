import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCloudAssembly, type StackArtifact } from '../../../rehearsal/cloud-assembly/cloud-assembly';
import type { JsonObject } from '../../../rehearsal/json-value';
import { PipelineDrawing, writePipeline } from '../../../rehearsal/terminal/pipeline-drawing';
import { writeApp } from '../fixture-assembly';
import { ACCOUNT } from '../fixture-batch';
import { temporaryFolder } from '../fixture-folder';
import { attributeOf, pipelineJob } from '../fixture-pipeline';

const Train = pipelineJob('TrainingJob');
const Compile = pipelineJob('CompilationJob', { InputConfig: { S3Uri: attributeOf('Train', 'ModelArtifacts') } });

function artifacts(resources: JsonObject): StackArtifact[] {
  return readCloudAssembly(writeApp(resources), ACCOUNT);
}

function shown(width: number, ...assemblies: StackArtifact[][]): string[] {
  const lines: string[] = [];
  const line = (text = ''): void => void lines.push(text);
  const drawing = new PipelineDrawing({ heading: line, line, width });
  assemblies.forEach((assembly) => drawing.show(assembly));
  return lines;
}

test('draws the pipeline of several jobs', () => {
  expect(shown(80, artifacts({ Train, Compile }))).toEqual(['Pipeline', '  Train ──▶ Compile\n']);
});

test('knows how wide the terminal is', () => {
  expect(shown(18, artifacts({ Train, Compile }))).toEqual(['Pipeline', '  Train\n  Compile ◀── Train\n']);
});

test('does not draw one job, or the same pipeline again', () => {
  expect(shown(80, artifacts({ Train }))).toEqual([]);
  expect(shown(80, artifacts({ Train, Compile }), artifacts({ Train, Compile }))).toHaveLength(2);
});

test('writes a pipeline as SVG, also of one job', () => {
  const file = join(temporaryFolder(), 'pipeline.svg');
  writePipeline(file, artifacts({ Train }));
  expect(readFileSync(file, 'utf8')).toContain('<title>Train</title>');
});

test('fails without jobs, and where the file cannot be written', () => {
  const topic = { Topic: { Type: 'AWS::SNS::Topic' } };
  expect(() => writePipeline('pipeline.svg', artifacts(topic))).toThrow('--pipeline: the stacks have no jobs.');
  const file = join(temporaryFolder(), 'none', 'pipeline.svg');
  expect(() => writePipeline(file, artifacts({ Train }))).toThrow(`--pipeline: ${file} cannot be written: ENOENT`);
});

import { writeFileSync } from 'node:fs';
import type { Display } from './display';
import type { StackArtifact } from '../cloud-assembly/cloud-assembly';
import { pipelineOf } from '../pipeline/pipeline';
import { pipelineSvg } from '../pipeline/pipeline-svg';
import { pipelineText } from '../pipeline/pipeline-text';
import { RehearsalError } from '../rehearsal-error';

const INDENT = '  ';

/** Draws the pipelines of the assemblies that are deployed, each once. */
export class PipelineDrawing {
  private latest = '';

  constructor(private readonly display: Pick<Display, 'heading' | 'line' | 'width'>) {}

  /** One job alone needs no drawing; nor does what has just been drawn. */
  public show(artifacts: readonly StackArtifact[]): void {
    const steps = pipelineOf(artifacts);
    if (steps.filter(({ isJob }) => isJob).length < 2) return;
    const lines = pipelineText(steps, this.display.width - INDENT.length);
    const text = lines.map((line) => INDENT + line).join('\n');
    if (text === this.latest) return;
    this.latest = text;
    this.display.heading('Pipeline');
    this.display.line(`${text}\n`);
  }
}

/** Writes the pipeline of an assembly as SVG. */
export function writePipeline(file: string, artifacts: readonly StackArtifact[]): void {
  const steps = pipelineOf(artifacts);
  if (steps.length === 0) throw new RehearsalError('--pipeline: the stacks have no jobs.');
  try {
    writeFileSync(file, pipelineSvg(steps));
  } catch (error) {
    throw new RehearsalError(`--pipeline: ${file} cannot be written: ${(error as Error).message}`);
  }
}

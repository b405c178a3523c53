/* Writes CONSTRAINTS.md from the tables: the properties of each kind of job, and what the API members behind them must be. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { memberRows, type MemberRow } from './constraint-page/member-rows';
import { MODEL_INVOCATION_JOB_DEFINITION } from '../src/bedrock/model-invocation-job-definition';
import type { JobDefinition } from '../src/job-definition';
import { COMPILATION_JOB_DEFINITION } from '../src/sagemaker/compilation-job-definition';
import { TRAINING_JOB_DEFINITION } from '../src/sagemaker/training-job-definition';
import { TRANSFORM_JOB_DEFINITION } from '../src/sagemaker/transform-job-definition';
import { operationModel } from '../src/validation/service-model/operation-model';

const JOBS: { readonly [construct: string]: JobDefinition } = {
  CompilationJob: COMPILATION_JOB_DEFINITION,
  TrainingJob: TRAINING_JOB_DEFINITION,
  TransformJob: TRANSFORM_JOB_DEFINITION,
  ModelInvocationJob: MODEL_INVOCATION_JOB_DEFINITION,
};
const DOCUMENTATION: { readonly [service: string]: string } = {
  bedrock: 'https://docs.aws.amazon.com/bedrock/latest/APIReference',
  sagemaker: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference',
};

const INTRODUCTION = `# What the services ask of a request

The request of every job is checked when you synthesize, against the services' own models. This page is generated from the
same tables as the check ([\`src/validation/service-model\`](src/validation/service-model)), with \`npm run constraints:page\`.

- **property**: what sets the member. What no property sets is reached with \`requestOverrides\`. Members of values that a
  property holds are set by the value: \`modelData\` makes the URI, \`inputs\` the data sources.
- **required**: within the object that the member is in. What the construct sets by itself need not be given.
- A value that an enum does not have is an error where it is surely misspelt, and else a warning that can be acknowledged:
  the service may know it by now. A member that the table does not have is an error.
- Tokens are checked for what is known of them, and again when lazy values have come true.
`;

function section([construct, definition]: readonly [construct: string, definition: JobDefinition]): string {
  const { service, createAction } = definition;
  const model = operationModel(service, createAction)!;
  const table = tableOf(['property', 'API member', 'required', 'what it must be'], memberRows(definition, model));
  const link = `[${createAction}](${DOCUMENTATION[service]}/API_${createAction}.html)`;
  return `## ${construct}\n\nThe request of ${link}, as ${model.source} has it.\n\n${table}\n`;
}

function tableOf(head: MemberRow, rows: readonly MemberRow[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const page = [INTRODUCTION, ...Object.entries(JOBS).map(section)].join('\n');
writeFileSync(join(__dirname, '..', 'CONSTRAINTS.md'), page);

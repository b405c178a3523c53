/* Writes CONSTRAINTS.md from the tables: the properties of each kind of job, and what the API members behind them must be. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { JOB_DEFINITIONS } from './constraint-check/job-definitions';
import { memberRows, type MemberRow } from './constraint-page/member-rows';
import type { JobDefinition } from '../src/job/job-definition';
import { operationModel, serviceModel } from '../src/validation/service-model/operation-model';

/** What the addresses of pages about operations begin with, by the endpoint. */
const DOCUMENTATION: { readonly [endpoint: string]: string } = {
  bedrock: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_',
  'bedrock-agent': 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent_',
  sagemaker: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_',
};

const INTRODUCTION = `# What the services ask of a request

The request of every job is checked when you synthesize, against the services' own models. This page is generated from the
same tables as the check ([\`src/validation/service-model\`](src/validation/service-model)), with \`npm run constraints:page\`.

- **property**: what sets the member. An object without one is set by the properties of its members. What no property sets is
  reached with \`requestOverrides\`. Members of values that a property
  holds are set by the value: \`modelData\` makes the URI, \`inputs\` the data sources.
- **required**: within the object that the member is in. What the construct sets by itself need not be given.
- \`tags\` are those of \`Tags.of(job)\`: 50 at most, of which a job of SageMaker with a name of its own needs one for itself.
- A value that an enum does not have is an error where it is clearly misspelt, and otherwise a warning that can be
  acknowledged: the service may have added it since. So is a member that the table does not have, and a value beyond a
  limit, where \`requestOverrides\` say it; from a property, a value beyond a limit is an error.
- Tokens are checked for what is known of them, and again when lazy values have come true.
`;

function section(definition: JobDefinition): string {
  const { kind, service, createAction } = definition;
  const model = operationModel(service, createAction)!;
  const table = tableOf(['property', 'API member', 'required', 'what it must be'], memberRows(definition, model));
  const { endpoint = service } = serviceModel(service, createAction)!;
  const link = `[${createAction}](${DOCUMENTATION[endpoint]}${createAction}.html)`;
  return `## ${kind}\n\nThe request of ${link}, as ${model.source} has it.\n\n${table}\n`;
}

function tableOf(head: MemberRow, rows: readonly MemberRow[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const page = [INTRODUCTION, ...JOB_DEFINITIONS.map(section)].join('\n');
writeFileSync(join(__dirname, '..', 'CONSTRAINTS.md'), page);

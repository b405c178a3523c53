import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { atMost, type Figure, median } from './figure';
import { inTurns, ratioOf } from './pairs';

const ROOT = path.join(__dirname, '..');
const BUNDLE = path.join(ROOT, 'assets', 'lambda', 'index', 'index.js');
/** What the clients need to be made; and they are not to say that they will stop supporting Node.js 20. */
const ENVIRONMENT = { AWS_REGION: 'us-east-1', AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' };
const LARGEST_KB = 300;
/** What the handler does beside its clients is to cost little. */
const LARGEST_RATIO = 1.25;
/** The clients that the handler uses, and their calls: what it would have to load if it did nothing by itself. */
const CLIENTS = {
  '@aws-sdk/client-bedrock': {
    client: 'BedrockClient',
    calls: [
      'CreateModelInvocationJobCommand',
      'GetModelInvocationJobCommand',
      'paginateListModelInvocationJobs',
      'StopModelInvocationJobCommand',
      'TagResourceCommand',
      'UntagResourceCommand',
      'ListTagsForResourceCommand',
    ],
  },
  '@aws-sdk/client-bedrock-agent': {
    client: 'BedrockAgentClient',
    calls: [
      'StartIngestionJobCommand',
      'GetIngestionJobCommand',
      'StopIngestionJobCommand',
      'paginateListIngestionJobs',
    ],
  },
  '@aws-sdk/client-sagemaker': {
    client: 'SageMakerClient',
    calls: [
      'CreateCompilationJobCommand',
      'DescribeCompilationJobCommand',
      'StopCompilationJobCommand',
      'DeleteCompilationJobCommand',
      'AddTagsCommand',
      'DeleteTagsCommand',
      'paginateListTags',
    ],
  },
  '@aws-sdk/client-sfn': {
    client: 'SFNClient',
    calls: ['StartExecutionCommand', 'DescribeExecutionCommand', 'paginateListExecutions', 'StopExecutionCommand'],
  },
} as const;

/**
 * How large the handler's bundle is, and what a cold start spends on loading it, on the Node.js that runs it: beside the same
 * clients bundled, with which a function would do nothing yet.
 */
export function measureHandler(rounds: number, node: string): Figure[] {
  const bundle = readFileSync(BUNDLE);
  const folder = mkdtempSync(path.join(tmpdir(), 'cdk-ml-jobs-bench-'));
  try {
    const clients = path.join(folder, 'clients.js');
    bundleClients(clients);
    const loads = { handler: BUNDLE, clients };
    const times = inTurns(rounds, ['handler', 'clients'], (name) => loadTime(node, loads[name]));
    const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
    const name = `handler: cold import, Node.js ${version}`;
    return [
      { name: 'handler: bundle', value: bundle.length / 1000, unit: 'kB' },
      atMost('handler: bundle, compressed', gzipSync(bundle).length / 1000, LARGEST_KB, 'kB'),
      { name, value: median(times.handler), unit: 'ms of CPU' },
      { name: `${name}: the same calls of the clients, bundled`, value: median(times.clients), unit: 'ms of CPU' },
      atMost(`${name}: against the clients alone`, ratioOf(times.handler, times.clients), LARGEST_RATIO, '×'),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The CPU time to load a module in a new process, without the start of the process. */
function loadTime(node: string, file: string): number {
  const program = `
    const used = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
    const start = used();
    require(${JSON.stringify(file)});
    process.stdout.write(String(used() - start));`;
  return Number(execFileSync(node, ['-e', program], { cwd: ROOT, encoding: 'utf8', env: ENVIRONMENT }));
}

/** The clients with the calls that the handler makes, bundled as the handler is. */
function bundleClients(outfile: string): void {
  const contents = Object.entries(CLIENTS).map(
    ([name, { client, calls }]) => `
      import { ${client} } from '${name}';
      export const made${client} = new ${client}({});
      export { ${calls.join(', ')} } from '${name}';`,
  );
  buildSync({
    stdin: { contents: contents.join(''), resolveDir: ROOT },
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    outfile,
  });
}

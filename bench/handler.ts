import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { atMost, type Figure, median } from './figure';

const ROOT = path.join(__dirname, '..');
const BUNDLE = path.join(ROOT, 'assets', 'lambda', 'index', 'index.js');
/** What the clients need to be made; and they are not to say that they will stop supporting Node.js 20. */
const ENVIRONMENT = { AWS_REGION: 'us-east-1', AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' };
const LARGEST_KB = 300;
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

/** How large the handler's bundle is, and how long a cold start spends on loading it. */
export function measureHandler(rounds: number): Figure[] {
  const bundle = readFileSync(BUNDLE);
  const folder = mkdtempSync(path.join(tmpdir(), 'cdk-ml-jobs-bench-'));
  const bundledClients = path.join(folder, 'clients.js');
  bundleClients(bundledClients);
  const loads = { handler: [BUNDLE], bundled: [bundledClients], installed: Object.keys(CLIENTS) };
  const times = { handler: [] as number[], bundled: [] as number[], installed: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    for (const name of Object.keys(loads) as (keyof typeof loads)[]) times[name].push(loadTime(loads[name]));
  }
  rmSync(folder, { recursive: true });

  const installed = median(times.installed);
  return [
    { name: 'handler: bundle', value: bundle.length / 1000, unit: 'kB' },
    atMost('handler: bundle, compressed', gzipSync(bundle).length / 1000, LARGEST_KB, 'kB'),
    {
      ...atMost('handler: cold import', median(times.handler), installed, 'ms'),
      target: `≤ the clients alone: ${installed.toFixed(0)} ms`,
    },
    { name: 'handler: cold import of the clients alone, as installed', value: installed, unit: 'ms' },
    {
      name: 'handler: cold import of the same calls of the clients, bundled',
      value: median(times.bundled),
      unit: 'ms',
    },
  ];
}

/** The time to load modules in a new process, without the start of the process. */
function loadTime(modules: readonly string[]): number {
  const program = `
    const start = performance.now();
    for (const name of ${JSON.stringify(modules)}) require(name);
    process.stdout.write(String(performance.now() - start));`;
  return Number(execFileSync(process.execPath, ['-e', program], { cwd: ROOT, encoding: 'utf8', env: ENVIRONMENT }));
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

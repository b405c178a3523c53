import type { awscdk } from 'projen';
import { tsxCommand } from './tsx-command';

interface BundleOptions {
  readonly target: string;
  readonly minify?: boolean;
  readonly esbuildArgs?: { readonly [option: string]: string | boolean };
}

/** The oldest Node.js that the library runs on. */
const TARGET = 'node22';

/**
 * For programs that people run. What is long only to be read is left out; lines, and the names of classes' members, stay,
 * which a stack trace needs that somebody reports.
 */
const PROGRAM: BundleOptions = {
  target: TARGET,
  minify: true,
  esbuildArgs: { '--line-limit': '800' },
};

/** Bundles the handler, and the program that rehearses, which are part of the package. */
export function addBundles(project: awscdk.AwsCdkConstructLibrary): void {
  const bundle = (entry: string, options: BundleOptions) =>
    project.bundler.addBundle(entry, {
      platform: 'node',
      format: 'cjs',
      watchTask: false,
      ...options,
      // the "module" entry points are the ones that can be tree-shaken
      esbuildArgs: { '--main-fields': 'module,main', '--log-level': 'warning', ...options.esbuildArgs },
    });
  const handler = bundle('lambda/index.ts', { target: TARGET, minify: true });
  // of the schemas in the clients of the SDK, the bundler alone would keep those of every operation
  handler.bundleTask.reset();
  handler.bundleTask.execArgs([...tsxCommand('scripts', 'bundle-handler.ts'), `--outfile=${handler.outfile}`]);
  bundle('rehearsal/cli.ts', PROGRAM);
  bundle('rehearsal/lambda/function-runtime.ts', PROGRAM);
  project.addBins({ 'cdk-ml-jobs': 'assets/rehearsal/cli/index.js' });
}

import type { awscdk } from 'projen';

interface BundleOptions {
  readonly target: string;
  readonly minify?: boolean;
}

/** Bundles the handler, and the programs that rehearse and check, which are part of the package. */
export function addBundles(project: awscdk.AwsCdkConstructLibrary): void {
  const bundle = (entry: string, options: BundleOptions) =>
    project.bundler.addBundle(entry, {
      platform: 'node',
      format: 'cjs',
      watchTask: false,
      // the "module" entry points are the ones that can be tree-shaken
      esbuildArgs: { '--main-fields': 'module,main', '--log-level': 'warning' },
      ...options,
    });
  // the oldest runtime that an engine may be given
  bundle('lambda/index.ts', { target: 'node22', minify: true });
  bundle('rehearsal/cli.ts', { target: 'node20' });
  bundle('check/cli.ts', { target: 'node20', minify: true });
  bundle('rehearsal/lambda/function-runtime.ts', { target: 'node20' });
  project.addBins({ 'cdk-ml-jobs': 'assets/rehearsal/cli/index.js' });
}

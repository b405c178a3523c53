import type { awscdk } from 'projen';

interface BundleOptions {
  readonly target: string;
  readonly minify?: boolean;
  readonly externals?: string[];
}

/** Bundles the handler, and the program that rehearses, which is part of the package. */
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
  bundle('rehearsal/lambda/function-runtime.ts', { target: 'node20' });
  // the interpreter could call Lambda functions in AWS; without the SDK it cannot
  bundle('rehearsal/step-functions/asl-interpreter.ts', { target: 'node20', externals: ['@aws-sdk/*'] });
  project.addBins({ 'cdk-ml-jobs': 'assets/rehearsal/cli/index.js' });
}

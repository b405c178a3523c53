/*
 * Synthesizes the apps into a folder of the given one with the newest aws-cdk-lib, which has rules of its own, and with
 * cdk-nag 3; and writes down what both find.
 */
import './newest-cdk';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as cdk from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { type Finding, FINDINGS_FILE } from './finding';
import { RULED_APPS } from './ruled-apps';

/** What the newest aws-cdk-lib has, and the oldest, whose types are read, has not. */
interface NewerCdk {
  readonly Validations: { of(app: cdk.App): { addPlugins(plugin: unknown): void } };
}

/** What is read of a report. */
interface Report {
  readonly pluginReports: readonly {
    readonly pluginName: string;
    readonly violations: readonly {
      readonly ruleName: string;
      readonly description: string;
      readonly violatingConstructs: readonly { readonly constructPath: string }[];
    }[];
  }[];
}

/** The names of the plugins, as the reports have them, and the tools that they are. */
const TOOLS: { readonly [plugin: string]: string } = {
  AwsSolutions: 'cdk-nag 3',
  'CloudFormation Validate': 'aws-cdk-lib',
};

const FOLDER = process.argv[2];
const { Validations } = cdk as unknown as NewerCdk;

const findings = Object.entries(RULED_APPS).flatMap(([name, make]) => {
  const outdir = join(FOLDER, name);
  const app = new cdk.App({ outdir, context: { 'aws:cdk:enable-path-metadata': true } });
  make(app);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  synthesizeWithFindings(app);
  const report = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8')) as Report;
  return report.pluginReports.flatMap(({ pluginName, violations }) =>
    violations.flatMap(({ ruleName: rule, description: text, violatingConstructs }) =>
      violatingConstructs.map(({ constructPath: path }): Finding => {
        return { tool: TOOLS[pluginName] ?? pluginName, rule, path, text };
      }),
    ),
  );
});
writeFileSync(join(FOLDER, FINDINGS_FILE), JSON.stringify(findings));

/** A synthesis fails where a rule has found something, once all is written. */
function synthesizeWithFindings(app: cdk.App): void {
  try {
    app.synth();
  } catch (error) {
    if (!/^Validation failed/.test((error as Error).message)) throw error;
  }
}

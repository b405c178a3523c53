/*
 * Synthesizes the apps into a folder of the given one with the oldest aws-cdk-lib, as the tools that read templates
 * read them, and once more with cdk-nag 2, whose findings it writes down.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Aspects, type IAspect, type Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag-2';
import { type Finding, FINDINGS_FILE } from './finding';
import { RULED_APPS } from './ruled-apps';

const FOLDER = process.argv[2];

for (const [name, make] of Object.entries(RULED_APPS)) {
  const app = new App({ outdir: join(FOLDER, name), context: { 'aws:cdk:enable-path-metadata': true } });
  make(app);
  app.synth();
}

const findings = Object.entries(RULED_APPS).flatMap(([name, make]) => {
  const app = new App();
  make(app);
  return nagFindings(app.node.findChild(name) as Stack);
});
writeFileSync(join(FOLDER, FINDINGS_FILE), JSON.stringify(findings));

function nagFindings(stack: Stack): Finding[] {
  Aspects.of(stack).add(new AwsSolutionsChecks({ reports: false }) as unknown as IAspect);
  const annotations = Annotations.fromStack(stack);
  const itsOwn = Match.stringLikeRegexp('^(AwsSolutions|CdkNag)');
  return [...annotations.findError('*', itsOwn), ...annotations.findWarning('*', itsOwn)].map(({ id, entry }) => {
    const [, rule, text] = /^(\w[\w-]*(?:\[.*?\])?): ([^]*)$/.exec(String(entry.data).trim())!;
    return { tool: 'cdk-nag 2', rule, path: id.slice(1), text };
  });
}

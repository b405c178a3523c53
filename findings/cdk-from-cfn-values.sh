#!/usr/bin/env bash
# cdk-from-cfn 0.336.0 (npm, 2026-11-30), with which `cdk migrate` makes an app of a template: what comes out when the app is
# synthesized with aws-cdk-lib 2.276.0 is not what went in, and cdk-from-cfn says nothing of the first four.
#
# 1. A text in Fn::Sub loses its backslashes: the regular expression of a metric, loss=(\d+), is loss=(d+), which matches
#    nothing, so that a tuning has no objective. In the app in Python \d stays, and \n, of two characters, is a line break.
#    Without Fn::Sub the text is as it was.
# 2. UpdateReplacePolicy is dropped: a bucket that is to stay when an update replaces it is deleted, with the models in it.
#    In the app in Java it is what DeletionPolicy says, and in the one in C# neither is left.
# 3. An escaped ${!Job}, which is for a reader of the text, is taken for a variable: the app ends with a ReferenceError, or,
#    if there is a variable of that name, has the path of a construct in the text.
# 4. A resource with a condition on AWS::Region is left out where the app does not name a Region. Its page says of conditions
#    that they are "not attached to resource conditions".
# 5. AWS::SageMaker::ProcessingJob, the one job that CloudFormation has, and aws-cdk-lib, is refused: "RoleArn is not a valid
#    property". CloudFormation requires it.
#
# Exits with 0 while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent cdk-from-cfn@0.336.0 aws-cdk-lib@2.276.0 constructs@10.5.1 typescript@5.9.3

cat > run.cjs <<'PROGRAM'
const { App, LegacyStackSynthesizer } = require('aws-cdk-lib');
const { transmute } = require('cdk-from-cfn');
const { ModuleKind, ScriptTarget, transpileModule } = require('typescript');
const compilerOptions = { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022 };

const write = (template, language) => transmute(JSON.stringify(template), language, 'Migrated', 'stack');

// the template of the app that is written of a template
function migrate(template) {
  const { outputText } = transpileModule(write(template, 'typescript'), { compilerOptions });
  const module = { exports: {} };
  new Function('require', 'exports', outputText)(require, module.exports);
  const app = new App({ analyticsReporting: false, outdir: 'out' });
  const stack = new module.exports.Migrated(app, 'Migrated', { synthesizer: new LegacyStackSynthesizer() });
  return app.synth().getStackByName(stack.stackName).template;
}
const ServiceToken = 'arn:aws:lambda:eu-west-1:111122223333:function:train';
const job = (Regex) => ({ Job: { Type: 'Custom::TrainingJob', Properties: { ServiceToken, Regex } } });
function tell(what, work) {
  let found;
  try {
    found = JSON.stringify(work()) ?? 'nothing';
  } catch (error) {
    found = `${error.name}: ${error.message}`;
  }
  console.log(`${what}: ${found}`);
}
const regexOf = (Regex) => migrate({ Resources: job(Regex) }).Resources.Job.Properties.Regex;

tell(String.raw`loss=(\d+) in Fn::Sub`, () => regexOf({ 'Fn::Sub': String.raw`loss=(\d+)` }));
tell(String.raw`loss=(\d+) as it is`, () => regexOf(String.raw`loss=(\d+)`));
const python = write({ Resources: job({ 'Fn::Sub': String.raw`loss=(\d+)\n` }) }, 'python');
console.log(String.raw`loss=(\d+)\n in Fn::Sub, in Python: ${python.match(/f""".*"""/)[0]}`);

const Bucket = { Type: 'AWS::S3::Bucket', DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Retain', Properties: {} };
tell('a bucket that is to stay', () => migrate({ Resources: { Bucket } }).Resources.Bucket);
for (const language of ['python', 'csharp', 'java']) {
  const lines = write({ Resources: { Bucket: { ...Bucket, DeletionPolicy: 'Retain' } } }, language).split('\n');
  const policies = lines.filter((it) => /policy/i.test(it)).map((it) => it.trim());
  console.log(`in ${language}, of one that is to stay in any case: ${policies.join() || 'nothing'}`);
}
tell('${!Job}', () => regexOf({ 'Fn::Sub': 'job=${!Job}' }));
const Model = { Type: 'AWS::SageMaker::Model', Properties: { ModelName: { 'Fn::Sub': 'of-${!job}' } }, DependsOn: ['Job'] };
tell('${!job}', () => migrate({ Resources: { ...job('x'), Model } }).Resources.Model.Properties.ModelName);

const Conditions = { Here: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] } };
const Resources = { Bucket: { ...Bucket, Condition: 'Here' } };
tell('a bucket with a condition', () => migrate({ Conditions, Resources }).Resources);
const Job = { Type: 'AWS::SageMaker::ProcessingJob', Properties: { RoleArn: 'arn:aws:iam::111122223333:role/process' } };
tell('a processing job', () => migrate({ Resources: { Job } }));
PROGRAM
node run.cjs 2>/dev/null > seen.txt

cat > expected.txt <<'EXPECTED'
loss=(\d+) in Fn::Sub: "loss=(d+)"
loss=(\d+) as it is: "loss=(\\d+)"
loss=(\d+)\n in Fn::Sub, in Python: f"""loss=(\d+)\n"""
a bucket that is to stay: {"Type":"AWS::S3::Bucket","DeletionPolicy":"Delete"}
in python, of one that is to stay in any case: bucket.cfn_options.deletion_policy = cdk.CfnDeletionPolicy.RETAIN
in csharp, of one that is to stay in any case: nothing
in java, of one that is to stay in any case: bucket.applyRemovalPolicy(RemovalPolicy.RETAIN);
${!Job}: ReferenceError: Job is not defined
${!job}: "of-Migrated/Job [AWS::CloudFormation::CustomResource]"
a bucket with a condition: nothing
a processing job: Error: RoleArn is not a valid property for resource Job of type AWS::SageMaker::ProcessingJob
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi

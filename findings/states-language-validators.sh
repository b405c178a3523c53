#!/usr/bin/env bash
# Three validators of the Amazon States Language, cfn-lint 1.58.0 (PyPI), asl-validator 4.0.0 and AWS's own
# amazon-states-language-service 1.16.1 (npm; 2026-11-29): of five definitions that the documentation gives or
# describes, each refuses another part, and there is none that two of them refuse.
#
# - A timeout or a concurrency by JSONata, of which AWS's page has examples: cfn-lint wants a number.
#   (https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html)
# - An output that is a number, as the same page allows, and results that are formatted and not exported
#   (https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html): asl-validator.
# - Items in Parquet (https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html): the AWS one.
#
# asl-validator also changes what it validates: it writes QueryLanguage into every state of the object that it is given,
# so that what is deployed after the check is another definition than before.
#
# Exits with 0 while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check cfn-lint==1.58.0
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent asl-validator@4.0.0 amazon-states-language-service@1.16.1

cat > run.mjs <<'PROGRAM'
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import aslValidator from 'asl-validator';
import languageService from 'amazon-states-language-service';
const validate = aslValidator.default ?? aslValidator;
const machine = (state, more) => ({ StartAt: 'State', ...more, States: { State: { ...state, End: true } } });
const jsonata = { QueryLanguage: 'JSONata' };
const task = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke' };
const ProcessorConfig = { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' };
const map = { Type: 'Map', ItemProcessor: { ProcessorConfig, StartAt: 'Done', States: { Done: { Type: 'Succeed' } } } };
const WriterConfig = { OutputType: 'JSON', Transformation: 'FLATTEN' };
const parquet = { Resource: 'arn:aws:states:::s3:getObject', ReaderConfig: { InputType: 'PARQUET' } };
const definitions = {
  'timeout by JSONata': machine({ ...task, Arguments: {}, TimeoutSeconds: '{% $timeout %}' }, jsonata),
  'concurrency by JSONata': machine({ ...map, MaxConcurrency: '{% $atOnce %}' }, jsonata),
  'output of 42': machine({ Type: 'Pass', Output: 42 }, jsonata),
  'results formatted only': machine({ ...map, ResultWriter: { WriterConfig } }),
  'items in Parquet': machine({ ...map, ItemReader: { ...parquet, Parameters: { Bucket: 'b', Key: 'k' } } }),
};
const service = languageService.getLanguageService({});
const resourceOf = (Definition) => {
  const Properties = { RoleArn: 'arn:aws:iam::111122223333:role/run', Definition };
  return { Type: 'AWS::StepFunctions::StateMachine', Properties };
};
const Resources = Object.fromEntries(Object.values(definitions).map((it, at) => [`Machine${at}`, resourceOf(it)]));
writeFileSync('template.json', JSON.stringify({ Resources }));
const lint = spawnSync('env/bin/cfn-lint', ['--regions', 'eu-west-1', '--format', 'json', 'template.json']);
const errors = JSON.parse(lint.stdout).filter(({ Rule }) => Rule.Id === 'E3601');
const refused = errors.map(({ Location }) => Location.Path[1]);
for (const [index, [name, definition]] of Object.entries(definitions).entries()) {
  const document = languageService.TextDocument.create('file://machine.asl', 'asl', 1, JSON.stringify(definition));
  const found = await service.doValidation(document, service.parseJSONDocument(document));
  const refusing = [
    refused.includes(`Machine${index}`) && 'cfn-lint',
    !validate(structuredClone(definition)).isValid && 'asl-validator',
    found.length > 0 && 'amazon-states-language-service',
  ];
  console.log(`${name}: refused by ${refusing.filter(Boolean).join(' and ') || 'none'}`);
}
const given = machine({ Type: 'Pass' });
validate(given);
console.log('what asl-validator has made of a state:', JSON.stringify(given.States.State));
PROGRAM
node run.mjs > seen.txt

cat > expected.txt <<'EXPECTED'
timeout by JSONata: refused by cfn-lint
concurrency by JSONata: refused by cfn-lint
output of 42: refused by asl-validator
results formatted only: refused by asl-validator
items in Parquet: refused by amazon-states-language-service
what asl-validator has made of a state: {"Type":"Pass","End":true,"QueryLanguage":"JSONPath"}
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi

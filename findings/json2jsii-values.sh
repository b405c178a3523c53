#!/usr/bin/env bash
# json2jsii 0.5.19 (npm, 2026-12-01) makes structs for a jsii library of JSON schemas, with a function for each that writes the
# JSON again, so that a library for jobs need not write down every request. Of schemas that are valid, it says nothing of these:
#
# 1. Two members that are one name in camel case, as SageMaker's S3Uri and Bedrock's s3Uri, or batch-size and batch_size: the
#    second is not there, and what is given as s3Uri is written as S3Uri. Likewise the second of the values m and M of an enum.
# 2. Members that are named beside a map of others (`properties` with `additionalProperties`), as hyperparameters of which some
#    are known: the others are not there, and the function drops them.
# 3. A definition whose name is that of a struct and its member, as JobInput is of the member `input` of Job: the member's struct
#    is the type of both, and what the definition has is dropped.
# 4. allOf, with which a schema takes up the members of another: they are not there, and of allOf alone no struct is made.
#
# All of it compiles. Who takes such a library finds that a member cannot be given, or, in a language that does not check the
# names in a map, that the job did not have it. Exits with 0 while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent json2jsii@0.5.19 typescript@5.9.3

cat > run.cjs <<'PROGRAM'
const { TypeGenerator } = require('json2jsii');
const ts = require('typescript');

/** What is generated for a schema: its declarations on one line, and its function. */
function generate(schema, definitions = {}) {
  const generator = new TypeGenerator({ definitions });
  generator.emitType('Job', schema);
  const source = generator.render();
  const declared = source.replace(/\/\*[^]*?\*\//g, '').match(/^export (interface|enum) [^]*?^\}/gm) ?? [];
  const module = { exports: {} };
  const { outputText } = ts.transpileModule(source, { compilerOptions: { module: ts.ModuleKind.CommonJS } });
  new Function('exports', outputText)(module.exports);
  return { declared: declared.map((it) => it.replace(/\s+/g, ' ').replace(/export |readonly /g, '')), write: module.exports.toJson_Job };
}
const text = { type: 'string' };
const object = (properties, more) => ({ type: 'object', properties, ...more });
function tell(what, schema, definitions, given) {
  const { declared, write } = generate(schema, definitions);
  console.log(`${what}:`);
  for (const it of declared) console.log(`  ${it}`);
  if (declared.length === 0) console.log('  nothing is declared');
  if (given) console.log(`  of ${JSON.stringify(given)}: ${JSON.stringify(write(given))}`);
}

tell('one name', object({ S3Uri: text, s3Uri: text, 'batch-size': text, batch_size: text }), {}, { s3Uri: 's3://bucket/a' });
tell('one name in an enum', object({ unit: { enum: ['m', 'M', 'h'] } }));
tell('a map with known members', object({ rate: text }, { additionalProperties: text }), {}, { rate: '0.1', depth: '5' });
tell('a definition like a member', object({ data: { $ref: '#/definitions/JobInput' }, input: object({ path: text }) }), {
  JobInput: object({ s3Uri: text }),
}, { data: { s3Uri: 's3://bucket/a' }, input: { path: '/opt/ml' } });
tell('allOf beside a type', object({ name: text }, { allOf: [{ $ref: '#/definitions/Tagged' }] }), { Tagged: object({ tags: text }) });
tell('allOf alone', { allOf: [object({ name: text }), object({ tags: text })] });
PROGRAM
node run.cjs > seen.txt

cat > expected.txt <<'EXPECTED'
one name:
  interface Job { s3Uri?: string; batchSize?: string; }
  of {"s3Uri":"s3://bucket/a"}: {"S3Uri":"s3://bucket/a"}
one name in an enum:
  interface Job { unit?: JobUnit; }
  enum JobUnit { M = "m", H = "h", }
a map with known members:
  interface Job { rate?: string; }
  of {"rate":"0.1","depth":"5"}: {"rate":"0.1"}
a definition like a member:
  interface Job { data?: JobInput; input?: JobInput; }
  interface JobInput { path?: string; }
  of {"data":{"s3Uri":"s3://bucket/a"},"input":{"path":"/opt/ml"}}: {"data":{},"input":{"path":"/opt/ml"}}
allOf beside a type:
  interface Job { name?: string; }
allOf alone:
  nothing is declared
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi

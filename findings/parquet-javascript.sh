#!/usr/bin/env bash
# Parquet in JavaScript: @dsnp/parquetjs 1.8.8, parquetjs 0.11.2 and parquetjs-lite 0.8.7, which are one family, beside hyparquet
# 1.33.0 and hyparquet-writer 0.17.0 (npm; 2026-12-01). A dataset for a job that they write, or read, is another one:
#
# 1. @dsnp/parquetjs reads unsigned numbers as signed ones: the id 4294967295 of UINT_32 is -1, and so is 2^64 - 1 of UINT_64. In
#    UINT_16 it is right, so that an example shows nothing. pyarrow writes these types for uint32 and uint64.
# 2. parquetjs and parquetjs-lite write a BigInt, or a text of digits, by way of a number: 9007199254740993 in a column of INT64
#    is 9007199254740992, and two ids are one.
# 3. All three take a list in a column of the type JSON for many values of it: [3] is written as 3, [] as nothing, and [1, 2] is
#    refused. An object is written as it is, and so are the lists in it.
# 4. The newest @dsnp/parquetjs, 1.9.3, has no code in its package: it installs, and cannot be loaded.
#
# (https://github.com/apache/parquet-format, LogicalTypes.md) It matters where ids join records and answers. Exits with 0 while
# that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent --ignore-scripts @dsnp/parquetjs@1.8.8 parquetjs@0.11.2 parquetjs-lite@0.8.7 \
  hyparquet@1.33.0 hyparquet-writer@0.17.0 newest@npm:@dsnp/parquetjs@1.9.3

cat > run.mjs <<'PROGRAM'
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parquetReadObjects } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';

const require = createRequire(import.meta.url);
const text = (value) => JSON.stringify(value, (_, it) => (typeof it === 'bigint' ? `${it}` : it)) ?? 'nothing';
const read = async (name) => {
  const bytes = readFileSync(name);
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  return (await parquetReadObjects({ file })).map(({ it }) => it);
};

for (const [converted_type, type, data] of [
  ['UINT_16', 'INT32', [1, 65535]],
  ['UINT_32', 'INT32', [1, 4294967295]],
  ['UINT_64', 'INT64', [1n, 18446744073709551615n]],
]) {
  const schema = [
    { name: 'root', num_children: 1 },
    { name: 'it', type, converted_type, repetition_type: 'REQUIRED' },
  ];
  const written = parquetWriteBuffer({ columnData: [{ name: 'it', data }], schema, codec: 'UNCOMPRESSED' });
  writeFileSync('read.parquet', Buffer.from(written));
  console.log(`${converted_type}, hyparquet: ${text(await read('read.parquet'))}`);
  const cursor = (await require('@dsnp/parquetjs').ParquetReader.openFile('read.parquet')).getCursor();
  const found = [];
  for (let row = await cursor.next(); row; row = await cursor.next()) found.push(row.it);
  console.log(`${converted_type}, @dsnp/parquetjs: ${text(found)}`);
}
for (const name of ['@dsnp/parquetjs', 'parquetjs', 'parquetjs-lite']) {
  const { ParquetSchema, ParquetWriter } = require(name);
  for (const [type, value] of [
    ['INT64', 9007199254740991n],
    ['INT64', 9007199254740993n],
    ['INT64', '9007199254740993'],
    ['JSON', { labels: [3] }],
    ['JSON', [3]],
    ['JSON', []],
    ['JSON', [1, 2]],
  ]) {
    let said;
    try {
      const writer = await ParquetWriter.openFile(new ParquetSchema({ it: { type, optional: true } }), 'written.parquet');
      await writer.appendRow({ it: value });
      await writer.close();
      said = text((await read('written.parquet'))[0]);
    } catch (error) {
      said = error.message ?? error;
    }
    console.log(`${type}, ${text(value)} (${typeof value}), written by ${name}: ${said}`);
  }
}
try {
  require('newest');
  console.log('@dsnp/parquetjs 1.9.3: loaded');
} catch (error) {
  console.log(`@dsnp/parquetjs 1.9.3: ${error.code}`);
}
PROGRAM
node --no-warnings run.mjs > seen.txt 2> errors.txt || { cat errors.txt; exit 1; }

cat > expected.txt <<'EXPECTED'
UINT_16, hyparquet: [1,65535]
UINT_16, @dsnp/parquetjs: [1,65535]
UINT_32, hyparquet: [1,4294967295]
UINT_32, @dsnp/parquetjs: [1,-1]
UINT_64, hyparquet: ["1","18446744073709551615"]
UINT_64, @dsnp/parquetjs: ["1","-1"]
INT64, "9007199254740991" (bigint), written by @dsnp/parquetjs: "9007199254740991"
INT64, "9007199254740993" (bigint), written by @dsnp/parquetjs: "9007199254740993"
INT64, "9007199254740993" (string), written by @dsnp/parquetjs: "9007199254740993"
JSON, {"labels":[3]} (object), written by @dsnp/parquetjs: {"labels":[3]}
JSON, [3] (object), written by @dsnp/parquetjs: 3
JSON, [] (object), written by @dsnp/parquetjs: null
JSON, [1,2] (object), written by @dsnp/parquetjs: too many values for field: it
INT64, "9007199254740991" (bigint), written by parquetjs: "9007199254740991"
INT64, "9007199254740993" (bigint), written by parquetjs: "9007199254740992"
INT64, "9007199254740993" (string), written by parquetjs: "9007199254740992"
JSON, {"labels":[3]} (object), written by parquetjs: {"labels":[3]}
JSON, [3] (object), written by parquetjs: 3
JSON, [] (object), written by parquetjs: null
JSON, [1,2] (object), written by parquetjs: too many values for field: it
INT64, "9007199254740991" (bigint), written by parquetjs-lite: "9007199254740991"
INT64, "9007199254740993" (bigint), written by parquetjs-lite: "9007199254740992"
INT64, "9007199254740993" (string), written by parquetjs-lite: "9007199254740992"
JSON, {"labels":[3]} (object), written by parquetjs-lite: {"labels":[3]}
JSON, [3] (object), written by parquetjs-lite: 3
JSON, [] (object), written by parquetjs-lite: null
JSON, [1,2] (object), written by parquetjs-lite: too many values for field: it
@dsnp/parquetjs 1.9.3: MODULE_NOT_FOUND
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi

#!/usr/bin/env bash
# jest 30.2.0 to 30.5.2 (npm, 2026-11-30), whose jest-circus makes an AsyncLocalStorage in every test file, runs each test
# within it, and never disables it. In Node.js 22 and older, what is enabled follows every promise of its thread, so that the
# promises of the tenth file of a worker are followed ten times, and so on. How much that is depends on the
# tests: 193 test files of this project, in one process of Node.js 20, took 132 s of CPU time, and 77 s where each storage was
# disabled after its file. jest 30.1.3 has such a storage for concurrent tests only; Node.js 24 keeps the values in another
# way, and the count is 0.
#
# What is counted is how often Node.js hands the value of a storage on (`_propagate`), for 1,000 promises that are awaited in
# each of ten files.
#
# Exits with 0 while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir nodes && npm install --silent --no-save --prefix nodes node22@npm:node@22.21.1 node24@npm:node@24.11.1

cat > follow.cjs <<'PROGRAM'
const { AsyncLocalStorage } = require('node:async_hooks');
let calls = 0;
const { _propagate } = AsyncLocalStorage.prototype;
if (_propagate) {
  AsyncLocalStorage.prototype._propagate = function (...values) {
    calls += 1;
    return _propagate.apply(this, values);
  };
}
process.propagations = () => calls;
PROGRAM

for version in 30.1.3 30.2.0 30.5.2; do
  mkdir "$version" && cd "$version"
  echo '{ "private": true, "jest": { "testEnvironment": "node" } }' > package.json
  npm install --silent jest@"$version" jest-circus@"$version"
  for file in 01 02 03 04 05 06 07 08 09 10; do
    cat > "$file.test.js" <<'PROGRAM'
test('a thousand promises', async () => {
  const before = process.propagations();
  for (let index = 0; index < 1000; index += 1) await undefined;
  require('node:fs').appendFileSync('propagations.txt', `${process.propagations() - before}\n`);
});
PROGRAM
  done
  for node in node22 node24; do
    rm -f propagations.txt
    ../nodes/node_modules/$node/bin/node --require ../follow.cjs node_modules/jest/bin/jest.js --runInBand > jest.txt 2>&1 || {
      cat jest.txt
      exit 1
    }
    echo "jest $version, $node: $(paste -sd ' ' propagations.txt)"
  done
  cd ..
done | tee seen.txt

cat > expected.txt <<'EXPECTED'
jest 30.1.3, node22: 0 0 0 0 0 0 0 0 0 0
jest 30.1.3, node24: 0 0 0 0 0 0 0 0 0 0
jest 30.2.0, node22: 2005 4010 6015 8020 10025 12030 14035 16040 18045 20050
jest 30.2.0, node24: 0 0 0 0 0 0 0 0 0 0
jest 30.5.2, node22: 2005 4010 6015 8020 10025 12030 14035 16040 18045 20050
jest 30.5.2, node24: 0 0 0 0 0 0 0 0 0 0
EXPECTED
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi

#!/usr/bin/env bash
# botocore 1.44.8, AWS's service models: 122 of their 10,093 patterns are no regular expressions of JavaScript, with the
# flag u or without it, so that a check that is generated from the models must leave them out or translate them:
#
# - 109 begin with, or hold, an inline flag such as (?s) or (?i), and 4 a possessive quantifier such as {2}+: Java has these.
# - 5 have a range that begins with a class ([\p{Z}-_]) or two quantifiers in a row ({11}{0,1011}).
# - 4 repeat the end of the text: sagemaker's CustomerMetadataKey is ([\p{L}…]*)${1,128}. What is meant is a
#   length. Python refuses to repeat the end, too.
#
# One of the last four says the opposite of its name: iotwireless's CertificatePEM matches texts that hold what base64 may
# not, so that no certificate matches it, and a semicolon does.
#
# Exits with 0 while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check botocore==1.44.8

cat > patterns.py <<'PROGRAM'
import json

from botocore.loaders import Loader

loader = Loader()
patterns = {
    f"{service} {name}": shape["pattern"]
    for service in loader.list_available_services("service-2")
    for name, shape in loader.load_service_model(service, "service-2")["shapes"].items()
    if shape["type"] == "string" and "pattern" in shape
}
with open("patterns.json", "w") as file:
    json.dump(patterns, file)
PROGRAM
cat > patterns.mjs <<'PROGRAM'
import { readFileSync } from 'node:fs';

const patterns = Object.entries(JSON.parse(readFileSync('patterns.json', 'utf8')));
const isTaken = (pattern, flags) => {
  try {
    return Boolean(new RegExp(`^(?:${pattern})$`, flags));
  } catch {
    return false;
  }
};
const kindOf = (pattern) => {
  if (/\$\{\d/.test(pattern)) return 'the end repeated';
  if (/\(\?[a-z]+\)/.test(pattern)) return 'inline flags';
  return /[+*?}]\+/.test(pattern) ? 'possessive quantifiers' : 'odd ranges and quantifiers';
};
const refused = patterns.filter(([, pattern]) => !isTaken(pattern, 'u') && !isTaken(pattern, ''));
console.log(`JavaScript refuses ${refused.length} of ${patterns.length} patterns`);
for (const kind of ['inline flags', 'possessive quantifiers', 'odd ranges and quantifiers', 'the end repeated']) {
  const names = refused.filter(([, pattern]) => kindOf(pattern) === kind).map(([name]) => name);
  console.log(`${kind}: ${names.length}${names.length < 6 ? `: ${names.join(', ')}` : ''}`);
}
const [, pem] = patterns.find(([name]) => name === 'iotwireless CertificatePEM');
const once = new RegExp(pem.replace(/\$\{[\d,]+\}$/, '$'));
console.log('with the end once, CertificatePEM matches a base64 text:', once.test('TUlJQ2lUQ0NBZktn'), 'and a semicolon:', once.test(';'));
PROGRAM
env/bin/python patterns.py
node patterns.mjs > seen.txt

cat > expected.txt <<'EXPECTED'
JavaScript refuses 122 of 10093 patterns
inline flags: 109
possessive quantifiers: 4: kinesisanalytics KinesisAnalyticsARN, lexv2-models ObjectPrefix, payment-cryptography KeyVersion, payment-cryptography OptionalBlockId
odd ranges and quantifiers: 5: billing CostCategoryName, ce CostCategoryName, ce CostCategoryValue, invoicing InvoiceUnitName, rbin RuleArn
the end repeated: 4: chime-sdk-voice ClientRequestId, iotwireless CertificatePEM, sagemaker CustomerMetadataKey, sagemaker CustomerMetadataValue
with the end once, CertificatePEM matches a base64 text: false and a semicolon: true
EXPECTED
echo "botocore $(env/bin/python -c 'import botocore; print(botocore.__version__)'), Node.js $(node --version)"
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi

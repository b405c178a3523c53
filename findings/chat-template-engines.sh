#!/usr/bin/env bash
# A model's chat template is written for Jinja as transformers sets it up in Python
# (https://github.com/huggingface/transformers, src/transformers/utils/chat_template_utils.py), and a model is tuned with what
# that makes of the records. Three others render the same templates elsewhere: @huggingface/jinja 0.5.11 (npm), which is made
# for them, minijinja 3.1.0 (PyPI), which is Rust, and gonja 2.9.1 (Go; 2026-11-30). Of templates that all of them take without
# an error, beside Jinja2 3.1.6:
#
# 1. @huggingface/jinja: lstrip('\n'), as Qwen's templates have it after the thoughts, takes all white space, so that an answer
#    in code loses its indentation, and strip('\n') likewise. No list is equal to a list, so that `tools == []` is false of no
#    tools. '1' is equal to 1, true is not True, nor None None in a text, and arguments are printed as JSON, with 5 for 5.0.
# 2. gonja: what a message does not have is none, so that `tool_calls is not none` has the other answer. The members of a tool's
#    arguments are sorted, or, with `items`, in another order each time. Whole numbers of JSON have a point, and None is nothing.
# 3. minijinja, and gonja, too: tojson writes < > & ' as \u003c and so on, as Jinja2's does, and the one of transformers does not.
#
# Who imports a tuned model, and fills its template in a service in another language, asks it otherwise than it has learned.
# Exits with 0 while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --no-compile --disable-pip-version-check jinja2==3.1.6 minijinja==3.1.0
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent @huggingface/jinja@0.5.11

cat > values.json <<'VALUES'
{
  "message": {
    "content": "<think>\nLoops?\n</think>\n\n    for x in y:\n",
    "arguments": { "query": "a < b", "limit": 5.0, "count": 2 }
  },
  "tools": [],
  "strict": true,
  "nothing": null
}
VALUES
cat > templates.txt <<'TEMPLATES'
{{ message.content.split('</think>')[-1].lstrip('\n') }}
{{ message.content.split('</think>')[-1].strip('\n') }}
{% if message.tool_calls is not none %}calls{% else %}no calls{% endif %}
{% if tools == [] %}no tools{% else %}tools{% endif %}
{% if '1' == 1 %}equal{% else %}other{% endif %}
{{ message.arguments | tojson }}
{{ message.arguments }}
{% for name in message.arguments %}{{ name }} {% endfor %}
{{ message.arguments.count }}
strict: {{ strict }}, {{ nothing }}
TEMPLATES

cat > jinja2.py.txt <<'PROGRAM'
import json

import jinja2.ext
from jinja2.sandbox import ImmutableSandboxedEnvironment

environment = ImmutableSandboxedEnvironment(trim_blocks=True, lstrip_blocks=True, extensions=[jinja2.ext.loopcontrols])
environment.filters["tojson"] = lambda value: json.dumps(value, ensure_ascii=False)
with open("values.json") as values, open("templates.txt") as templates:
    given = json.load(values)
    for template in templates.read().splitlines():
        print(json.dumps(environment.from_string(template).render(**given)))
PROGRAM
cat > minijinja.py.txt <<'PROGRAM'
import json

from minijinja import Environment

environment = Environment(trim_blocks=True, lstrip_blocks=True)
with open("values.json") as values, open("templates.txt") as templates:
    given = json.load(values)
    for template in templates.read().splitlines():
        print(json.dumps(environment.render_str(template, **given)))
PROGRAM
cat > huggingface.mjs <<'PROGRAM'
import { readFileSync } from 'node:fs';
import { Template } from '@huggingface/jinja';
const given = JSON.parse(readFileSync('values.json', 'utf8'));
for (const template of readFileSync('templates.txt', 'utf8').trimEnd().split('\n')) {
  console.log(JSON.stringify(new Template(template).render(given)));
}
PROGRAM
mkdir go
cat > go/main.go <<'PROGRAM'
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/nikolalohinski/gonja/v2"
	"github.com/nikolalohinski/gonja/v2/exec"
)

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func main() {
	given := map[string]interface{}{}
	if err := json.Unmarshal(must(os.ReadFile("../values.json")), &given); err != nil {
		panic(err)
	}
	for _, template := range strings.Split(strings.TrimSpace(string(must(os.ReadFile("../templates.txt")))), "\n") {
		text := must(must(gonja.FromString(template)).ExecuteToString(exec.NewContext(given)))
		line := &strings.Builder{}
		encoder := json.NewEncoder(line)
		encoder.SetEscapeHTML(false)
		encoder.Encode(text)
		fmt.Print(line.String())
	}
	items := must(gonja.FromString("{% for name, it in message.arguments | items %}{{ name }} {% endfor %}"))
	orders := map[string]bool{}
	for i := 0; i < 200; i++ {
		orders[must(items.ExecuteToString(exec.NewContext(given)))] = true
	}
	fmt.Println("items in 200 times: more than one order:", len(orders) > 1)
}
PROGRAM
export GOPATH="$folder/gopath" GOCACHE="$folder/gocache" GOFLAGS='-mod=mod -modcacherw'
(cd go && go mod init templates && go get github.com/nikolalohinski/gonja/v2@v2.9.1) > got.txt 2>&1 || { cat got.txt; exit 1; }

env/bin/python jinja2.py.txt > jinja2.txt
env/bin/python minijinja.py.txt > minijinja.txt
node huggingface.mjs > huggingface.txt
(cd go && go run .) > gonja.txt
# each template, what Jinja2 makes of it, and what others do where that is something else
number=0
while IFS= read -r template; do
  number=$((number + 1))
  echo "$template"
  right=$(sed -n "${number}p" jinja2.txt)
  echo "  jinja2: $right"
  for engine in huggingface minijinja gonja; do
    text=$(sed -n "${number}p" "$engine.txt")
    [ "$text" = "$right" ] || echo "  $engine: $text"
  done
done < templates.txt > seen.txt
tail -n 1 gonja.txt >> seen.txt

cat > expected.txt <<'EXPECTED'
{{ message.content.split('</think>')[-1].lstrip('\n') }}
  jinja2: "    for x in y:\n"
  huggingface: "for x in y:\n"
{{ message.content.split('</think>')[-1].strip('\n') }}
  jinja2: "    for x in y:"
  huggingface: "for x in y:"
{% if message.tool_calls is not none %}calls{% else %}no calls{% endif %}
  jinja2: "calls"
  gonja: "no calls"
{% if tools == [] %}no tools{% else %}tools{% endif %}
  jinja2: "no tools"
  huggingface: "tools"
{% if '1' == 1 %}equal{% else %}other{% endif %}
  jinja2: "other"
  huggingface: "equal"
{{ message.arguments | tojson }}
  jinja2: "{\"query\": \"a < b\", \"limit\": 5.0, \"count\": 2}"
  huggingface: "{\"query\": \"a < b\", \"limit\": 5, \"count\": 2}"
  minijinja: "{\"query\": \"a \\u003c b\", \"limit\": 5.0, \"count\": 2}"
  gonja: "{\"count\":2,\"limit\":5,\"query\":\"a \\u003c b\"}"
{{ message.arguments }}
  jinja2: "{'query': 'a < b', 'limit': 5.0, 'count': 2}"
  huggingface: "{\"query\": \"a < b\", \"limit\": 5, \"count\": 2}"
  gonja: "{'count': 2.0, 'limit': 5.0, 'query': 'a < b'}"
{% for name in message.arguments %}{{ name }} {% endfor %}
  jinja2: "query limit count "
  gonja: "count limit query "
{{ message.arguments.count }}
  jinja2: "2"
  gonja: "2.0"
strict: {{ strict }}, {{ nothing }}
  jinja2: "strict: True, None"
  huggingface: "strict: true, "
  gonja: "strict: True, "
items in 200 times: more than one order: true
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi

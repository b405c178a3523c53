import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { exampleModule } from '../../scripts/documentation/example-module';
import { type Block, ROOT } from '../../scripts/documentation/page';

/** What the compiler says of examples, as `docs/waiting.md:12: …`: all of them are checked in one program. */
export function faultsOfExamples(examples: readonly Block[]): string[] {
  const options = optionsOf('test/tsconfig.json');
  const host = ts.createCompilerHost(options);
  const modules = new Map(examples.map((example, index) => [pathOf(index), example]));
  const { getSourceFile, fileExists } = host;
  host.fileExists = (file) => modules.has(file) || fileExists(file);
  host.getSourceFile = (file, ...rest) => {
    const example = modules.get(file);
    if (!example) return getSourceFile(file, ...rest);
    return ts.createSourceFile(file, exampleModule(example, 'declared'), rest[0]);
  };
  const program = ts.createProgram([...modules.keys()], options, host);
  return [...modules].flatMap(([file, { file: page, line }]) => {
    const source = program.getSourceFile(file);
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return found.map(({ messageText }) => `${page}:${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
  });
}

/** Where the module of an example would lie. */
function pathOf(index: number): string {
  return join(ROOT, 'test', 'docs', `example-${index}.ts`);
}

function optionsOf(config: string): ts.CompilerOptions {
  const file = join(ROOT, config);
  const { config: json } = ts.readConfigFile(file, (path) => readFileSync(path, 'utf8'));
  const { options } = ts.parseJsonConfigFileContent(json, ts.sys, join(file, '..'));
  // an example makes more constants than it uses
  return { ...options, noEmit: true, composite: false, noUnusedLocals: false, noUnusedParameters: false };
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { type Block, ROOT } from './page';
import { type Declaration, standInOf } from './stand-in';

/** What an example may take for granted: the imports, and the class in whose constructor it stands. */
const FIXTURE = readFileSync(join(ROOT, 'rosetta', 'default.ts-fixture'), 'utf8');
const PLACE = '/// here';

/** Whether the things that an example declares to be there are only declared, or made. */
export type Declared = 'declared' | 'made';

/** Says whether a block is a program of its own, which takes nothing for granted. */
export function isProgram({ info }: Block): boolean {
  return info.split(' ').includes('nofixture');
}

/** An example as a module: its class is exported as `Fixture`; a program is exported as its `app`. */
export function exampleModule(example: Block, declared: Declared): string {
  if (isProgram(example)) return `${example.text}\nexport { app };\n`;
  const { imports, declarations, statements } = partsOf(example.text);
  const made = declarations.map((each) => standInOf(each, declarations));
  // what something else is made of comes first
  made.sort((a, b) => a.rank - b.rank);
  const body = [...(declared === 'made' ? made.map(({ code }) => code) : []), ...statements].join('\n');
  const own = new Set(imports.flatMap(importedNames));
  const declaredText = declarations.map(({ text }) => text).join('\n');
  const fixture = partsOf(FIXTURE.replace(PLACE, ''));
  const lent = fixture.imports.flatMap((each) => lentImport(each, own, `${declaredText}\n${body}\nStack Construct`));
  const shell = FIXTURE.slice(FIXTURE.indexOf('class Fixture')).replace(PLACE, () => body);
  const header = declared === 'declared' ? declaredText : '';
  return [...imports.map((each) => each.getText()), ...lent, header, `export ${shell}`].join('\n');
}

interface Parts {
  readonly imports: readonly ts.ImportDeclaration[];
  readonly declarations: readonly Declaration[];
  readonly statements: readonly string[];
}

function partsOf(text: string): Parts {
  const source = ts.createSourceFile('example.ts', text, ts.ScriptTarget.Latest, true);
  const imports: ts.ImportDeclaration[] = [];
  const declarations: Declaration[] = [];
  const statements: string[] = [];
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement)) imports.push(statement);
    else if (isDeclared(statement)) declarations.push(...declarationsIn(statement));
    else statements.push(statement.getText());
  }
  return { imports, declarations, statements };
}

function isDeclared(statement: ts.Statement): statement is ts.VariableStatement {
  const { DeclareKeyword } = ts.SyntaxKind;
  return ts.isVariableStatement(statement) && !!statement.modifiers?.some(({ kind }) => kind === DeclareKeyword);
}

function declarationsIn(statement: ts.VariableStatement): Declaration[] {
  return statement.declarationList.declarations.map((each) => ({
    name: each.name.getText(),
    type: each.type!.getText(),
    text: statement.getText(),
  }));
}

function importedNames({ importClause }: ts.ImportDeclaration): string[] {
  const bindings = importClause?.namedBindings;
  if (!bindings) return [];
  return ts.isNamespaceImport(bindings) ? [bindings.name.text] : bindings.elements.map(({ name }) => name.text);
}

/** An import of the fixture without what the example imports itself, and without what it does not need. */
function lentImport(declaration: ts.ImportDeclaration, own: ReadonlySet<string>, text: string): string[] {
  const names = importedNames(declaration).filter((name) => !own.has(name) && new RegExp(`\\b${name}\\b`).test(text));
  if (names.length === 0) return [];
  const from = declaration.moduleSpecifier.getText();
  const isNamespace = ts.isNamespaceImport(declaration.importClause!.namedBindings!);
  return [isNamespace ? `import * as ${names[0]} from ${from};` : `import { ${names.join(', ')} } from ${from};`];
}

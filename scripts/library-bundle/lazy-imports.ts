import * as ts from 'typescript';

/** Nothing but the file itself is looked at: what matters is which names in it are those of its imports. */
const OPTIONS: ts.CompilerOptions = {
  allowJs: true,
  noResolve: true,
  noLib: true,
  types: [],
  target: ts.ScriptTarget.ES2022,
};

/** What the compiler wraps a call of `require` into, for the ways to import a module. */
const WRAPPERS = ['__importStar', '__importDefault'];

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The code of a module, as the TypeScript compiler has written it, so that it loads what it imports when it first uses
 * it, and not when it is loaded: `const job_1 = require("./job")` becomes a function, and every use of it a call.
 */
export function lazyImports(file: string): string {
  const program = ts.createProgram([file], OPTIONS);
  const source = program.getSourceFile(file)!;
  const imports = source.statements.flatMap((statement) => importOf(statement) ?? []);
  const checker = program.getTypeChecker();
  const uses = imports.length === 0 ? [] : usesOf(source, imports, checker);
  return edited(source.text, [...imports.map(lazily), ...uses]);
}

/** The declaration in `const job_1 = require("./job");`. */
function importOf(statement: ts.Statement): ts.VariableDeclaration | undefined {
  if (!ts.isVariableStatement(statement) || statement.declarationList.declarations.length !== 1) return undefined;
  const [declaration] = statement.declarationList.declarations;
  const { name, initializer } = declaration;
  return ts.isIdentifier(name) && initializer && isRequire(initializer) ? declaration : undefined;
}

function isRequire(expression: ts.Expression): boolean {
  if (!ts.isCallExpression(expression) || !ts.isIdentifier(expression.expression)) return false;
  const callee = expression.expression.text;
  return callee === 'require' || (WRAPPERS.includes(callee) && isRequire(expression.arguments[0]));
}

function lazily({ parent: list, name, initializer }: ts.VariableDeclaration): Edit {
  const imported = name.getText();
  const load = `const loaded = ${initializer!.getText()}; ${imported} = () => loaded; return loaded;`;
  return { start: list.getStart(), end: list.end, text: `let ${imported} = () => { ${load} }` };
}

function usesOf(source: ts.SourceFile, imports: readonly ts.VariableDeclaration[], checker: ts.TypeChecker): Edit[] {
  const declarations = new Set<ts.Node>(imports);
  const names = new Set(imports.map(({ name }) => name.getText()));
  const uses: Edit[] = [];
  const refersToImport = (symbol?: ts.Symbol) => symbol?.declarations?.some((each) => declarations.has(each)) ?? false;
  const visit = (node: ts.Node): void => {
    if (declarations.has(node)) return;
    ts.forEachChild(node, visit);
    if (!ts.isIdentifier(node) || !names.has(node.text) || isMemberName(node)) return;
    const { parent } = node;
    // in `{ events }`, the name is that of a property and of what is its value
    const isShorthand = ts.isShorthandPropertyAssignment(parent);
    const symbol = isShorthand ? checker.getShorthandAssignmentValueSymbol(parent) : checker.getSymbolAtLocation(node);
    if (!refersToImport(symbol)) return;
    // without the parentheses, `new job_1().Job()` would make a new job_1
    const text = isShorthand ? `${node.text}: ${node.text}()` : `(${node.text}())`;
    uses.push({ start: node.getStart(), end: node.end, text });
  };
  visit(source);
  return uses;
}

function isMemberName(node: ts.Identifier): boolean {
  return ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
}

function edited(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((one, other) => other.start - one.start)
    .reduce((code, { start, end, text: instead }) => code.slice(0, start) + instead + code.slice(end), text);
}

import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import * as ts from 'typescript';

const SOURCES = path.join(__dirname, '..', '..', 'src');

const HIDDEN: readonly ts.SyntaxKind[] = [ts.SyntaxKind.PrivateKeyword, ts.SyntaxKind.ProtectedKeyword];

/** Every property and parameter of the public API that holds a map, as `Owner.member`: found in the sources themselves. */
export function publicMaps(): string[] {
  const index = readFileSync(path.join(SOURCES, 'index.ts'), 'utf8');
  const isPublic = (name: string) => new RegExp(`\\b${name}\\b`).test(index);
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  return files.flatMap((file) => mapsIn(path.join(SOURCES, file), isPublic)).sort();
}

function mapsIn(file: string, isPublic: (name: string) => boolean): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  return source.statements.flatMap((statement) => {
    if (ts.isInterfaceDeclaration(statement)) {
      // options that several kinds share are no name of the index, but all their members are public
      if (!isPublic(statement.name.text) && !/Options$/.test(statement.name.text)) return [];
      return statement.members.flatMap((member) => named(statement.name.text, member, isMap(typeOf(member))));
    }
    if (!ts.isClassDeclaration(statement) || !statement.name || !isPublic(statement.name.text)) return [];
    const owner = statement.name.text;
    return statement.members.flatMap((member) => {
      const isInternal = /@internal/.test(source.text.slice(member.getFullStart(), member.getStart()));
      const modifiers = ts.canHaveModifiers(member) ? (ts.getModifiers(member) ?? []) : [];
      const isHidden = modifiers.some(({ kind }) => HIDDEN.includes(kind));
      if (isInternal || isHidden || !ts.isMethodDeclaration(member)) return [];
      return named(
        owner,
        member,
        member.parameters.some(({ type }) => isMap(type)),
      );
    });
  });
}

function typeOf(member: ts.TypeElement): ts.TypeNode | undefined {
  return ts.isPropertySignature(member) ? member.type : undefined;
}

function named(owner: string, { name }: ts.NamedDeclaration, isOne: boolean): string[] {
  return isOne && name ? [`${owner}.${name.getText()}`] : [];
}

function isMap(type: ts.TypeNode | undefined): boolean {
  if (!type) return false;
  if (ts.isTypeLiteralNode(type)) return type.members.some(ts.isIndexSignatureDeclaration);
  return ts.isTypeReferenceNode(type) && /^(Record|Map)$/.test(type.typeName.getText());
}

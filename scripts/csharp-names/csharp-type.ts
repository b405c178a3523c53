/** A type in C#, as jsii-pacmak writes it. */
export interface CsharpType {
  readonly name: string;
  /** Its name in the assembly of jsii. */
  readonly originalName: string;
  readonly members: readonly CsharpMember[];
}

export interface CsharpMember {
  readonly name: string;
  readonly originalName: string;
}

const TYPE = /^ {4}public (?:abstract )?(?:class|interface|enum) (\w+)/m;
/** The name behind that of the package: structs have `fqn`, all else `fullyQualifiedName`. */
const ORIGINAL_TYPE = /\b(?:fqn|fullyQualifiedName): "[\w-]+\.(\w+)"/;
/** A member: what jsii knows it by, further attributes, and its declaration. */
const MEMBER =
  /\[Jsii(?:Property|Method|EnumMember)\(name: "([^"]+)".*\n(?:\s*\[.*\n)*\s*(?:(?:public|protected|virtual|override|abstract|static|new) )*(.+)/g;
/** What stands in for a type that jsii has made elsewhere: it has the same members once more. */
const PROXY = '[JsiiTypeProxy';

/** The type in a file of C#; `undefined` where it has none that is public. */
export function csharpType(source: string): CsharpType | undefined {
  const [text] = source.split(PROXY);
  const [, name] = TYPE.exec(text) ?? [];
  if (name === undefined) return undefined;
  const [, originalName = name] = ORIGINAL_TYPE.exec(text) ?? [];
  const members = [...text.matchAll(MEMBER)].map(([, original, declaration]) => ({
    originalName: original,
    name: nameIn(declaration),
  }));
  return { name, originalName, members };
}

/** What is declared: what its parameters stand behind, or else its last word. */
function nameIn(declaration: string): string {
  const [, method] = /(\w+)\(/.exec(declaration) ?? [];
  return method ?? /(\w+)\W*$/.exec(declaration)![1];
}

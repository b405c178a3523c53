import { csharpClashes } from '../../../scripts/csharp-names/csharp-clashes';
import { csharpType } from '../../../scripts/csharp-names/csharp-type';

const source = (name: string, members: string, fqn = name) => `using Amazon.JSII.Runtime.Deputy;

namespace CdkMlJobs
{
    /// <summary>Says what it is.</summary>
    [JsiiClass(nativeType: typeof(CdkMlJobs.${name}), fullyQualifiedName: "cdk-ml-jobs.${fqn}")]
    public class ${name} : DeputyBase
    {
${members}
    }
}
`;
const property = (name: string, original: string) => `
        /// <remarks>jsii knows it by another name.</remarks>
        [JsiiOptional]
        [JsiiProperty(name: "${original}", typeJson: "{\\"primitive\\":\\"string\\"}", isOptional: true)]
        [JsiiOptional]
        public virtual string? ${name}
        {
            get => GetInstanceProperty<string?>();
        }`;
const method = (name: string, original: string) => `
        [JsiiMethod(name: "${original}", parametersJson: "[]")]
        public static CdkMlJobs.Model ${name}(string @value, string[]? others = null)
        {
        }`;
const clashesOf = (...sources: string[]) =>
  csharpClashes(
    sources.map((text) => csharpType(text)!),
    'CdkMlJobs',
  );

test('reads what a type and its members are called, and what jsii calls them', () => {
  expect(csharpType(source('Model', property('Uri', 'uri') + method('FromBucket', 'fromBucket')))).toEqual({
    name: 'Model',
    originalName: 'Model',
    members: [
      { name: 'Uri', originalName: 'uri' },
      { name: 'FromBucket', originalName: 'fromBucket' },
    ],
  });
});

test('reads the members of an enumeration, and no stand-in of a type', () => {
  const text = `    [JsiiEnum(nativeType: typeof(Mode), fullyQualifiedName: "cdk-ml-jobs.Mode")]
    public enum Mode
    {
        [JsiiEnumMember(name: "FAST_FILE")]
        FAST_FILE,
        [JsiiTypeProxy(nativeType: typeof(Mode), fullyQualifiedName: "cdk-ml-jobs.Mode")]
${property('Uri', 'uri')}`;
  expect(csharpType(text)!.members).toEqual([{ name: 'FAST_FILE', originalName: 'FAST_FILE' }]);
});

test('a file without a type has none', () => {
  expect(csharpType('[assembly: JsiiAssembly("cdk-ml-jobs", "0.0.0", "cdk-ml-jobs-0.0.0.tgz")]')).toBeUndefined();
});

test.each([
  ['Model has two members Uri', [source('Model', property('Uri', 'uri') + method('Uri', 'Uri'))]],
  ['Model has a member of its own name', [source('Model', property('Model', 'model'))]],
  ['Model.uri_ is called Uri', [source('Model', property('Uri', 'uri_'))]],
  ['MODEL and Model are one file', [source('Model', ''), source('MODEL', '')]],
  ['Cdkmljobs is the namespace, too', [source('Cdkmljobs', '')]],
  ['Model is called Model_', [source('Model_', '', 'Model')]],
])('%s', (clash, sources) => {
  expect(clashesOf(...sources)).toContain(clash);
});

test('nothing is said of a struct and its interface, and of types with members of the same names', () => {
  const struct = source('IOptions', property('Uri', 'uri'), 'Options');
  expect(clashesOf(source('Options', property('Uri', 'uri')), struct)).toEqual([]);
});

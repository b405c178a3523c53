// Compiles sources in C# with Roslyn: `compile <assembly> [-exe] [-r <assembly>]… [-res <file>]… <folder or file>…`.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

static class Compile
{
    static int Main(string[] args)
    {
        var syntax = new CSharpParseOptions(LanguageVersion.CSharp10, DocumentationMode.None);
        var sources = new List<SyntaxTree>();
        var references = new List<MetadataReference>();
        var resources = new List<ResourceDescription>();
        var kind = OutputKind.DynamicallyLinkedLibrary;
        for (var index = 1; index < args.Length; index++)
        {
            if (args[index] == "-exe") kind = OutputKind.ConsoleApplication;
            else if (args[index] == "-r") references.Add(MetadataReference.CreateFromFile(args[++index]));
            else if (args[index] == "-res") resources.Add(Resource(args[++index]));
            else sources.AddRange(FilesIn(args[index]).Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), syntax, file)));
        }
        // as the projects say that jsii-pacmak makes: null is told from values, and a name that hides another is an error
        var options = new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable)
            .WithSpecificDiagnosticOptions(new[] { "CS0108", "CS0109" }.ToDictionary(id => id, id => ReportDiagnostic.Error));
        var compilation = CSharpCompilation.Create(Path.GetFileNameWithoutExtension(args[0]), sources, references, options);
        using (var output = File.Create(args[0]))
        {
            var result = compilation.Emit(output, manifestResources: resources);
            var errors = result.Diagnostics.Where(each => each.Severity == DiagnosticSeverity.Error).ToList();
            errors.Take(20).ToList().ForEach(Console.Error.WriteLine);
            Console.WriteLine(Path.GetFileName(args[0]) + ": " + sources.Count + " files, " + errors.Count + " errors");
            return result.Success ? 0 : 1;
        }
    }

    static IEnumerable<string> FilesIn(string path)
    {
        return Directory.Exists(path) ? Directory.GetFiles(path, "*.cs", SearchOption.AllDirectories) : new[] { path };
    }

    static ResourceDescription Resource(string file)
    {
        return new ResourceDescription(Path.GetFileName(file), () => File.OpenRead(file), true);
    }
}

using System.Diagnostics;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace Beffroi.Crowdsourcing.Tests;

/// <summary>What somebody who installs the package gets.</summary>
public sealed class PackageTests
{
    [Fact]
    public async Task The_package_holds_the_library_its_documentation_and_its_readme_and_asks_for_nothing_else()
    {
        var folder = Directory.CreateTempSubdirectory("beffroi-pack-");
        try
        {
            await Pack(folder.FullName);
            await using var package = await ZipFile.OpenReadAsync(Assert.Single(folder.GetFiles("Beffroi.Crowdsourcing.*.nupkg")).FullName, TestContext.Current.CancellationToken);
            var names = package.Entries.Select(e => e.FullName).ToList();
            Assert.Contains("lib/net10.0/Beffroi.Crowdsourcing.dll", names);
            Assert.Contains("lib/net10.0/Beffroi.Crowdsourcing.xml", names);
            Assert.Contains("README.md", names);
            await using var stream = await package.GetEntry("Beffroi.Crowdsourcing.nuspec")!.OpenAsync(TestContext.Current.CancellationToken);
            var specification = await XDocument.LoadAsync(stream, LoadOptions.None, TestContext.Current.CancellationToken);
            string? Value(string name) => specification.Descendants().FirstOrDefault(e => e.Name.LocalName == name)?.Value;
            Assert.Equal(("Beffroi.Crowdsourcing", "Apache-2.0", "README.md"), (Value("id"), Value("license"), Value("readme")));
            Assert.DoesNotContain(specification.Descendants(), e => e.Name.LocalName == "dependency");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static async Task Pack(string folder, [CallerFilePath] string here = "")
    {
        var project = Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "src", "Crowdsourcing", "Crowdsourcing.csproj");
        using var dotnet = Process.Start(new ProcessStartInfo("dotnet", ["pack", project, "-c", "Release", "-v", "q", "-o", folder]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = await dotnet.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await dotnet.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(dotnet.ExitCode == 0, said);
    }
}

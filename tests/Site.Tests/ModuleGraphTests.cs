using System.Xml.Linq;

namespace Beffroi.Site.Tests;

/// <summary>The written table of who may refer to whom, held against the project files.</summary>
public sealed class ModuleGraphTests
{
    static readonly string[] Modules = ["Accounts", "Ads", "Bots", "Chat", "Encyclopedia", "Eva", "Incubator"];

    /// <summary>What each project refers to, all of it: a reference more, or one less, is written here first.</summary>
    static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Crowdsourcing"] = [],
        ["Detection"] = [],
        ["Psychometrics"] = [],
        ["Dsfr"] = [],
        ["Eva.Contracts"] = [],
        ["Kit"] = ["Dsfr"],
        ["Accounts"] = ["Kit"],
        ["Ads"] = ["Crowdsourcing", "Kit"],
        ["Bots"] = ["Detection", "Kit"],
        ["Chat"] = ["Kit"],
        ["Encyclopedia"] = ["Kit"],
        ["Eva"] = ["Eva.Contracts", "Kit", "Psychometrics"],
        ["Incubator"] = ["Kit"],
        // A positioning adapts to the person in the browser, without a network.
        ["Eva.Player"] = ["Eva.Contracts", "Psychometrics"],
        ["Data.Sqlite"] = Modules,
        ["Data.Postgres"] = Modules,
        ["Site"] = ["Accounts", "Ads", "Bots", "Chat", "Data.Postgres", "Data.Sqlite", "Encyclopedia", "Eva", "Eva.Player", "Incubator", "Kit"],
        ["Cli"] = ["Accounts", "Ads", "Bots", "Chat", "Crowdsourcing", "Data.Postgres", "Data.Sqlite", "Detection", "Encyclopedia", "Eva", "Eva.Contracts", "Incubator", "Kit", "Psychometrics"],
    };

    /// <summary>Published libraries: what uses them at run time gets nothing else with them (an exception needs an ADR).</summary>
    static readonly string[] Cores = ["Psychometrics", "Detection", "Crowdsourcing", "Dsfr"];

    [Fact]
    public void Each_project_refers_only_to_what_is_written_here()
    {
        var actual = Projects().ToDictionary(p => p.Name, p => References(p.Xml), StringComparer.Ordinal);

        Assert.Equal(Lines(Allowed), Lines(actual));
    }

    [Fact]
    public void No_module_refers_to_another_module() =>
        Assert.All(Modules, module => Assert.Empty(References(Projects().Single(p => p.Name == module).Xml).Intersect(Modules, StringComparer.Ordinal)));

    [Fact]
    public void A_core_needs_no_package_at_run_time() =>
        Assert.All(Projects().Where(p => Cores.Contains(p.Name, StringComparer.Ordinal)), core =>
            Assert.Empty(core.Xml.Descendants("PackageReference").Where(p => p.Attribute("PrivateAssets")?.Value != "all").Select(p => p.Attribute("Include")!.Value)));

    [Fact]
    public void A_module_knows_no_database_engine() =>
        Assert.All(Projects().Where(p => Modules.Append("Kit").Contains(p.Name, StringComparer.Ordinal)), module =>
            Assert.DoesNotContain(module.Xml.Descendants("PackageReference"), p => p.Attribute("Include")!.Value.Contains("Sqlite", StringComparison.Ordinal) || p.Attribute("Include")!.Value.Contains("Npgsql", StringComparison.Ordinal)));

    [Fact]
    public void A_room_uses_its_module_and_never_another_room()
    {
        var wrong = Modules.SelectMany(module =>
        {
            var folder = Path.Combine(Repository.Root, "src", module);
            var rooms = Directory.GetDirectories(folder).Select(d => Path.GetFileName(d)).Where(d => d is not ("obj" or "bin" or "wwwroot")).ToList();
            return from room in rooms
                   from file in Directory.EnumerateFiles(Path.Combine(folder, room), "*.cs", SearchOption.AllDirectories)
                   from other in rooms
                   where other != room && IsRoom(folder, other) && IsRoom(folder, room)
                   where File.ReadLines(file).Any(line => line == $"using Beffroi.{module}.{other};")
                   select $"{module}/{room}/{Path.GetFileName(file)} uses {other}";
        });

        Assert.Empty(wrong);
    }

    // A room has a page; a folder without one (a bank, a scoring, the blocks that several pages show) is a part of the module that its rooms share.
    static bool IsRoom(string module, string folder) =>
        Directory.EnumerateFiles(Path.Combine(module, folder), "*Page.razor", SearchOption.AllDirectories).Any();

    static IEnumerable<(string Name, XDocument Xml)> Projects() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Where(file => !file.Contains("node_modules", StringComparison.Ordinal))
            .Select(file => (Path.GetFileNameWithoutExtension(file), XDocument.Load(file)));

    static string[] References(XDocument project) =>
        [.. project.Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/'))).Order(StringComparer.Ordinal)];

    static IEnumerable<string> Lines(Dictionary<string, string[]> graph) =>
        graph.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key} → {string.Join(", ", p.Value.Order(StringComparer.Ordinal))}");
}

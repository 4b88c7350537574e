// Writes the list of what the product is made of (CycloneDX 1.6, JSON), from the lock files: dotnet run scripts/Sbom.cs > sbom.cdx.json
// Tests, benchmarks and analyzers are left out: they do not travel with the product.
using System.Text.Json;
using System.Text.Json.Nodes;

var root = args.Length > 0 ? args[0] : ".";
var found = new SortedDictionary<string, (string Type, string Name, string Version)>(StringComparer.Ordinal);

foreach (var file in Directory.EnumerateFiles(Path.Combine(root, "src"), "packages.lock.json", SearchOption.AllDirectories))
{
    foreach (var (_, framework) in JsonNode.Parse(File.ReadAllText(file))!["dependencies"]!.AsObject())
    {
        foreach (var (name, package) in framework!.AsObject())
        {
            if (package!["type"]!.GetValue<string>() is "Direct" or "Transitive" or "CentralTransitive" && !IsAnalyzer(name))
            {
                var version = package["resolved"]!.GetValue<string>();
                found[$"pkg:nuget/{name}@{version}"] = ("library", name, version);
            }
        }
    }
}

foreach (var file in Directory.EnumerateFiles(Path.Combine(root, "src"), "package-lock.json", SearchOption.AllDirectories).Where(f => !f.Contains("node_modules", StringComparison.Ordinal)))
{
    foreach (var (path, package) in JsonNode.Parse(File.ReadAllText(file))!["packages"]!.AsObject())
    {
        // What only builds (dev) or what belongs to another machine (optional) is not shipped.
        if (path.Length > 0 && package!["dev"]?.GetValue<bool>() != true && package["optional"]?.GetValue<bool>() != true)
        {
            var name = path[(path.LastIndexOf("node_modules/", StringComparison.Ordinal) + "node_modules/".Length)..];
            var version = package["version"]!.GetValue<string>();
            found[$"pkg:npm/{Uri.EscapeDataString(name).Replace("%2F", "/", StringComparison.Ordinal)}@{version}"] = ("library", name, version);
        }
    }
}

var components = found.Select(c => (JsonNode)new JsonObject
{
    ["type"] = c.Value.Type,
    ["bom-ref"] = c.Key,
    ["name"] = c.Value.Name,
    ["version"] = c.Value.Version,
    ["purl"] = c.Key,
});
Console.WriteLine(new JsonObject
{
    ["bomFormat"] = "CycloneDX",
    ["specVersion"] = "1.6",
    ["version"] = 1,
    ["metadata"] = new JsonObject
    {
        ["component"] = new JsonObject
        {
            ["type"] = "application",
            ["name"] = "beffroi",
            ["licenses"] = new JsonArray(new JsonObject { ["license"] = new JsonObject { ["id"] = "Apache-2.0" } }),
        },
    },
    ["components"] = new JsonArray([.. components]),
}.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));

static bool IsAnalyzer(string name) => name.Contains("Analyzer", StringComparison.Ordinal) || name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal);

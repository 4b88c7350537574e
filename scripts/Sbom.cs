// Writes what the product is made of (CycloneDX 1.6, JSON), from the published site and the lock file of its style sheets:
// dotnet run scripts/Sbom.cs -- "$(./run --build-only)" > sbom.cdx.json
using System.Text.Json;
using System.Text.Json.Nodes;

if (args is not [var published] || Directory.GetFiles(published, "*.deps.json", SearchOption.AllDirectories) is not { Length: > 0 } manifests)
{
    await Console.Error.WriteLineAsync("Usage : dotnet run scripts/Sbom.cs -- DOSSIER (celui que ./run --build-only écrit)");
    return 2;
}

var found = new SortedDictionary<string, (string Type, string Name, string Version)>(StringComparer.Ordinal);
foreach (var file in manifests)
{
    foreach (var (key, library) in JsonNode.Parse(File.ReadAllText(file))!["libraries"]!.AsObject())
    {
        if (library!["type"]!.GetValue<string>() == "package" && key.Split('/') is [var name, var version])
        {
            found[$"pkg:nuget/{name}@{version}"] = ("library", name, version);
        }
    }
}

foreach (var file in Directory.EnumerateFiles("src", "package-lock.json", SearchOption.AllDirectories).Where(f => !f.Contains("node_modules", StringComparison.Ordinal)))
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
return 0;

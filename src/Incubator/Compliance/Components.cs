using System.Text.Json;

namespace Beffroi.Incubator.Compliance;

/// <summary>The libraries that this very program runs with, as the .NET host was told them (its <c>.deps.json</c> files): name and version of each package.</summary>
public sealed record Component(string Name, string Version)
{
    public string Purl => $"pkg:nuget/{Name}@{Version}";

    /// <summary>Those of the program that runs; none where it does not say.</summary>
    public static IReadOnlyList<Component> Running() => Of((AppContext.GetData("APP_CONTEXT_DEPS_FILES") as string ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Where(File.Exists).Select(File.ReadAllText));

    public static IReadOnlyList<Component> Of(IEnumerable<string> manifests)
    {
        var found = new SortedDictionary<string, Component>(StringComparer.OrdinalIgnoreCase);
        foreach (var manifest in manifests)
        {
            using var json = JsonDocument.Parse(manifest);
            foreach (var library in json.RootElement.GetProperty("libraries").EnumerateObject().Where(l => string.Equals(l.Value.GetProperty("type").GetString(), "package", StringComparison.Ordinal)))
            {
                if (library.Name.Split('/') is [var name, var version])
                {
                    found[library.Name] = new(name, version);
                }
            }
        }

        return [.. found.Values];
    }

    /// <summary>As CycloneDX 1.6 writes them.</summary>
    public static object Bom(IReadOnlyList<Component> components) => new
    {
        bomFormat = "CycloneDX", specVersion = "1.6", version = 1,
        components = components.Select(c => new { type = "library", name = c.Name, version = c.Version, purl = c.Purl }),
    };
}

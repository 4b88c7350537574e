using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace Beffroi.Kit;

/// <summary>From a file's plain path to its fingerprinted one, which browsers may keep for ever.</summary>
public sealed class AssetPaths(EndpointDataSource endpoints)
{
    readonly Lazy<Dictionary<string, string>> _byLabel = new(() => endpoints.Endpoints
        .Select(e => e.Metadata.GetMetadata<StaticAssetDescriptor>())
        .OfType<StaticAssetDescriptor>()
        .SelectMany(asset => asset.Properties
            .Where(p => string.Equals(p.Name, "label", StringComparison.Ordinal))
            .Select(label => (Label: label.Value, asset.Route)))
        .DistinctBy(a => a.Label, StringComparer.Ordinal)
        .ToDictionary(a => a.Label, a => a.Route, StringComparer.Ordinal));

    public string this[string path] => "/" + _byLabel.Value.GetValueOrDefault(path, path);
}

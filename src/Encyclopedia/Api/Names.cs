using System.Text.Json;

namespace Beffroi.Encyclopedia.Api;

/// <summary>Values of an enumeration by the names that the JSON gives them.</summary>
static class Names
{
    /// <summary>Null where one of them is no name.</summary>
    public static IReadOnlyList<T>? All<T>(string[]? texts) where T : struct, Enum
    {
        var named = Enum.GetValues<T>().ToDictionary(v => JsonSerializer.Serialize(v, EntryJson.Options).Trim('"'), StringComparer.Ordinal);
        return texts is null ? [] : texts.All(named.ContainsKey) ? [.. texts.Select(t => named[t])] : null;
    }
}

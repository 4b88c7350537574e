using System.Reflection;
using System.Text.Json;

namespace Beffroi.Eva.Orientation;

/// <summary>What we wrote for the orientation, embedded in the assembly (docs/eva-orientation.md gives each file its source).</summary>
public static class OrientationData
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static T Load<T>(string file)
    {
        using var stream = Open(file);
        return JsonSerializer.Deserialize<T>(stream, Json) ?? throw new JsonException($"{file} holds nothing.");
    }

    public static string Text(string file)
    {
        using var reader = new StreamReader(Open(file));
        return reader.ReadToEnd();
    }

    static Stream Open(string file) =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream($"orientation/{file}") ?? throw new InvalidOperationException($"The file {file} is not in this assembly.");
}

/// <summary>The words of each way on.</summary>
public sealed record WayTexts
{
    public required string Version { get; init; }
    public required string Source { get; init; }
    public required IReadOnlyList<WayText> Paths { get; init; }

    public static WayTexts Current { get; } = OrientationData.Load<WayTexts>("paths.json");

    public static WayText Of(Way way) => Current.Paths.Single(p => p.Id == way);
}

public sealed record WayText
{
    public required Way Id { get; init; }
    public required string Title { get; init; }
    public required string ForAdviser { get; init; }
    public required string ForPerson { get; init; }
    public required IReadOnlyList<string> NextSteps { get; init; }
    public required IReadOnlyList<string> Cautions { get; init; }
}

/// <summary>Codes and labels of the ROME, version 3 (France Travail, Licence Ouverte).</summary>
public static class Rome
{
    static readonly IReadOnlyDictionary<string, string> Labels = OrientationData.Text("rome.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.TrimEnd('\r').Split('|', 2)).ToDictionary(cells => cells[0], cells => cells[1], StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> Codes => Labels.Keys;

    /// <summary>Null for a code that the version 3 has not.</summary>
    public static string? Label(string code) => Labels.GetValueOrDefault(code);
}

using System.Text.Json.Serialization;
using Beffroi.Incubator.Compliance;

namespace Beffroi.Incubator.BoardShowing;

/// <summary>The board for machines.</summary>
public sealed record BoardFile(
    [property: JsonPropertyName("date")] DateTimeOffset? At,
    [property: JsonPropertyName("version")] string? Version,
    [property: JsonPropertyName("services")] IReadOnlyList<ServiceFile> Services)
{
    public static BoardFile Of(Board board) => new(board.At, board.Version, [.. board.Services.Select(s => new ServiceFile
    {
        Key = s.Service.Key(), Name = s.Service.Label(), Lowest = s.Lowest, Mean = s.Mean,
        Grades = [.. s.Grades.Select(g => new GradeFile(g.Name, g.Letter, g.Evidence))],
        Lines = [.. s.Lines.Select(l => new LineFile { Key = l.Criterion.Key, Asks = l.Criterion.Asks, Source = l.Criterion.Source, Verdict = l.Verdict.Key(), Before = l.Before?.Key(), Evidence = l.Evidence.Split('\n') })],
    })]);
}

public sealed record ServiceFile
{
    [JsonPropertyName("service")]
    public required string Key { get; init; }

    [JsonPropertyName("nom")]
    public required string Name { get; init; }

    [JsonPropertyName("note_la_plus_basse")]
    public required string? Lowest { get; init; }

    [JsonPropertyName("note_moyenne")]
    public required string? Mean { get; init; }

    [JsonPropertyName("notes")]
    public required IReadOnlyList<GradeFile> Grades { get; init; }

    [JsonPropertyName("criteres")]
    public required IReadOnlyList<LineFile> Lines { get; init; }
}

/// <param name="Letter">Null: unknown, it needs a tool outside.</param>
public sealed record GradeFile([property: JsonPropertyName("nom")] string Name, [property: JsonPropertyName("lettre")] string? Letter, [property: JsonPropertyName("preuve")] string Evidence);

public sealed record LineFile
{
    [JsonPropertyName("critere")]
    public required string Key { get; init; }

    [JsonPropertyName("demande")]
    public required string Asks { get; init; }

    [JsonPropertyName("source")]
    public required string Source { get; init; }

    [JsonPropertyName("resultat")]
    public required string Verdict { get; init; }

    [JsonPropertyName("resultat_avant")]
    public required string? Before { get; init; }

    [JsonPropertyName("preuves")]
    public required IReadOnlyList<string> Evidence { get; init; }
}

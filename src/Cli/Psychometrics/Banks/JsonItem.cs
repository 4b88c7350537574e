using System.Collections.Immutable;
using System.Text.Json;
using Beffroi.Cli.Psychometrics.Tables;

namespace Beffroi.Cli.Psychometrics.Banks;

/// <summary>One item of a bank in JSON.</summary>
sealed record JsonItem(JsonElement Item, string Place)
{
    public ItemDescription Description(string? model) => Item.ValueKind is not JsonValueKind.Object ? throw Wrong("", "un objet est attendu") : new()
    {
        Name = Text("id") ?? Text("item") ?? throw Wrong(".id", "manque"),
        Model = (Text("model") ?? model)?.ToLowerInvariant(),
        A = Number("a"),
        B = Number("b"),
        C = Number("c"),
        D = Number("d"),
        Thresholds = [.. List("thresholds").Select(t => Number(t, ".thresholds"))],
        Scores = Has("scores", out _) ? [.. List("scores").Select(Score)] : null,
    };

    bool Has(string name, out JsonElement value) => Item.TryGetProperty(name, out value) && value.ValueKind is not JsonValueKind.Null;

    string? Text(string name) => !Has(name, out var value) ? null : value.ValueKind is JsonValueKind.String ? value.GetString() : throw Wrong($".{name}", "un texte est attendu");

    double? Number(string name) => Has(name, out var value) ? Number(value, $".{name}") : null;

    double Number(JsonElement value, string where) =>
        value.ValueKind is JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number) ? number : throw Wrong(where, "un nombre est attendu");

    int Score(JsonElement value) =>
        value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var score) && score is >= -ScoreText.Max and <= ScoreText.Max ? score : throw Wrong(".scores", "des nombres entiers sont attendus");

    ImmutableArray<JsonElement> List(string name) =>
        !Has(name, out var value) ? [] : value.ValueKind is JsonValueKind.Array ? [.. value.EnumerateArray()] : throw Wrong($".{name}", "une liste est attendue");

    CommandFailedException Wrong(string where, string reason) => new($"{Place}{where} : {reason}", ExitCodes.BadUsage);
}

namespace Beffroi.Incubator.Cards;

/// <summary>What front matter is made of.</summary>
abstract record Yaml(int Line);

/// <param name="Text">Null where nothing is written.</param>
/// <param name="IsPlain">Without quotes: it may be a number, a day, a truth.</param>
sealed record YamlScalar(string? Text, bool IsPlain, int Line) : Yaml(Line);

sealed record YamlList(IReadOnlyList<Yaml> Items, int Line) : Yaml(Line);

sealed record YamlMap(IReadOnlyDictionary<string, Yaml> Keys, int Line) : Yaml(Line);

/// <summary>A line that this reader does not know how to read: it says which, and why.</summary>
static class YamlMistake
{
    public static InvalidDataException At(int line, string said) => new($"ligne {line.ToString(System.Globalization.CultureInfo.InvariantCulture)}\u00A0: {said}");
}

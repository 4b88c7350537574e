using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Entry;

/// <summary>What a person is told before saying yes. A change of words is a new version: each evaluation keeps the one that was read, and in which language.</summary>
public static class ConsentText
{
    public const string Version = "2026-11";

    /// <summary>In French, the source of the other languages.</summary>
    public static readonly IReadOnlyList<string> Sentences = In(Language.French);

    public static IReadOnlyList<string> In(Language language) => [.. Enumerable.Range(1, 5).Select(number => language.Say($"accord.{number}").Text)];
}

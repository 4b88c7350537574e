using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Hints;

public enum HintKind
{
    /// <summary>Words that look like the name, the address or the number of a person.</summary>
    Person,

    /// <summary>A criterion that says no reason, or that it is obvious.</summary>
    Criterion,

    /// <summary>Nothing to check it by.</summary>
    Source,

    /// <summary>A word that judges.</summary>
    Judgement,
}

/// <summary>Something that a reviewer should look at; it blocks nothing by itself, but a person named must be answered for.</summary>
/// <param name="Place">Where, as in <see cref="EntryChecks"/>; empty for the whole entry.</param>
/// <param name="Words">What was found there.</param>
public sealed record Hint(HintKind Kind, string Place, string Words)
{
    /// <summary>For a form: the same words in two places are one question.</summary>
    public string Key => string.Concat(Words.ToUpperInvariant().Select(c => char.IsLetterOrDigit(c) ? c : '-'));

    public string Say(Lang l) => Kind switch
    {
        HintKind.Person => l.Say($"« {Words} » ressemble à une personne ou à ses coordonnées", $"“{Words}” looks like a person or a way to reach one"),
        HintKind.Criterion => l.Say("Critère sans raison écrite : ", "Criterion without a written reason: ") + (Enum.TryParse<Criterion>(Words, out var criterion) ? criterion.Say(l) : Words),
        HintKind.Source => l.Say("Aucune source n’est donnée", "No source is given"),
        HintKind.Judgement => l.Say($"« {Words} » porte un jugement : un fait suffit-il ?", $"“{Words}” passes judgement: would a fact do?"),
    };
}

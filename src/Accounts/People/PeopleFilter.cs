namespace Beffroi.Accounts.People;

/// <summary>Which states the list shows, by the word of its address.</summary>
public sealed record PeopleFilter(string Word, string Label, bool Everyone, Verdict? Verdict)
{
    public static readonly IReadOnlyList<PeopleFilter> All =
    [
        new("tous", "Tout le monde", Everyone: true, null),
        new("attente", "En attente", Everyone: false, null),
        new("acceptees", "Acceptées", Everyone: false, Accounts.Verdict.Accepted),
        new("refusees", "Refusées", Everyone: false, Accounts.Verdict.Refused),
        new("desactivees", "Désactivées", Everyone: false, Accounts.Verdict.Deactivated),
    ];

    public static PeopleFilter Read(string? word) => All.FirstOrDefault(f => string.Equals(f.Word, word, StringComparison.Ordinal)) ?? All[0];
}

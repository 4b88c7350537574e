namespace Beffroi.Eva.Orientation;

/// <summary>The second domain of CléA and the literacy sub-skills, said again with what a trainer works on.</summary>
public sealed record CleaTexts
{
    public required string Version { get; init; }
    public required string Source { get; init; }
    public required string Reminder { get; init; }
    public required IReadOnlyDictionary<string, string> Statuses { get; init; }
    public required IReadOnlyList<CleaDomainText> Domains { get; init; }
    public required IReadOnlyList<LiteracyText> Literacy { get; init; }
    public required IReadOnlyList<string> NotMeasured { get; init; }

    public static CleaTexts Current { get; } = OrientationData.Load<CleaTexts>("clea.json");

    public static CleaSubdomainText Subdomain(string code) => Current.Domains.SelectMany(d => d.Subdomains).Single(s => string.Equals(s.Code, code, StringComparison.Ordinal));

    public static LiteracyText LiteracyOf(string skill) => Current.Literacy.Single(l => string.Equals(l.Id, skill, StringComparison.Ordinal));
}

public sealed record CleaDomainText(string Code, string Title, IReadOnlyList<CleaSubdomainText> Subdomains);

public sealed record CleaSubdomainText(string Code, string Title, string TrainerWorksOn, IReadOnlyList<CleaCriterionText> Criteria);

public sealed record CleaCriterionText(string Code, string Title, bool Tested, string TrainerWorksOn, string? AskInstead = null);

public sealed record LiteracyText(string Id, string Title, string Meaning, string TrainerWorksOn, string AskInstead);

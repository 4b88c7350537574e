namespace Beffroi.Ads.Law;

/// <summary>All the files of one country, or of one union of countries, put together.</summary>
public sealed record Jurisdiction
{
    public required string Code { get; init; }
    public required Words Name { get; init; }
    public required IReadOnlyList<string> Members { get; init; }
    public required IReadOnlyList<Territory> Territories { get; init; }
    public required IReadOnlyList<Election> Elections { get; init; }
    public required IReadOnlyList<Article> Articles { get; init; }
    public required IReadOnlyList<Rule> Rules { get; init; }
    public required IReadOnlyList<CaseNote> Cases { get; init; }
    public required IReadOnlyList<CaseNote> EffectCases { get; init; }
    public required Words? JudgeOfElections { get; init; }

    internal static Jurisdiction Of(string code, IReadOnlyList<LawFile> files)
    {
        var cases = files.SelectMany(f => f.Cases).ToList();
        return new()
        {
            Code = code,
            Name = files.Select(f => f.Name).FirstOrDefault(n => n is not null) ?? new Words(code, code),
            Members = [.. files.SelectMany(f => f.Members)],
            Territories = [.. files.SelectMany(f => f.Territories)],
            Elections = [.. files.SelectMany(f => f.Elections).OrderBy(e => e.Dates[0].Rounds[0].Date)],
            Articles = [.. files.SelectMany(f => f.Articles)],
            Rules = [.. files.SelectMany(f => f.Rules)],
            Cases = cases,
            EffectCases = [.. files.SelectMany(f => f.EffectCases).Select(r => cases.Single(c => string.Equals(c.Reference, r, StringComparison.Ordinal)))],
            JudgeOfElections = files.Select(f => f.JudgeOfElections).FirstOrDefault(w => w is not null),
        };
    }
}

using System.Reflection;

namespace Beffroi.Ads.Law;

/// <summary>Elections, texts and rules of the countries whose files it was given; it judges nothing that they do not say.</summary>
public sealed class LawBook
{
    readonly Dictionary<string, Jurisdiction> jurisdictions;

    LawBook(Dictionary<string, Jurisdiction> jurisdictions) => this.jurisdictions = jurisdictions;

    public IReadOnlyCollection<Jurisdiction> Jurisdictions => jurisdictions.Values;

    public IEnumerable<Election> Elections => jurisdictions.Values.SelectMany(j => j.Elections);

    public IEnumerable<Territory> Territories => jurisdictions.Values.SelectMany(j => j.Territories);

    public IEnumerable<Article> Articles => jurisdictions.Values.SelectMany(j => j.Articles);

    /// <summary>The files that come with the program.</summary>
    public static LawBook Load()
    {
        var home = Assembly.GetExecutingAssembly();
        return Of(home.GetManifestResourceNames().Where(n => n.StartsWith("law/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name =>
        {
            using var reader = new StreamReader(home.GetManifestResourceStream(name)!);
            return LawFile.Parse(name, reader.ReadToEnd());
        }));
    }

    /// <exception cref="InvalidDataException">A file names something that no file describes, or a time zone that does not exist.</exception>
    public static LawBook Of(IEnumerable<LawFile> files)
    {
        var all = files.GroupBy(f => f.Jurisdiction, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => Jurisdiction.Of(g.Key, [.. g]), StringComparer.Ordinal);
        BookChecks.Check(all.Values);
        return new(all);
    }

    /// <summary>The country's own rules, then those of the unions it belongs to.</summary>
    public IEnumerable<(Jurisdiction Source, Rule Rule)> RulesOf(string country) => JurisdictionsOf(country).SelectMany(j => j.Rules.Select(r => (j, r)));

    public Jurisdiction? Country(string code) => jurisdictions.GetValueOrDefault(code);

    public Election? Election(string id) => Elections.FirstOrDefault(e => string.Equals(e.Id, id, StringComparison.Ordinal));

    /// <summary>Countries of the union that this rule comes from; of a country, itself.</summary>
    internal static IReadOnlyList<string> Within(Jurisdiction source) => source.Members.Count > 0 ? source.Members : [source.Code];

    /// <summary>One finding for each rule of the ad's country. The same facts and the same instant give the same reading.</summary>
    public AdReading Judge(AdFacts facts, DateTimeOffset now) => new()
    {
        Process = [.. RulesOf(facts.Country).Select(r => new Inquiry(this, r.Source, facts, now).Into(r.Rule))],
        Effect = Weighing.Of(this, facts, now),
    };

    /// <summary>Elections of a country that may be concerned by an ad shown at those dates, the nearest first: what a form may propose.</summary>
    public IReadOnlyList<Election> ElectionsNear(string country, DateOnly day) =>
        [.. Country(country)?.Elections.Where(e => e.Dates.Any(d => day <= d.Rounds[^1].Date.AddDays(7) && day >= d.Rounds[0].Date.AddYears(-1))).OrderBy(e => e.Dates[0].Rounds[0].Date) ?? Enumerable.Empty<Election>()];

    IEnumerable<Jurisdiction> JurisdictionsOf(string country) => jurisdictions.Values
        .Where(j => string.Equals(j.Code, country, StringComparison.Ordinal) || j.Members.Contains(country, StringComparer.Ordinal))
        .OrderBy(j => j.Members.Count > 0).ThenBy(j => j.Code, StringComparer.Ordinal);
}

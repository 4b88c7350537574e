using System.Reflection;
using System.Text.RegularExpressions;
using Beffroi.Ads.Law;

namespace Beffroi.Ads.Tests.Law;

/// <summary>What the files of the program have to be, besides readable.</summary>
public sealed partial class DataTests
{
    static readonly LawBook Book = LawBook.Load();

    static IEnumerable<(string Name, string Text)> Files() => typeof(LawBook).Assembly.GetManifestResourceNames().Where(n => n.StartsWith("law/", StringComparison.Ordinal)).Select(n =>
    {
        using var reader = new StreamReader(typeof(LawBook).Assembly.GetManifestResourceStream(n)!);
        return (n, reader.ReadToEnd());
    });

    [Fact]
    public void No_file_calls_anything_illegal_nor_carries_a_mark_of_doubt()
    {
        Assert.NotEmpty(Files());
        Assert.All(Files(), f => Assert.DoesNotMatch(Forbidden(), f.Text));
    }

    /// <summary>Points that nobody has verified are left out: amounts and articles that were only remembered.</summary>
    [Theory]
    [InlineData("90-1")]
    [InlineData("L. 97")]
    [InlineData("100 ")]
    [InlineData("6 %")]
    [InlineData("3 750")]
    [InlineData("11-5")]
    public void Points_not_verified_are_absent(string point) =>
        Assert.All(Files(), f => Assert.DoesNotContain(point, f.Text.Replace('\u00a0', ' ').Replace('\u202f', ' '), StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Every_text_election_and_decision_says_where_and_when_it_was_read()
    {
        Assert.All(Book.Articles.SelectMany(a => a.Versions), v => Assert.True(v.Source.Host is "www.legifrance.gouv.fr" or "eur-lex.europa.eu" && v.CheckedOn.Year >= 2026));
        Assert.All(Book.Elections, e => Assert.True(e.Source.IsAbsoluteUri && e.CheckedOn.Year >= 2026));
        Assert.All(Book.Jurisdictions.SelectMany(j => j.Cases), c => Assert.True(c.Source.IsAbsoluteUri));
    }

    [Fact]
    public void Every_word_is_in_French_and_in_English_with_French_spacing()
    {
        foreach (var (name, text) in Files())
        {
            var french = FrenchText().Matches(text).Select(m => m.Groups["text"].Value).ToList();
            Assert.Equal(french.Count, EnglishText().Count(text));
            Assert.All(french, f => Assert.DoesNotMatch(BadFrench(), f));
            Assert.True(french.Count > 0 || name.Contains("rules", StringComparison.Ordinal), name);
        }
    }

    [Fact]
    public void The_rules_asked_for_are_there_and_each_missing_fact_has_its_question()
    {
        Assert.Equal(["R1", "R2", "R3", "R4-mentions", "R4-silence", "R5", "R5-party", "R8", "R9", "R6", "R7-label", "R7-notice"], Book.RulesOf("FR").Select(r => r.Rule.Id));
        Assert.All(Enum.GetValues<FactKey>(), k => Assert.EndsWith("?", Questions.Of(k).In("fr"), StringComparison.Ordinal));
        Assert.Subset(Book.Articles.Select(a => a.Id).ToHashSet(), new HashSet<string>(["L52-1-1", "L48-1", "L48-2", "L49", "L52-2", "L52-8", "88-227-11-4", "77-808-2", "77-808-11", "L163-1", "L163-2", "86-1067-14", "TTPA-5-2", "TTPA-11", "TTPA-12", "TTPA-15"]));
    }

    [Theory]
    [InlineData("""{"jurisdiction":"ZZ","elections":[{"id":"z"}]}""", "missing required")]
    [InlineData("""{"jurisdiction":"ZZ","rulez":[]}""", "rulez")]
    [InlineData("""{"jurisdiction":"ZZ","territories":[{"code":"A","name":{"en":"A"},"zones":["Mars/Olympus"],"closes":{"earliest":"18:00:00","latest":"20:00:00"}}]}""", "Mars/Olympus")]
    [InlineData("""{"jurisdiction":"ZZ","rules":[{"id":"Z1","title":{"en":"z"},"article":"nowhere","variants":[]}]}""", "nowhere")]
    [InlineData("""{"jurisdiction":"ZZ","articles":[{"id":"a","name":{"en":"a"},"versions":[{"from":"2020-01-01","to":"2020-12-31","says":{"en":"a"},"source":"https://z.example","checkedOn":"2026-01-01"},{"from":"2021-02-01","says":{"en":"a"},"source":"https://z.example","checkedOn":"2026-01-01"}]}]}""", "gap")]
    [InlineData("{", "ZZ.json")]
    public void A_faulty_file_is_refused_with_what_is_wrong(string json, string told)
    {
        var fault = Assert.Throws<InvalidDataException>(() => LawBook.Of([LawFile.Parse("ZZ.json", json)]));
        Assert.Contains(told, fault.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Elections_near_a_day_are_those_a_form_may_propose()
    {
        Assert.Equal(["fr-presidential-2027"], Book.ElectionsNear("FR", new(2026, 11, 26)).Select(e => e.Id));
        Assert.Contains("fr-municipal-2026", Book.ElectionsNear("FR", new(2026, 2, 1)).Select(e => e.Id));
        Assert.Empty(Book.ElectionsNear("XX", new(2026, 2, 1)));
    }

    [GeneratedRegex(@"ill[eé]gal|\[(?:U|I|D|W2?|S|C)[ \],]|TODO|unverified", RegexOptions.IgnoreCase, 1000)]
    internal static partial Regex Forbidden();

    [GeneratedRegex("\"fr\": \"(?<text>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FrenchText();

    [GeneratedRegex("\"en\": \"", RegexOptions.None, 1000)]
    private static partial Regex EnglishText();

    [GeneratedRegex(" [:;?!»]|« |'", RegexOptions.None, 1000)]
    internal static partial Regex BadFrench();
}

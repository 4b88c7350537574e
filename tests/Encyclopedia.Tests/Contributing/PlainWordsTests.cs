using System.Text.RegularExpressions;
using Beffroi.Encyclopedia.Differences;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Tests.Contributing;

/// <summary>Comparisons speak people's language: no name that a program gives to a kind or a field.</summary>
public sealed partial class PlainWordsTests
{
    static EntryContent Before => Samples.Tool with
    {
        Phases = [Phase.Detection], Criteria = [], Reliability = [], Availability = new() { State = ToolState.OnRequest, CheckedOn = new(2025, 3, 4) }, Origin = null, Links = [new("preuve", Relation.MadeBy)],
    };

    static EntryContent After => Samples.Tool with
    {
        Phases = [Phase.Attribution, Phase.Detection], Criteria = [new() { Criterion = Criterion.Foreign, Stand = Stand.Unknown, Why = new() { Fr = "À voir.", En = "To be seen." } }],
        Availability = new() { State = ToolState.Closed, CheckedOn = new(2026, 3, 4) }, Links = [new("preuve", Relation.RestsOn)],
    };

    [Theory]
    [InlineData("fr", "/encyclopedie/fiche/garder-une-preuve/comparer?from=1&to=2", new[] { "Sur demande", "Fermé", "Origine étrangère", "On ne sait pas", "preuve (fait par)", "preuve (s’appuie sur)", "mars", "conclusion : Bonne", "par qui : Laboratoire d’exemple", "Phase Attribution" })]
    [InlineData("en", "/en/encyclopedia/entry/garder-une-preuve/compare?from=1&to=2", new[] { "On request", "Closed", "Foreign origin", "Not known", "preuve (made by)", "preuve (rests on)", "March", "conclusion: Good", "by whom: Laboratoire d’exemple", "Phase Attribution" })]
    public async Task Versions_are_compared_in_words(string code, string address, string[] expected)
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published(Before);
        await site.Changed(After);

        var page = await site.Visit().Open(address);

        Assert.Equal(code, page.Page.DocumentElement.GetAttribute("lang"));
        var shown = string.Join('\n', page.Page.QuerySelectorAll(".change").Select(c => c.TextContent)).Replace('\u00A0', ' ');
        foreach (var words in expected)
        {
            Assert.Contains(words, shown, StringComparison.Ordinal);
        }

        Assert.DoesNotMatch(MachineNames(), shown);
    }

    [Fact]
    public async Task A_whole_entry_is_listed_and_its_order_changed_in_words()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published(Samples.Practice with { Reliability = [] });
        await site.Appointed(Crew.Hugo);
        var (rose, hugo) = (await site.SignIn(Crew.Rose), await site.SignIn(Crew.Hugo));
        await rose.Open("/encyclopedie/nouvelle-fiche?type=tool");
        await rose.Press("Envoyer la proposition", ("phases", "Detection"), ("texts.fr.title", "Loupe"), ("texts.fr.summary", "Un essai."), ("sources.0.title", "Un guide"), ("comment", "Nouvelle"), ("availability.state", "Paid"), ("availability.checkedOn", "2026-11-20"),
            ("texts.fr.fields.byWhom", "Nous"), ("texts.fr.fields.what", "Voir"), ("texts.fr.fields.whatFor", "Voir"), ("texts.fr.fields.forWhom", "Tous"), ("links.0.to", "garder-une-preuve"), ("links.0.relation", "Counters"));

        await hugo.Open("/encyclopedie/proposition/" + site.LastProposal());

        var shown = hugo.Page.QuerySelector("dl.contents")!.TextContent.Replace('\u00A0', ' ');
        foreach (var words in new[] { "Outil", "français", "Payant", "20 novembre 2026", "Répond à", "Lien garder-une-preuve (répond à)" })
        {
            Assert.Contains(words, shown, StringComparison.Ordinal);
        }

        Assert.DoesNotMatch(MachineNames(), shown);
        var order = EntryDiff.Of(Samples.Practice, Samples.Practice with { Phases = [Phase.Qualification, Phase.Detection] }).Changes.Single();
        Assert.Contains(order.In(EntryType.Practice, Lang.English).Parts, p => p.Text.Contains("Qualification", StringComparison.Ordinal));
        Assert.DoesNotContain(order.In(EntryType.Practice, Lang.English).Parts, p => p.Text.Contains("qualification", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\b(onRequest|closed|paid|foreign|unknown|restsOn|madeBy|counters|checkedOn|readOn|dueHours|criterion:|stand:|relation:|grade|good|detection|attribution|tool|[0-9]{4}-[0-9]{2}-[0-9]{2})\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MachineNames();
}

using System.Text.RegularExpressions;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Exchange;
using Beffroi.Chat.Tests.Cases;
using Beffroi.Kit;

namespace Beffroi.Chat.Tests.Exchange;

public sealed partial class MarkdownTests
{
    [Fact]
    public void The_label_stands_at_the_top_and_at_the_foot()
    {
        var page = Page(Desk.Opened(Desk.Amber(Desk.Ministry)));
        Assert.StartsWith("**TLP:AMBER**\n", page, StringComparison.Ordinal);
        Assert.EndsWith("**TLP:AMBER**\n\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_case_is_told_with_its_criteria_its_sources_and_its_decisions()
    {
        var desk = Desk.Opened(title: "Rumeur sur l’eau");
        desk.Write(new ObservableNoted { Observable = Observable.Read(ObservableKind.Url, "https://example.org/faux")!, Note = "relayé" }, null, out var seen, happened: Desk.Start.AddHours(-3), knew: Desk.Start);
        desk.Write(new CriterionAssessed { Criterion = Convention.Massive, Stand = Stand.Yes, Confidence = Estimate.VeryLikely, Why = "300 comptes", Shown = [seen] });
        desk.Write(new ReactionProposed { Option = ReactionOption.Nothing, Text = "peu vu", Backfire = "le faire connaître", BackfireChance = Estimate.Likely }, null, out var reaction);
        desk.Write(new ReactionDecided { Reaction = reaction, Verdict = Verdict.Taken, Why = "le silence suffit" });
        desk.Write(new SectionWritten { Section = Section.Effect, Text = "# Peu d’effet\n\n**aucun**" });
        desk.Write(new EvidenceKept { FileName = "capture_1.png", MediaType = "image/png", Size = 12, Sha256 = new string('a', 64) });
        var page = Page(desk);
        Assert.Contains("# Rumeur sur l’eau\n", page, StringComparison.Ordinal);
        Assert.Contains("**Diffusion massive**\u00A0: oui\n- oui, très probable (80 à 95\u202F%)\u00A0: 300 comptes", page, StringComparison.Ordinal);
        Assert.Contains("Adresse\u00A0: `https://example.org/faux`, 2026-11-23 07:00:00 UTC", page, StringComparison.Ordinal);
        Assert.Contains("2026-11-23 07:00:00 UTC (su le 2026-11-23 10:00:00 UTC)\u00A0: Adresse", page, StringComparison.Ordinal);
        Assert.Contains("**Ne rien faire**\u00A0: peu vu", page, StringComparison.Ordinal);
        Assert.Contains("retenue\u00A0: le silence suffit", page, StringComparison.Ordinal);
        Assert.Contains("### Peu d’effet\n\n**aucun**", page, StringComparison.Ordinal);
        Assert.Contains("capture\\_1.png", page, StringComparison.Ordinal);
        Assert.Contains(new string('a', 64), page, StringComparison.Ordinal);
        Assert.Contains("## Criteria", CaseMarkdown.Write(Shared(desk), Lang.English, CaseNames.None), StringComparison.Ordinal);
    }

    /// <summary>Titles of ours only, whatever people typed: the same count with and without what could make one.</summary>
    [Fact]
    public void What_people_typed_makes_no_heading_no_table_and_no_markup()
    {
        const string evil = "x\n# titre\n| a | b |\n<script>alert(1)</script> [lien](javascript:alert(1)) ``` *gras*\n- point";
        Desk With(string text)
        {
            var desk = Desk.Opened(title: text);
            desk.Write(new ArgumentMade { Stance = Stance.For, Text = text });
            desk.Write(new DecisionTaken { What = text, Why = text });
            desk.Write(new ObservableNoted { Observable = new() { Kind = ObservableKind.Hashtag, Value = "mot" }, Found = text, Note = text });
            desk.Write(new ThingLinked { Kind = ThingKind.Page, Href = "https://example.org/`a`", Label = text });
            return desk;
        }

        var (plain, odd) = (Page(With("x")), Page(With(evil)));
        Assert.Equal(Blocks().Count(plain), Blocks().Count(odd));
        Assert.DoesNotContain("<script>", odd.Replace("`", "", StringComparison.Ordinal).Replace("x # titre | a | b | <script>alert(1)</script> [lien](javascript:alert(1))", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("\\<script\\>", odd, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_line_that_counts_is_in_the_page()
    {
        for (var seed = 0; seed < 25; seed++)
        {
            var shared = RoundTripTests.Drawn(seed);
            var page = CaseMarkdown.Write(shared, Lang.French, CaseNames.None);
            var counting = new object[] { shared.State.Sections.Values, shared.State.Assessments, shared.State.Arguments, shared.State.Observables, shared.State.Evidence, shared.State.Techniques, shared.State.Decisions, shared.State.Reactions, shared.State.Dossiers, shared.State.Alerts, shared.State.Reuses, shared.State.Joined, shared.State.Links, shared.State.Attributions };
            foreach (var word in counting.SelectMany(c => Word().Matches(CaseJson.Write(c)).Select(m => m.Value)).Distinct())
            {
                Assert.Contains(word, page, StringComparison.Ordinal);
            }
        }
    }

    static SharedCase Shared(Desk desk) => SharedCase.For(desk.Log, Reader.Member(Desk.Anna, Desk.Ministry), Destination.Oneself, NameBook.Empty, out _)!;

    static string Page(Desk desk) => CaseMarkdown.Write(Shared(desk), Lang.French, CaseNames.None);

    [GeneratedRegex("^[#>|`-]", RegexOptions.Multiline, 1_000)]
    private static partial Regex Blocks();

    [GeneratedRegex("mot[0-9]{5,}", RegexOptions.None, 1_000)]
    private static partial Regex Word();
}

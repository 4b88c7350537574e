using System.Globalization;

namespace Beffroi.Detection.Tests.Networks;

public sealed class ClusterEvidenceTests
{
    // Four accounts, twelve objects; « meneur » always first, « relais » always last, thirty seconds after. And people who share alone.
    static readonly Share[] Shares =
    [
        .. Enumerable.Range(0, 12).SelectMany(o => new[] { ("meneur", 0), ("un", 10), ("deux", 10), ("relais", 30) }.Select(a => new Share($"o{o}", a.Item1, $"{a.Item1}{o}", (90_000 * o) + a.Item2))),
        .. Enumerable.Range(0, 300).Select(i => new Share($"seul{i}", $"p{i % 40}", $"p{i}", 3000 * i)),
        new("o0", "un", "plus tard", 5_000_000),
    ];

    internal static (CoordinationFindings, IReadOnlyList<ClusterEvidence>) Found()
    {
        var stream = new RunningCoordination(60);
        foreach (var share in Shares.OrderBy(s => s.Timestamp))
        {
            stream.Add(share);
        }

        var findings = CoordinationAnalysis.Run(stream.Network(), stream.Census());
        return (findings, ClusterEvidence.Of(findings, Shares, 60));
    }

    [Fact]
    public void A_cluster_shows_what_its_members_did_together()
    {
        var (findings, evidence) = Found();
        var e = Assert.Single(evidence);
        Assert.Equal((4, 12, 1.0), (e.Members.Count, e.Objects, e.Cluster.Density));
        Assert.Equal((0 + (10 + 10 + 30 + 0 + 20 + 20)) / 6.0, e.Cluster.MeanDelay, 9);
        Assert.Equal(ClusterRole.FirstMover, e.Members.Single(m => m.Account == "meneur").Role);
        Assert.Equal(ClusterRole.Amplifier, e.Members.Single(m => m.Account == "relais").Role);
        Assert.Equal((36, 0), e.Members.Where(m => m.Account == "meneur").Select(m => (m.Leads, m.Follows)).Single());
        Assert.All(e.Top, o => Assert.Equal((4, 4), (o.Members, o.Shares.Count)));
        Assert.DoesNotContain(e.Top.SelectMany(o => o.Shares), s => s.ContentId == "plus tard");
        Assert.Equal(48.0 / 49, e.Synchrony, 9);
        Assert.InRange(e.SynchronyByChance, 0, 0.2);
        Assert.Equal(49, e.Timeline.Sum(d => d.Value));
        Assert.Equal(new DateOnly(1970, 1, 1), e.Timeline[0].Key);
        Assert.Equal(findings.Clusters[0], e.Cluster);
    }

    [Fact]
    public void Sentences_are_plain_in_both_languages_and_say_that_it_is_no_proof()
    {
        var e = Found().Item2[0];
        var french = e.Sentences(CultureInfo.GetCultureInfo("fr-FR"));
        var english = e.Sentences(CultureInfo.GetCultureInfo("en-GB"));
        Assert.Equal(french.Count, english.Count);
        Assert.Equal("4 comptes ont partagé ensemble 12 objets, à 60 secondes d’écart au plus.", french[0]);
        Assert.Equal("4 accounts shared 12 objects together, at most 60 seconds apart.", english[0]);
        Assert.StartsWith("100\u00a0% des liens possibles entre eux sont présents\u00a0; ", french[1], StringComparison.Ordinal);
        Assert.Contains("jamais une preuve", french[^1], StringComparison.Ordinal);
        Assert.Contains("never a proof", english[^1], StringComparison.Ordinal);
        Assert.All(french, s => Assert.DoesNotContain(" %", s, StringComparison.Ordinal));
    }

    [Fact]
    public void Fused_chances_are_those_of_the_formulas()
    {
        double[] p = [0.01, 0.2];
        double[] logs = [.. p.Select(v => Math.Log(v))];
        Assert.Equal(2 * 2 / ((1 / 0.01) + (1 / 0.2)), Math.Exp(TraceFusion.Combined(logs, FusionRule.HarmonicMean)), 12);
        // Fisher with two chances has a closed form: p(1 - ln p), p their product.
        Assert.Equal(0.002 * (1 - Math.Log(0.002)), Math.Exp(TraceFusion.Combined(logs, FusionRule.Fisher)), 12);
        // (2.32635 + 0.84162)/√2 = 2.24009; the normal tail there is .012543.
        Assert.Equal(0.012543, Math.Exp(TraceFusion.Combined(logs, FusionRule.Stouffer)), 5);
        Assert.Equal(-5000 + Math.Log(2) + Math.Log(2), TraceFusion.Combined([-5000, 0], FusionRule.HarmonicMean), 6);
        Assert.True(double.IsFinite(TraceFusion.Combined([-50_000, -3], FusionRule.Stouffer)));
    }

    [Theory]
    [InlineData(FusionRule.HarmonicMean)]
    [InlineData(FusionRule.Fisher)]
    [InlineData(FusionRule.Stouffer)]
    public void Traces_together_find_at_least_who_is_found_in_both_and_add_up_what_they_share(FusionRule rule)
    {
        var (findings, _) = Found();
        var stream = new RunningCoordination(60);
        foreach (var share in Shares.OrderBy(s => s.Timestamp))
        {
            stream.Add(share with { AccountId = share.AccountId == "deux" ? "trois" : share.AccountId });
        }

        var first = new RunningCoordination(60);
        foreach (var share in Shares.OrderBy(s => s.Timestamp))
        {
            first.Add(share);
        }

        var fused = TraceFusion.Run([new(Trace.Url, first.Network(), first.Census()), new(Trace.Text, stream.Network(), stream.Census())], null, rule);
        Assert.Equal(["deux", "meneur", "relais", "trois", "un"], fused.Clusters.SelectMany(c => c.Members).Order(StringComparer.Ordinal));
        var both = fused.Ties.Single(t => fused.Accounts[t.Tie.First] == "meneur" && fused.Accounts[t.Tie.Second] == "relais");
        Assert.Equal((24, 24, 720L, 24), (both.Tie.Objects, both.Tie.Pairs, both.Tie.DelaySum, both.Tie.FirstLeads));
        Assert.Null(fused.Background);
        Assert.Equal(findings.Clusters[0].Members, TraceFusion.Run([new(Trace.Url, first.Network(), first.Census())]).Clusters[0].Members);
        Assert.Throws<ArgumentException>(() => TraceFusion.Run([]));
    }

    [Fact]
    public void A_post_that_leaves_an_address_and_a_text_is_not_two()
    {
        // Three accounts met once, in one post each, which left both traces; a hundred people make chance small.
        TraceNetwork Left(Trace trace)
        {
            var stream = new RunningCoordination(60);
            foreach (var share in Shares.Where(s => s.AccountId.StartsWith('p') || (s.ObjectId is "o0" && s.ContentId is not "plus tard")).OrderBy(s => s.Timestamp))
            {
                stream.Add(share);
            }

            return new(trace, stream.Network(), stream.Census());
        }

        var fused = TraceFusion.Run([Left(Trace.Url), Left(Trace.Text)], new() { DiscountPopular = false, FalseDiscoveryRate = 0.2 });
        Assert.All(fused.Ties, t => Assert.Equal((2, false), (t.Tie.Objects, t.Significant)));
        Assert.NotEmpty(fused.Ties);
    }
}

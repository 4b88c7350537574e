using System.Text.Json.Nodes;
using Beffroi.Ads.Law;

namespace Beffroi.Ads.Tests.Law;

/// <summary>The table that a jurist reads: worked-cases.json, worked out by hand from the texts.</summary>
public sealed class WorkedCasesTests
{
    static readonly JsonObject Table = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Law", "worked-cases.json")))!.AsObject();
    static readonly LawBook Book = LawBook.Load();

    public static TheoryData<string> Cases() => new(Table["cases"]!.AsArray().Select(c => (string?)c!["why"]).OfType<string>());

    [Fact]
    public void The_table_holds_at_least_sixty_cases_each_told_apart() =>
        Assert.InRange(Cases().Select(c => c.Data).Distinct(StringComparer.Ordinal).Count(), 60, 1000);

    [Fact]
    public void Each_rule_is_seen_with_each_status_it_can_have()
    {
        var seen = Table["cases"]!.AsArray().Select(c => c!["expect"]).OfType<JsonObject>().SelectMany(e => e.Select(x => (Rule: x.Key, Status: (string)x.Value!))).ToHashSet();
        foreach (var rule in Book.RulesOf("FR").Select(r => r.Rule.Id))
        {
            Assert.Contains((rule, "undetermined"), seen);
            Assert.Equal(rule != "R3", seen.Contains((rule, "likelyBreach")));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_case_gets_the_status_expected_of_each_rule(string why)
    {
        var one = Table["cases"]!.AsArray().Single(c => (string?)c!["why"] == why)!.AsObject();
        var facts = Table["base"]!.DeepClone().AsObject();
        foreach (var (name, value) in one["set"] as JsonObject ?? [])
        {
            facts[name] = value?.DeepClone();
        }
        foreach (var name in one["forget"] as JsonArray ?? [])
        {
            facts.Remove((string)name!);
        }
        var now = FactsFile.Instant((string?)one["now"] ?? (string)Table["now"]!);
        var reading = Book.Judge(FactsFile.Read(facts), now);
        var found = reading.Process.Where(f => f.Status != RuleStatus.NoSign).ToDictionary(f => f.Rule, f => f.Status.ToString(), StringComparer.Ordinal);
        var expected = one["expect"]!.AsObject().ToDictionary(e => e.Key, e => Enum.Parse<RuleStatus>((string)e.Value!, ignoreCase: true).ToString(), StringComparer.Ordinal);
        Assert.Equal(Line(expected), Line(found));
        Assert.All(reading.Process, Whole);
    }

    /// <summary>Whatever the status, a person can read on what it rests.</summary>
    static void Whole(RuleFinding finding)
    {
        Assert.NotEmpty(finding.Article.Name.In("fr"));
        Assert.NotEmpty(finding.Reasons);
        Assert.All(finding.Reasons, r => Assert.True(r.In("fr").Length > 10 && r.In("en").Length > 10));
        Assert.Equal(finding.Status == RuleStatus.Undetermined, finding.Missing.Count > 0);
        Assert.True(finding.Status != RuleStatus.LikelyBreach || finding.Article.Version is not null, $"{finding.Rule} without a text.");
    }

    static string Line(Dictionary<string, string> statuses) => string.Join(", ", statuses.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{s.Key} {s.Value}"));
}

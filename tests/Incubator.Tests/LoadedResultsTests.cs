using System.Globalization;
using System.Net;
using System.Text.Json;
using Beffroi.Incubator.Accessibility;
using Beffroi.Incubator.Compliance;
using Beffroi.Incubator.Securing;
using Microsoft.Extensions.DependencyInjection;
using static Beffroi.Incubator.Tests.BoardSteps;
using Actor = Beffroi.Kit.Actor;
using TestResult = Beffroi.Incubator.Compliance.TestResult;

namespace Beffroi.Incubator.Tests;

/// <summary>C10, C11, C25 and all that only tests prove: results that were loaded, and where a line of evidence leads.</summary>
public sealed class LoadedResultsTests
{
    [Theory]
    [InlineData("passed", Verdict.Met)]
    [InlineData("failed", Verdict.NotMet)]
    [InlineData("skipped", Verdict.Unknown)]
    public async Task What_only_tests_prove_is_what_the_loaded_results_say(string outcome, Verdict verdict)
    {
        await using var site = await SiteUnderTest.WithWorld();
        await Load(site, outcome);

        await Control(site);

        Assert.All(site.ReadIncubator(db => db.CheckResults.Where(r => r.Criterion == 16 || r.Criterion == 28 || r.Criterion == 10).ToList()), r => Assert.Equal(verdict, r.Verdict));
        Assert.Contains("abc123", site.ReadIncubator(db => db.CheckResults.First(r => r.Criterion == 16)).Evidence, StringComparison.Ordinal);
    }

    /// <summary>C10, C11 and C25 rest on many tests: each says how many cases passed, when, on which version, and leads to the page that shows them.</summary>
    [Fact]
    public async Task C10_C11_and_C25_are_dated_counted_and_lead_to_what_proves_them()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await Load(site, "passed");
        await Control(site);

        foreach (var number in new[] { 10, 11, 25 })
        {
            var row = site.ReadIncubator(db => db.CheckResults.First(r => r.Criterion == number));
            Assert.All(Criteria.Of(number).Tests, test => Assert.Contains($"test {test} : 1 réussi, 23 novembre 2026, version abc123", Visitor.Flat(row.Evidence), StringComparison.Ordinal));
            Assert.Contains($"{Addresses.Proofs}#C{number}", row.Evidence, StringComparison.Ordinal);
            Assert.DoesNotContain("…", row.Evidence, StringComparison.Ordinal);
        }

        var anyone = site.Visit();
        await anyone.Open(Addresses.ServiceBoard("eva"));
        Assert.NotNull(anyone.Page.QuerySelector($"main a[href='{Addresses.Proofs}#C11']"));
        await anyone.Open(Addresses.Proofs);
        Assert.Contains("version abc123", anyone.Text, StringComparison.Ordinal);
        Assert.Contains("AxeTests.Pages_have_no_violation_in_either_theme_at_either_size", anyone.Page.QuerySelector("#C10")!.ParentElement!.TextContent, StringComparison.Ordinal);

        // The libraries of what runs here: counted again from the list itself.
        using var bom = JsonDocument.Parse(await anyone.Http.GetStringAsync(new Uri(Addresses.Components, UriKind.Relative), TestContext.Current.CancellationToken));
        var components = bom.RootElement.GetProperty("components").EnumerateArray().Select(c => c.GetProperty("purl").GetString()!).ToList();
        Assert.Contains(components, c => c.StartsWith("pkg:nuget/Microsoft.EntityFrameworkCore@", StringComparison.Ordinal));
        Assert.Contains($"{components.Count} bibliothèques connues", Visitor.Flat(site.ReadIncubator(db => db.CheckResults.First(r => r.Criterion == 25)).Evidence), StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_of_components_leaves_out_what_is_no_package()
    {
        const string Deps = """{ "libraries": { "Site/1.0.0": { "type": "project" }, "B.C/2.1.0": { "type": "package" }, "a/1.0.0-rc.1": { "type": "package" } } }""";

        Assert.Equal(["pkg:nuget/a@1.0.0-rc.1", "pkg:nuget/B.C@2.1.0"], Component.Of([Deps, Deps]).Select(c => c.Purl));
    }

    [Theory]
    [InlineData("Atteint\u00A0: /stats\u00A0: 200", "/stats")]
    [InlineData("Non atteint\u00A0: /rien\u00A0: 404", null)]
    [InlineData("Inconnu\u00A0: test A, aucun résultat chargé (/conformite/preuves#C10)", "/conformite/preuves#C10")]
    [InlineData("Atteint\u00A0: licence Apache-2.0 et/ou autre", null)]
    public void A_line_of_evidence_leads_to_the_page_that_it_speaks_of_unless_it_failed(string line, string? address)
    {
        var parts = EvidenceParts.Of(line);

        Assert.Equal((address, line), (parts.Address, parts.Before + parts.Address + parts.After));
    }

    [Fact]
    public async Task A_second_load_takes_the_place_of_the_first()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await Load(site, "passed");
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        await Load(site, "failed");

        Assert.Equal((2, 0), (site.ReadIncubator(db => db.TestLoads.Count()), site.ReadIncubator(db => db.TestOutcomes.Count(o => o.Result == TestResult.Passed))));
    }
}

using System.Net;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Casework;
using Beffroi.Chat.Figures;
using Beffroi.Chat.Tests.Flows;
using Beffroi.Chat.Tests.OnTheShelf;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Chat.Tests.CasePages;

/// <summary>O47: how many people met a manipulation before a reaction and after it, with their interval, source, date and role, or unknown.</summary>
public sealed class ExposureTests
{
    static readonly Marked Secret = new() { Tlp = Tlp.AmberStrict };

    [Theory, ClassData(typeof(Engines))]
    public async Task A_reaction_tells_the_exposure_before_and_after_or_that_it_is_unknown(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (id, reaction) = await Reacted(site, ChatWorld.Hugo);
        var hugo = await (await site.SignIn(ChatWorld.Hugo)).At(CaseStory.Of(id, $"/reactions/{reaction}"));
        Assert.Contains("Personne n’en a encore rien dit.", hugo.Text, StringComparison.Ordinal);

        await hugo.Press("Noter l’exposition", Told(nameof(ExposureMoment.Before), "40 000", "120000"));
        await hugo.Press("Noter l’exposition", ("Moment", nameof(ExposureMoment.After)), ("Known", "No"), ("Source", "Le réseau a fermé ses compteurs"), ("On", "2026-11-23"), ("Role", "analyste"));

        var said = hugo.Text.Replace('\u202F', ' ').Replace('\u00A0', ' ');
        foreach (var words in new[] { "Exposition avant la réaction : de 40 000 à 120 000 personnes", "Exposition après la réaction : inconnue", "Vues affichées", "analyste, 22 novembre 2026" })
        {
            Assert.Contains(words, said, StringComparison.Ordinal);
        }

        // The last word stands, and the first is still in the log.
        await hugo.Press("Noter l’exposition", Told(nameof(ExposureMoment.After), "9000", "11000"));
        var state = (await site.ViewOf(id, ChatWorld.Hugo))!.State.Reactions.Single();
        Assert.Equal((10_000.0, 3), (state.Exposure(ExposureMoment.After)!.Fact.Middle!.Value, state.Exposures.Count));
        await hugo.At($"{CasePart.Reactions.Address(Lang.English, id)}/{reaction}");
        Assert.Contains("Exposure before the reaction: 40,000 to 120,000 people", hugo.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Moment", "", "Moment")]
    [InlineData("Known", "", "Known")]
    [InlineData("Low", "", "Low")]
    [InlineData("Low", "200000", "High")]
    [InlineData("Low", "-1", "Low")]
    [InlineData("High", "99999999999", "High")]
    [InlineData("High", "12,5", "High")]
    [InlineData("Source", " ", "Source")]
    [InlineData("Role", "", "Role")]
    [InlineData("On", "hier", "On")]
    [InlineData("On", "", "On")]
    [InlineData("On", "2026-11-25", "On")]
    public async Task An_exposure_that_cannot_be_is_refused_with_what_was_typed(string field, string typed, string wrong)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (id, reaction) = await Reacted(site, ChatWorld.Hugo);
        var hugo = await (await site.SignIn(ChatWorld.Hugo)).At(CaseStory.Of(id, $"/reactions/{reaction}"));

        await hugo.Press("Noter l’exposition", [.. Told(nameof(ExposureMoment.Before), "40000", "120000").Where(t => t.Field != field), (field, typed)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
        Assert.NotNull(hugo.Page.QuerySelector($"a[href*='{wrong}']"));
        Assert.Empty((await site.ViewOf(id, ChatWorld.Hugo))!.State.Reactions.Single().Exposures);
    }

    [Fact]
    public async Task There_is_no_after_before_it_is_decided_and_those_who_may_not_read_the_reaction_read_nothing()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (id, lines) = await site.Open(ChatWorld.Hugo, "Port", GivenCases.Of(Tlp.Amber, ChatWorld.Observatory), Proposed());
        var hugo = await (await site.SignIn(ChatWorld.Hugo)).At(CaseStory.Of(id, $"/reactions/{lines[1]}"));

        await hugo.Press("Noter l’exposition", Told(nameof(ExposureMoment.After), "1", "2"));

        Assert.Contains(hugo.Mistakes, m => m.Contains("pas été décidée", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignIn(ChatWorld.Camille)).Open(CaseStory.Of(id, $"/reactions/{lines[1]}"))).Status);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Each_month_counts_what_was_met_qualified_and_reused_and_the_medians_of_a_year_of_exposures(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        for (var i = 1; i <= 11; i++)
        {
            var (id, reaction) = await Reacted(site, ChatWorld.Hugo, Secret, i);
            await site.Add(id, ChatWorld.Hugo, Secret, Estimated(reaction, ExposureMoment.Before, i * 1_000, i * 3_000), Estimated(reaction, ExposureMoment.After, i * 100, i * 300));
        }

        // One whose exposure nobody knows afterwards, and one that was no manipulation: neither is in a median.
        var (unknown, open) = await Reacted(site, ChatWorld.Hugo, Secret, 12);
        await site.Add(unknown, ChatWorld.Hugo, Secret, Estimated(open, ExposureMoment.Before, 1, 1), new ExposureEstimated { Reaction = open, Moment = ExposureMoment.After, Source = "x", On = new(2026, 11, 1), Role = "analyste" });
        var (none, closed) = await Reacted(site, ChatWorld.Hugo, Secret, 13);
        await site.Add(none, ChatWorld.Hugo, Secret, Estimated(closed, ExposureMoment.Before, 1, 1), Estimated(closed, ExposureMoment.After, 1, 1), new ReuseTold { Sector = Sector.State, By = "x", What = "y" }, new CaseClosed { Outcome = CaseOutcome.NotManipulation, Why = "x" });

        var november = (await Counted(site, new(2026, 11, 1))).ToDictionary(c => c.Name, StringComparer.Ordinal);

        // Of 11 cases, the sixth in the middle: before 12 000 (6 000 to 18 000), after 1 200 (600 to 1 800).
        Assert.Equal((12_000.0, 11, (6_000.0, 18_000.0)), (november["exposition_avant"].Value, november["exposition_avant"].N, november["exposition_avant"].Interval!.Value));
        Assert.Equal((1_200.0, 11, (600.0, 1_800.0)), (november["exposition_apres"].Value, november["exposition_apres"].N, november["exposition_apres"].Interval!.Value));
        Assert.Equal((12, 0, 1), (november["manipulations_mois"].N, november["manipulations_qualifiees_mois"].N, november["reutilisations_mois"].N));
        // Nothing of a month before, and the same after twelve months no more.
        Assert.Equal(["manipulations_mois", "manipulations_qualifiees_mois", "reutilisations_mois"], (await Counted(site, new(2026, 10, 1))).Select(c => c.Name));
        Assert.Contains(await Counted(site, new(2027, 10, 1)), c => c.Name == "exposition_apres");
        Assert.DoesNotContain(await Counted(site, new(2027, 11, 1)), c => c.Name == "exposition_apres");
    }

    static ReactionProposed Proposed() => new() { Option = ReactionOption.Denial, Text = "Démentir", Backfire = "Peu", BackfireChance = Estimate.Unlikely, Owner = null };

    static async Task<(Guid Case, Guid Reaction)> Reacted(SiteUnderTest site, string who, Marked? marking = null, int number = 0)
    {
        var tlp = marking?.Tlp ?? Tlp.Amber;
        var (id, lines) = await site.Open(who, $"Affaire {number}", GivenCases.Of(tlp, ChatWorld.Observatory), Proposed());
        await site.Add(id, who, new() { Tlp = tlp }, new ReactionDecided { Reaction = lines[1], Verdict = Verdict.Taken, Why = "x", Owner = site.IdOf(who) });
        return (id, lines[1]);
    }

    static ExposureEstimated Estimated(Guid reaction, ExposureMoment moment, long low, long high) => new() { Reaction = reaction, Moment = moment, Low = low, High = high, Source = "Vues", On = new(2026, 11, 1), Role = "analyste" };

    static (string Field, string? Answer)[] Told(string moment, string low, string high) =>
        [("Moment", moment), ("Known", "Yes"), ("Low", low), ("High", high), ("Source", "Vues affichées"), ("On", "2026-11-22"), ("Role", "analyste")];

    static async Task<IReadOnlyList<Counted>> Counted(SiteUnderTest site, DateOnly month)
    {
        await using var scope = site.Scope();
        return await scope.ServiceProvider.GetServices<ICountedFigures>().OfType<ChatCounts>().Single().Read(month, month, TestContext.Current.CancellationToken);
    }
}

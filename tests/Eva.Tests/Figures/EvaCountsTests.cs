using Beffroi.Eva.Entry;
using Beffroi.Eva.FollowUp;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Eva.Tests.Figures;

/// <summary>O46: intensity of use and diagnoses turned into actions, month by month.</summary>
public sealed class EvaCountsTests
{
    // October 2026 in Paris: winter time begins on the 25th.
    static readonly DateTimeOffset First = new(2026, 9, 30, 22, 0, 0, TimeSpan.Zero);
    static readonly DateTimeOffset After = new(2026, 10, 31, 23, 0, 0, TimeSpan.Zero);
    static readonly DateOnly October = new(2026, 10, 1);

    [Theory, ClassData(typeof(Engines))]
    public async Task O46_a_month_counts_people_evaluations_structures_and_their_median(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        // Structures with 1, 2 and 5 evaluations; the same person twice in the last; one structure whose only ones lie just outside.
        await Plant(site, 1, [First]);
        await Plant(site, 2, [First.AddDays(9), After.AddTicks(-1)]);
        await Plant(site, 3, [First, First, First, First, After.AddTicks(-1)], samePerson: 2);
        await Plant(site, 4, [First.AddTicks(-1), After]);

        var october = await Read(site, October);

        Assert.Equal((8, 8.0), october["eva_terminees"]);
        Assert.Equal((3, 3.0), october["eva_structures"]);
        Assert.Equal((3, 2.0), october["eva_intensite"]);
        Assert.Equal((7, 7.0), october["eva_personnes"]);
        Assert.Equal((1, 1.0), (await Read(site, new(2026, 9, 1)))["eva_terminees"]);
        // Nothing happened: counts are zero, and there is no median of nothing.
        var may = await Read(site, new(2026, 5, 1));
        Assert.Equal((0, 0.0), may["eva_terminees"]);
        Assert.DoesNotContain("eva_intensite", may.Keys);
        Assert.DoesNotContain("eva_part_orientee", may.Keys);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task O46_a_diagnosis_is_turned_into_an_action_once_and_its_share_is_of_those_told(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        var evaluations = await Plant(site, 1, Enumerable.Repeat(First.AddMonths(-2), 5));
        var (found, difficulty) = (new ActionAnswer(Remediation.FormationMetier, null), new ActionAnswer(null, Difficulte.AucuneOffreFormation));
        MiseEnAction Said(int which, ActionAnswer answer, DateTimeOffset at) => MiseEnAction.Of(answer, evaluations[which], Guid.NewGuid(), at);
        await site.Given(
            Said(0, found, First), Said(0, found, First.AddDays(3)),
            // First directed in September, told again in October.
            Said(1, found, First.AddDays(-5)), Said(1, found, First.AddDays(5)),
            Said(2, difficulty, First.AddDays(2)), Said(2, found, After.AddTicks(-1)),
            Said(3, difficulty, First.AddDays(2)),
            Said(4, found, After));

        var october = await Read(site, October);

        Assert.Equal((2, 2.0), october["eva_orientees"]);
        Assert.Equal((4, 0.75), october["eva_part_orientee"]);
        Assert.Equal((1, 1.0), (await Read(site, new(2026, 9, 1)))["eva_orientees"]);
    }

    static async Task<IReadOnlyDictionary<string, (int N, double Value)>> Read(SiteUnderTest site, DateOnly month)
    {
        await using var scope = site.Scope();
        var counted = await scope.ServiceProvider.GetServices<ICountedFigures>().Single(f => f.Offers.Any(o => o.Name == "eva_terminees")).Read(month, month, TestContext.Current.CancellationToken);
        return counted.ToDictionary(c => c.Name, c => (c.N, c.Value), StringComparer.Ordinal);
    }

    static async Task<IReadOnlyList<Guid>> Plant(SiteUnderTest site, int number, IEnumerable<DateTimeOffset> finished, int samePerson = 1)
    {
        var campaign = new Campaign
        {
            Id = Guid.NewGuid(), Label = $"{number}", Code = $"CNT{number:00000}", StructureId = Guid.NewGuid(), AuthorId = Guid.NewGuid(), CreatedAt = SiteUnderTest.Start,
            Parcours = Parcours.Complet, Situations = [], WithWriting = false, IsPrivate = false,
        };
        var people = new List<Beneficiary>();
        var evaluations = finished.Select((at, i) =>
        {
            if (i == 0 || i >= samePerson)
            {
                people.Add(new Beneficiary { Id = Guid.NewGuid(), StructureId = campaign.StructureId, Name = "Awa", Code = $"{Guid.NewGuid():N}"[..12], CreatedAt = at });
            }

            var evaluation = new Evaluation { Id = Guid.NewGuid(), CampaignId = campaign.Id, Campaign = campaign, BeneficiaryId = people[^1].Id, Beneficiary = people[^1], StartedAt = at, ConsentedAt = at, ConsentVersion = ConsentText.Version, TokenHash = [] };
            // A campaign without situations is finished at once.
            evaluation.FinishWhenDone(at);
            return evaluation;
        }).ToList();
        await site.Given([campaign, .. evaluations]);
        return evaluations.ConvertAll(e => e.Id);
    }
}

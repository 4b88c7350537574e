using Beffroi.Eva.Entry;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Visitor = Beffroi.Testing.Visitor;

namespace Beffroi.Eva.Tests.Figures;

/// <summary>What Eva has to say in the letter of Monday.</summary>
public sealed class DigestTests
{
    static readonly DateTimeOffset Monday = new(2027, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Theory, ClassData(typeof(Engines))]
    public async Task Authors_and_guests_are_told_how_many_finished_this_week_and_how_many_stopped_on_the_way(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (hugo, rose, nadia) = (site.IdOf(Crew.Hugo), site.IdOf(Crew.Rose), site.IdOf(Crew.Admin));
        var own = await site.Create(Crew.Hugo, "De Hugo");
        var shared = await site.Create(Crew.Rose, "De Rose", isPrivate: true);
        await site.Write<EvaDb>(db => db.Campaigns.Include(c => c.Guests).Single(c => c.Id == shared.Id).ShareWith([hugo], shared.AuthorId, SiteUnderTest.Start));
        // Finished a week ago to the minute, just within, now, and after; begun and left: too early to say, the week to say it, said already.
        await Plant(site, own, finished: [Monday.AddDays(-7), Monday.AddDays(-7).AddMinutes(1), Monday, Monday.AddMinutes(1)], begun: [Monday.AddDays(-6), Monday.AddDays(-8), Monday.AddDays(-15)]);
        await Plant(site, shared, finished: [Monday.AddDays(-2)], begun: []);

        var lines = await Lines(site);

        Assert.Equal(["3 évaluations terminées cette semaine dans vos campagnes, à lire avec la personne : {site}/eva/evaluations", "1 personne a commencé et n’a pas fini : proposez de reprendre avec le code personnel, {site}/eva/evaluations"], lines[hugo].Select(Visitor.Flat));
        Assert.StartsWith("1 évaluation terminée", Visitor.Flat(Assert.Single(lines[rose])), StringComparison.Ordinal);
        Assert.DoesNotContain(nadia, lines.Keys);
        Assert.DoesNotContain(lines.Values.SelectMany(l => l), l => l.Contains("Awa", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_plays_alone_is_in_nobody_s_letter()
    {
        await using var site = await SiteUnderTest.Empty();
        await Participant.AloneAtTheEnd(site);

        Assert.Empty(await Lines(site, SiteUnderTest.Start.AddDays(1)));
    }

    static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<string>>> Lines(SiteUnderTest site, DateTimeOffset? now = null)
    {
        await using var scope = site.Scope();
        return await scope.ServiceProvider.GetServices<IWeeklyDigest>().Single(d => d.GetType().Assembly == typeof(EvaDb).Assembly).Lines(now ?? Monday, TestContext.Current.CancellationToken);
    }

    static Task Plant(SiteUnderTest site, Campaign campaign, DateTimeOffset[] finished, DateTimeOffset[] begun) => site.Write<EvaDb>(db =>
    {
        foreach (var (at, done) in finished.Select(at => (at, true)).Concat(begun.Select(at => (at, false))))
        {
            var person = new Beneficiary { Id = Guid.NewGuid(), StructureId = campaign.StructureId, Name = "Awa", Code = $"{Guid.NewGuid():N}"[..12], CreatedAt = at };
            var evaluation = new Evaluation { Id = Guid.NewGuid(), CampaignId = campaign.Id, BeneficiaryId = person.Id, StartedAt = at, ConsentedAt = at, ConsentVersion = ConsentText.Version, TokenHash = [] };
            db.AddRange(person, evaluation);
            if (done)
            {
                db.Entry(evaluation).Property(e => e.FinishedAt).CurrentValue = at;
            }
        }
    });
}

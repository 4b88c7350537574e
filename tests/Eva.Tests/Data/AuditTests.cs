using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Eva.Tests.Data;

public sealed class AuditTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Each_write_of_an_adviser_leaves_a_row_that_says_who_when_and_what(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var hugo = await site.SignIn(Crew.Hugo);
        var who = $"compte:{site.IdOf(Crew.Hugo)}";

        await hugo.Open("/eva/campagnes/nouvelle");
        await hugo.Press("Créer la campagne", ("Label", "Suivie"));
        var id = site.Campaign("Suivie").Id;
        site.Clock.Advance(TimeSpan.FromMinutes(5));
        await hugo.Open($"/eva/campagnes/{id}/modifier");
        await hugo.Press("Enregistrer", ("Label", "Suivie de près"));
        await hugo.Press("Fermer aux nouvelles entrées");
        await hugo.Press("Rouvrir");
        await hugo.Follow("Supprimer");
        await hugo.Press("Supprimer la campagne");

        var rows = site.Read(db => db.Audit.Where(a => a.Subject == $"Campaign:{id}").OrderBy(a => a.Id).ToList());
        Assert.Equal(
            [("campagne.creer", "Added"), ("campagne.modifier", "Modified"), ("campagne.fermer", "Modified"), ("campagne.rouvrir", "Modified"), ("campagne.supprimer", "Deleted")],
            rows.OrderBy(r => Array.IndexOf(["campagne.creer", "campagne.modifier", "campagne.fermer", "campagne.rouvrir", "campagne.supprimer"], r.Act)).Select(r => (r.Act, r.Change)));
        Assert.All(rows, row => Assert.Equal(who, row.Who));
        Assert.Equal(SiteUnderTest.Start, rows.Single(r => r.Act == "campagne.creer").At);
        Assert.Equal(("Label", SiteUnderTest.Start.AddMinutes(5)), rows.Where(r => r.Act == "campagne.modifier").Select(r => (r.Fields, r.At)).Single());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_person_who_plays_is_named_by_her_evaluation_and_nothing_she_says_is_in_the_audit(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.Create(Crew.Hugo, "Jouée");
        var awa = await Participant.Enter(site, campaign.Code, "Zéphyrine");
        await awa.AnswerQuestionnaire(("age", "47"));
        await awa.Send(new Story(await awa.Start("livraison")).Answer("L11", "45,75", 4).Events);

        var who = $"evaluation:{site.LastEvaluation(campaign.Id).Id}";
        var rows = site.Read(db => db.Audit.Where(a => a.Who == who).ToList());
        Assert.Superset(new HashSet<string>(["evaluation.commencer", "bienvenue.repondre", "partie.ouvrir", "evenements.recevoir"], StringComparer.Ordinal), rows.Select(r => r.Act).ToHashSet(StringComparer.Ordinal));
        Assert.Equal("EventLine×2", Assert.Single(rows, r => r.Act == "evenements.recevoir").Subject);
        Assert.All(site.Read(db => db.Audit.ToList()), row => Assert.DoesNotMatch("Zéphyrine|45,75", $"{row.Who} {row.Subject} {row.Fields} {row.Act}"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_save_that_fails_leaves_no_row_behind(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var before = site.Read(db => db.Audit.Count());

        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "test.echouer";
        var db = scope.ServiceProvider.GetRequiredService<EvaDb>();
        db.Add(new CampaignCodeTaken { Code = "BKT59000", At = SiteUnderTest.Start });
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));

        Assert.Equal(before, site.Read(read => read.Audit.Count()));
    }

    [Fact]
    public async Task A_write_without_a_named_act_is_a_mistake_of_ours_and_saves_nothing()
    {
        await using var site = await SiteUnderTest.WithWorld();

        await using var scope = site.Scope();
        var db = scope.ServiceProvider.GetRequiredService<EvaDb>();
        db.Add(new CampaignCodeTaken { Code = "QQQ59000", At = SiteUnderTest.Start });
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));

        Assert.False(site.Read(read => read.CampaignCodes.Any(c => c.Code == "QQQ59000")));
    }
}

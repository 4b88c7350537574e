using System.Net;
using Beffroi.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Encyclopedia.Tests.Contributing;

public sealed class ContributionRoundTests
{
    const string How = "texts.fr.fields.how";

    [Fact]
    public async Task A_letter_that_cannot_be_left_undoes_no_decision_and_is_left_at_night_once()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published();
        await (await site.SignIn(Crew.Rose)).Proposing(site, How, "Avec trois outils.");
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open($"/encyclopedie/proposition/{site.LastProposal()}");
        var table = site.ReadAccounts(db => db.Model.FindEntityType(typeof(Beffroi.Accounts.Post.OutboxLetter))!.GetTableName()!);
        await Ask(site, $"ALTER TABLE {table} RENAME TO away");

        await camille.Press("Refuser", ("reason", "Sans source."));
        Assert.Equal(HttpStatusCode.OK, camille.Status);
        await Ask(site, $"ALTER TABLE away RENAME TO {table}");
        await Night(site);
        await Night(site);

        Assert.Equal(Crew.EmailOf(Crew.Rose), site.ReadAccounts(db => db.Outbox.Single(o => o.Kind == "encyclopedie-decision").To));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task What_was_refused_or_withdrawn_is_forgotten_after_a_year_and_what_was_accepted_stays(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Published();
        var stranger = site.Visit();
        await stranger.Proposing(site, How, "Des mots à oublier.", "Un commentaire à oublier");
        var followed = stranger.Address;
        await stranger.Press("Retirer ma proposition");
        await (await site.SignIn(Crew.Rose)).Proposing(site, How, "Avec trois outils.");
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open($"/encyclopedie/proposition/{site.LastProposal()}");
        await camille.Press("Accepter ce qui est coché", Given.Checked);

        site.Clock.Advance(TimeSpan.FromDays(360));
        await Night(site);
        Assert.Contains("Un commentaire à oublier", (await stranger.Open(followed)).Text, StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromDays(10));
        await Night(site);

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open(followed)).Status);
        var (withdrawn, accepted) = site.ReadEncyclopedia(db => (db.Proposals.Single(p => p.Decision!.Verdict == ProposalVerdict.Withdrawn), db.Proposals.Single(p => p.Decision!.Verdict == ProposalVerdict.Accepted)));
        Assert.DoesNotContain("oublier", withdrawn.Content + withdrawn.Comment, StringComparison.Ordinal);
        Assert.Equal(("Plus juste", site.IdOf(Crew.Rose)), (accepted.Comment, accepted.AuthorId!.Value));
        camille = await site.SignIn(Crew.Superadmin);
        Assert.Equal(HttpStatusCode.OK, (await camille.Open("/encyclopedie/relecture")).Status);
        Assert.Equal(HttpStatusCode.OK, (await camille.Open($"/encyclopedie/proposition/{withdrawn.Id}")).Status);
    }

    static async Task Night(SiteUnderTest site)
    {
        await using var scope = site.Scope();
        await scope.ServiceProvider.GetRequiredService<ContributionRound>().Run(TestContext.Current.CancellationToken);
    }

    static async Task Ask(SiteUnderTest site, string sql)
    {
        await using var scope = site.Scope();
        await scope.ServiceProvider.GetRequiredService<AccountsDb>().Database.ExecuteSqlRawAsync(sql, TestContext.Current.CancellationToken);
    }
}

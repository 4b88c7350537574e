using Beffroi.Accounts;
using Beffroi.Bots.Answers;
using Beffroi.Cli.World;
using Beffroi.Detection;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Bots.Tests.Api;

/// <summary><c>/bot</c>: what the chat is answered.</summary>
public sealed class BotAnswerTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static async Task<BotAnswer> Ask(SiteUnderTest site, string? who, BotSubject subject, string value, Lang l = Lang.French)
    {
        await using var scope = site.Scope();
        return await scope.ServiceProvider.GetRequiredService<IBotAnswers>().Ask(new(subject, value, l, who is null ? null : site.IdOf(who)), Ct);
    }

    [Fact]
    public async Task An_account_that_the_organisation_watches_is_told_with_signs_and_doubts_and_never_a_verdict()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantBots(Ct);
        var account = site.ReadBots(db => db.Accounts.Single(a => a.Id == WorldBots.Account(3)));
        var told = await Ask(site, ChatWorld.Nadia, BotSubject.Account, account.Handle!);
        Assert.Equal($"/robots/comptes/{account.Id}", told.Href);
        Assert.Contains("jamais une preuve", told.Markdown, StringComparison.Ordinal);
        Assert.Contains("publications lues", told.Markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("est un robot", told.Markdown, StringComparison.Ordinal);
        var english = await Ask(site, ChatWorld.Nadia, BotSubject.Address, $"https://x.com/{account.Handle}/status/99", Lang.English);
        Assert.Equal($"/en/bots/accounts/{account.Id}", english.Href);
    }

    [Fact]
    public async Task Without_an_assessment_in_force_nothing_is_answered_and_no_question_is_counted()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantBots(Ct);
        await site.Write<AccountsDb>(db => db.RemoveRange(db.TreatmentRecords.Where(r => r.Service == BotsAssessment.Template.Key).ToList()));
        var before = site.ReadBots(db => db.Reuses.Sum(d => d.Accounts));
        var told = await Ask(site, ChatWorld.Nadia, BotSubject.Account, site.ReadBots(db => db.Accounts.Single(a => a.Id == WorldBots.Account(3)).Handle!));
        Assert.Equal(("Le détecteur est en pause : son analyse d’impact n’est pas enregistrée, ou n’est plus en vigueur.", null), (told.Markdown, told.Href));
        Assert.Equal(before, site.ReadBots(db => db.Reuses.Sum(d => d.Accounts)));
    }

    [Fact]
    public async Task Whoever_may_not_see_it_is_told_what_they_are_told_of_an_account_that_does_not_exist()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantBots(Ct);
        var handle = site.ReadBots(db => db.Accounts.Single(a => a.Id == WorldBots.Account(40)).Handle)!;
        Assert.Equal(await Ask(site, ChatWorld.Paul, BotSubject.Account, "personne_ici"), await Ask(site, ChatWorld.Paul, BotSubject.Account, handle));
        Assert.Equal(await Ask(site, ChatWorld.Rose, BotSubject.Account, "personne_ici"), await Ask(site, ChatWorld.Rose, BotSubject.Account, handle));
        Assert.Equal(await Ask(site, null, BotSubject.Account, "personne_ici"), await Ask(site, null, BotSubject.Account, handle));
        Assert.Equal(await Ask(site, ChatWorld.Samira, BotSubject.Words, "quelque chose que personne n’a écrit"), await Ask(site, ChatWorld.Samira, BotSubject.Words, "les autorités se taisent"));
    }

    [Fact]
    public async Task Those_who_wrote_words_or_shared_an_address_are_counted_as_a_plain_count_says()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantBots(Ct);
        var posts = site.ReadBots(db => db.Posts.ToList());
        var wrote = posts.Where(p => p.Text?.Contains("autorités se taisent", StringComparison.OrdinalIgnoreCase) == true).ToList();
        var shared = posts.Where(p => p.Links?.Contains("https://port-imaginaire.example/fermeture-3\"", StringComparison.Ordinal) == true).ToList();
        Assert.NotEmpty(shared);
        var signs = site.ReadBots(db => db.Accounts.Where(a => a.Class == AutomationClass.Bot).Select(a => a.Id).ToHashSet());

        var words = await Ask(site, ChatWorld.Nadia, BotSubject.Words, "Autorités se taisent");
        Assert.Contains($"{wrote.Count} publications collectées, de {wrote.Select(p => p.AccountId).Distinct().Count()} comptes : {wrote.Select(p => p.AccountId).Distinct().Count(signs.Contains)} avec des signes", words.Markdown, StringComparison.Ordinal);
        Assert.StartsWith("/robots/recits?q=", words.Href, StringComparison.Ordinal);
        var address = await Ask(site, ChatWorld.Nadia, BotSubject.Address, "http://www.port-imaginaire.example/fermeture-3?utm_source=x");
        Assert.Contains($"{shared.Count} publications collectées", address.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_are_counted_by_sector_and_shown_to_everybody_once_there_are_enough()
    {
        await using var site = await SiteUnderTest.WithWorld();
        for (var i = 0; i < 9; i++)
        {
            await Ask(site, ChatWorld.Hugo, BotSubject.Account, "personne_ici");
        }

        await using var scope = site.Scope();
        var figures = scope.ServiceProvider.GetServices<IPublicFigures>().OfType<Reuse.BotsFigures>().Single();
        Assert.True((await figures.Read(Ct)).Single(f => f.Name == "robots_reutilisations_societe_civile").IsMasked);
        await Ask(site, ChatWorld.Hugo, BotSubject.Account, "personne_ici");
        var counted = await figures.Read(Ct);
        Assert.Equal(10, counted.Single(f => f.Name == "robots_reutilisations_societe_civile").N);
        Assert.True(counted.Single(f => f.Name == "robots_reutilisations_etat").IsMasked);
        Assert.Contains("Détecteur de comptes automatisés", (await site.Visit().Open("/stats")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://x.com/Marie/status/12", Network.Twitter, "Marie")]
    [InlineData("https://twitter.com/Marie", Network.Twitter, "Marie")]
    [InlineData("https://bsky.app/profile/marie.bsky.social/post/3k", Network.Bluesky, "marie.bsky.social")]
    [InlineData("https://mastodon.example/@marie/1234", Network.Mastodon, "marie@mastodon.example")]
    [InlineData("https://mastodon.example/@marie@ailleurs.example", Network.Mastodon, "marie@ailleurs.example")]
    [InlineData("https://x.com/search?q=a", null, null)]
    [InlineData("https://exemple.example/page", null, null)]
    [InlineData("javascript:alert(1)", null, null)]
    public void The_account_in_an_address_is_found(string address, Network? network, string? name) =>
        Assert.Equal(network is { } known ? ((Network, string)?)(known, name!) : null, ProfileAddress.Of(address));
}

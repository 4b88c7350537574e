using System.Net;
using Beffroi.Incubator.Accounting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Incubator.Tests;

/// <summary>F23: every act is read by those who may, page by page, and a change behind its back shows.</summary>
public sealed class JournalDoorTests
{
    [Fact]
    public async Task F23_Acts_are_shown_with_who_when_and_why_and_chosen_by_act_and_day()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday();
        var camille = await (await site.SignIn(Crew.Superadmin)).PlaceOrder("C-1", "30000");
        await camille.Open(Addresses.People(Today.Slug));
        await camille.Press("Nommer", ("Email", Crew.EmailOf(Crew.Hugo)), ("Duty", "BusinessReferent"));
        await camille.Open(Addresses.Convention(Today.Slug));

        await camille.Follow("Journal des actes");
        Assert.Equal(["3", "2", "1"], Numbers(camille));
        Assert.Contains("3 lignes, toutes intactes", camille.Text, StringComparison.Ordinal);
        // People by their names, acts in words.
        Assert.Contains($"Référent métier : {Crew.Hugo}", camille.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("incubateur.", camille.Page.QuerySelector("main tbody")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(site.IdOf(Crew.Hugo).ToString(), camille.Text, StringComparison.Ordinal);

        await camille.Open(Addresses.Journal(Today.Slug) + "?acte=incubateur.commander");
        Assert.Equal(["2"], Numbers(camille));
        Assert.Contains(Crew.Superadmin, camille.Page.QuerySelector("main tbody")!.TextContent, StringComparison.Ordinal);
        await camille.Open(Addresses.Journal(Today.Slug) + "?du=2026-11-24");
        Assert.Empty(Numbers(camille));
        await camille.Open(Addresses.Journal(Today.Slug) + "?du=hier");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "hier"), (camille.Status, camille.Page.QuerySelector("input[name=du]")!.GetAttribute("value")));
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignIn(Crew.Rose)).Open(Addresses.Journal(Today.Slug))).Status);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task F23_Pages_have_fifty_acts_and_a_line_changed_behind_its_back_is_told(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var eva = await site.Open(Sample.Eva());
        for (var order = 0; order < 51; order++)
        {
            Assert.Null(await site.Commit(eva, 1));
        }

        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open(Addresses.Journal(eva.Slug) + "?acte=incubateur.commander");
        Assert.Equal((50, "52", "3"), (Numbers(camille).Count, Numbers(camille)[0], Numbers(camille)[^1]));
        await camille.Follow("Page suivante");
        Assert.Equal(["2"], Numbers(camille));
        Assert.Contains("acte=incubateur.commander", camille.Address, StringComparison.Ordinal);
        Assert.Contains("52 lignes, toutes intactes", camille.Text, StringComparison.Ordinal);

        await using (var scope = site.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<IncubatorDb>().Database.ExecuteSqlAsync($"""UPDATE incubator_journal SET "After" = 'autre chose' WHERE "Number" = 7""", TestContext.Current.CancellationToken);
        }

        await camille.Open(Addresses.Journal(eva.Slug));
        Assert.Contains("La ligne 7 n’est plus celle qui a été écrite", camille.Text, StringComparison.Ordinal);
        Assert.Contains("Écritures : 52 lignes, toutes intactes", camille.Text, StringComparison.Ordinal);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task F23_Acts_on_a_service_are_chained_too_and_told_in_words(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.OpenToday();
        var camille = await (await site.SignIn(Crew.Superadmin)).Open(Addresses.StartupJournal(ImpactStory.Startup));
        Assert.Contains("Aucun acte n’est encore écrit", camille.Text, StringComparison.Ordinal);
        await camille.Define();
        var indicator = site.OneIndicator();
        await camille.Measure(indicator, "2026-10", "42", "42");
        await camille.Open(Addresses.Workshops(ImpactStory.Startup));
        await camille.Press("Ouvrir l’atelier", ("HeldOn", "2026-11-20"), ("Facilitation", "Coach"), ("Scope", "L’entrée du service"));
        await camille.Open(camille.Address + "/tableau/composants");
        await camille.Press("Ajouter", ("Text", "L’adresse d’entrée"));
        await camille.Press("Retirer");

        await camille.Open(Addresses.OfStartup(ImpactStory.Startup));
        await camille.Follow("Journal des actes");

        Assert.Equal(["5", "4", "3", "2", "1"], Numbers(camille));
        Assert.Contains("5 lignes, toutes intactes", camille.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Écritures", camille.Text, StringComparison.Ordinal);
        var rows = camille.Page.QuerySelectorAll("main tbody tr").Select(r => r.QuerySelectorAll("td").Skip(1).Take(4).Select(c => Visitor.Flat(c.TextContent)).ToList()).ToList();
        Assert.Equal([Crew.Superadmin, "Retirer une note", "Composants : L’adresse d’entrée", ""], rows[0]);
        Assert.Equal([Crew.Superadmin, "Poser une note", "", "Composants : L’adresse d’entrée"], rows[1]);
        Assert.Equal([Crew.Superadmin, "Écrire une mesure", "", "Personnes actives, octobre 2026 : 42 personnes, nombre compté 42"], rows[3]);
        Assert.All(rows, row => Assert.DoesNotContain("incubateur.", row[1], StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignIn(Crew.Rose)).Open(Addresses.StartupJournal(ImpactStory.Startup))).Status);

        // Many at once, each has a line of its own.
        var people = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => site.SignIn(Crew.Superadmin)));
        await Task.WhenAll(people.Select((person, n) => person.Measure(indicator, "2026-09", $"{n}", "40")));
        await camille.Open(Addresses.StartupJournal(ImpactStory.Startup));
        Assert.Contains("13 lignes, toutes intactes", camille.Text, StringComparison.Ordinal);

        await using (var scope = site.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<IncubatorDb>().Database.ExecuteSqlAsync($"""UPDATE incubator_startup_journal SET "After" = 'autre chose' WHERE "Number" = 2""", TestContext.Current.CancellationToken);
        }

        await camille.Open(Addresses.StartupJournal(ImpactStory.Startup));
        Assert.Contains("La ligne 2 n’est plus celle qui a été écrite", camille.Text, StringComparison.Ordinal);
    }

    static List<string> Numbers(Visitor visitor) => [.. visitor.Page.QuerySelectorAll("main tbody tr th").Select(h => h.TextContent.Trim())];
}

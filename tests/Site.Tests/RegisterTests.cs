using System.Text.Json;
using Beffroi.Kit;
using Beffroi.Site.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Site.Tests;

/// <summary>C14 and C16 of the specification: what is kept of people is declared, column by column, and given to who asks.</summary>
public sealed class RegisterTests
{
    [Fact]
    public async Task C14_Every_column_of_every_table_is_declared_once_and_nothing_is_declared_that_is_not_there()
    {
        await using var site = await SiteUnderTest.Empty();
        using var scope = site.Scope();
        var registers = scope.ServiceProvider.GetServices<IRegister>().ToList();
        List<string> wrong = [];
        foreach (var register in registers)
        {
            var db = (DbContext)scope.ServiceProvider.GetRequiredService(register.Database);
            var there = db.Model.GetEntityTypes().Where(e => !e.IsOwned()).SelectMany(e => e.Registered().Select(c => $"{register.Database.Name} {RegisteredName.Of(e)}.{c.Property.Name}")).ToList();
            var declared = register.Treatments.SelectMany(t => t.Tables).SelectMany(t => t.Columns.Select(c => $"{register.Database.Name} {t.Name}.{c}")).ToList();
            wrong.AddRange(there.Except(declared, StringComparer.Ordinal).Select(c => c + " is not declared"));
            wrong.AddRange(declared.Except(there, StringComparer.Ordinal).Select(c => c + " is declared and not there"));
            wrong.AddRange(declared.GroupBy(c => c, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key + " is declared twice"));
        }

        Assert.Empty(wrong);
        // Whoever adds a module adds its part.
        Assert.Equal(7, registers.Count);
    }

    [Fact]
    public async Task C14_Every_treatment_says_why_on_what_ground_for_how_long_and_who_reads()
    {
        await using var site = await SiteUnderTest.Empty();
        using var scope = site.Scope();
        var treatments = scope.ServiceProvider.GetServices<IRegister>().SelectMany(r => r.Treatments).ToList();

        Assert.All(treatments, t => Assert.All([t.Name, t.Purpose, t.Basis, t.People, t.Data, t.Recipients, t.Retention], text => Assert.False(string.IsNullOrWhiteSpace(text), t.Key)));
        Assert.Equal(treatments.Count, treatments.Select(t => t.Key).Distinct(StringComparer.Ordinal).Count() + (treatments.Count(t => t.Key == Treatment.Journal.Key) - 1));
        Assert.All(treatments, t => Assert.DoesNotContain("RGPD", t.Purpose, StringComparison.Ordinal));
    }

    [Fact]
    public async Task C14_The_register_is_read_by_everybody_as_a_page_and_as_JSON()
    {
        await using var site = await SiteUnderTest.Empty();
        var visitor = site.Visit();

        await visitor.Open("/donnees-personnelles/registre");
        Assert.Contains("Les questions de santé", visitor.Text, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(await visitor.Http.GetStringAsync("/donnees-personnelles/registre.json", TestContext.Current.CancellationToken));

        Assert.Equal(visitor.Page.QuerySelectorAll("main section").Length, json.RootElement.GetProperty("traitements").GetArrayLength());
    }

    [Fact]
    public async Task C16_Somebody_with_an_account_takes_away_what_is_kept_of_them_alone_and_no_key()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.SignIn(Crew.Hugo);
        await visitor.Open("/compte");

        await visitor.Press("Recevoir mes données");

        Assert.Equal("application/json", visitor.Response.Content.Headers.ContentType?.MediaType);
        var told = await visitor.Response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(told);
        var account = json.RootElement.GetProperty("donnees").EnumerateArray().Single(d => d.GetProperty("table").GetString() == "Account").GetProperty("lignes");
        Assert.Equal(Crew.EmailOf(Crew.Hugo), account[0].GetProperty("Email").GetString());
        Assert.Equal(1, account.GetArrayLength());
        Assert.DoesNotContain("PasswordHash", told, StringComparison.Ordinal);
        Assert.DoesNotContain(Crew.EmailOf(Crew.OtherAdmin), told, StringComparison.Ordinal);
        Assert.Contains(site.ReadAccounts(db => db.Audit.Where(a => a.Act == "compte.emporter").Select(a => a.Change).ToList()), c => c == "Exported");
    }

    [Theory, InlineData(DbEngine.Sqlite), InlineData(DbEngine.Postgres)]
    public async Task C15_What_the_journal_says_of_more_than_a_year_ago_goes_and_is_told_before(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var before = site.ReadAccounts(db => db.Audit.Count());
        Assert.NotEqual(0, before);
        site.Clock.Advance(TimeSpan.FromDays(370));

        var dry = await Run(site, isDry: true);
        Assert.Equal(before, dry[nameof(Accounts.AccountsDb)]);
        Assert.Equal(before, site.ReadAccounts(db => db.Audit.Count()));
        Assert.Equal(dry, await Run(site, isDry: false));

        var left = Assert.Single(site.ReadAccounts(db => db.Audit.AsNoTracking().ToList()));
        Assert.Equal(("journal.effacer", $"AuditRow×{before}"), (left.Act, left.Subject));
        Assert.All(await Run(site, isDry: false), gone => Assert.Equal(0, gone.Value));
    }

    static async Task<IReadOnlyDictionary<string, int>> Run(SiteUnderTest site, bool isDry)
    {
        await using var scope = site.Scope();
        return await scope.ServiceProvider.GetRequiredService<JournalRound>().Run(isDry, TestContext.Current.CancellationToken);
    }
}

using Beffroi.Incubator.Accounting;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Incubator.Tests;

/// <summary>After notice: accounts go on until all that was ordered is paid, and the final one ends the books.</summary>
public sealed class FinalAccountTests
{
    static (Convention Convention, Ledger Ledger) Noticed(DateOnly? paid)
    {
        var eva = Sample.Eva();
        eva.NoticeReceivedOn = new(2020, 6, 1);
        var ledger = Sample.Opened(eva);
        var order = Sample.OrderOf(eva, 10_000, new(2020, 6, 2));
        Assert.Null(ledger.Commit(order, Sample.By(Sample.Orderer)).Refusal);
        Assert.Null(ledger.Certify(order, Money.Of(10_000), new(2020, 8, 31), "Fait", Sample.By(Sample.Certifier)).Refusal);
        if (paid is { } day)
        {
            Assert.Null(ledger.Pay(order, Money.Of(10_000), day, "F-1", Sample.By(Sample.Payer)).Refusal);
        }

        return (eva, ledger);
    }

    /// <summary>Notice received on 1 June 2020 ends on 1 September (4.4); the bill is paid in October; nothing more can be paid from 2021 on.</summary>
    [Theory]
    [InlineData("2020-10-05", "2020-12-01", "2020-10-01")]
    [InlineData("2020-08-31", "2020-12-01", "2020-09-01")]
    [InlineData(null, "2020-12-01", null)]
    [InlineData(null, "2021-01-01", "2020-12-01")]
    public void The_final_account_is_that_of_the_month_when_all_is_paid(string? paid, string today, string? final)
    {
        var (eva, ledger) = Noticed(paid is null ? null : DateOnly.Parse(paid, Kit.French.Culture));

        var owed = StatementsDue.On(eva, ledger.Entries, DateOnly.Parse(today, Kit.French.Culture));

        Assert.Equal(final, owed.Where(o => o.IsFinal).Select(o => o.Month.ToString("yyyy-MM-dd", Kit.French.Culture)).SingleOrDefault());
        Assert.Equal(Enumerable.Range(0, owed.Count).Select(n => new DateOnly(2020, 5, 1).AddMonths(n)), owed.Select(o => o.Month));
        Assert.True(final is null || owed[^1].IsFinal);
    }

    [Fact]
    public void Where_only_the_last_account_is_asked_none_is_owed_before_all_is_paid()
    {
        var disinfo = Sample.Disinfo();
        disinfo.NoticeReceivedOn = new(2020, 5, 1);
        var ledger = Sample.Opened(disinfo);

        Assert.Empty(StatementsDue.On(disinfo, ledger.Entries, new(2020, 8, 31)));
        Assert.Equal([(new DateOnly(2020, 8, 1), true, new DateOnly(2020, 9, 10))], StatementsDue.On(disinfo, ledger.Entries, new(2020, 9, 1)));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Once_the_final_account_is_sent_nothing_more_is_written(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var convention = await site.OpenToday();
        await site.Write<IncubatorDb>(db => db.Conventions.Single(c => c.Id == convention.Id).NoticeReceivedOn = new(2026, 9, 1));
        site.Clock.SetUtcNow(new(2027, 1, 5, 9, 0, 0, TimeSpan.Zero));
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open(Today.Url + "/comptes");
        Assert.Contains("Compte de décembre 2026, le dernier", camille.Text, StringComparison.Ordinal);

        foreach (var month in new[] { "2026-09", "2026-10", "2026-11", "2026-12" })
        {
            await camille.Open($"{Today.Url}/comptes/{month}");
            await camille.Press("Envoyer le compte", ("ChorusEngaged", "0"), ("ChorusPaid", "0"), ("Progress", "Le service s’arrête."));
        }

        var last = site.ReadIncubator(db => db.Statements.OrderBy(s => s.Month).Last());
        Assert.True(last is { IsFinal: true, IsIntact: true });
        Assert.Equal((100_000m, 100_000m, 0m), (last.Figures.AvailableAe, last.Figures.AvailableCp, last.Figures.ToPay));
        await camille.Open(Today.Url + "/comptes");
        Assert.Contains("Aucun compte n’est dû", camille.Text, StringComparison.Ordinal);
        await using var scope = site.Scope();
        await using var turn = (await LedgerTurn.Take(scope.ServiceProvider.GetRequiredService<IncubatorDb>(), convention.Id, TestContext.Current.CancellationToken))!;
        Assert.Contains("dernier compte", turn.Ledger.Allocate(Money.Of(1), Money.Of(1), 2027, new(2027, 1, 5), "Avenant 1", "1", Sample.By(Sample.Orderer)).Refusal, StringComparison.Ordinal);
    }
}

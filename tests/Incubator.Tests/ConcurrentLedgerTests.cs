using Beffroi.Incubator.Accounting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Incubator.Tests;

/// <summary>The ledger as the database keeps it, on both engines.</summary>
public sealed class ConcurrentLedgerTests
{
    const int Commitments = 100;

    /// <summary>Invariant 7: 100 people at once, each with an order of 4 000 €; 370 000 € pay for 92 of them.</summary>
    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_hundred_commitments_at_once_never_exceed_the_cap(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        var eva = await site.Open(Sample.Eva());

        var refusals = await Task.WhenAll(Enumerable.Range(0, Commitments).Select(_ => Task.Run(() => site.Commit(eva, 4000), TestContext.Current.CancellationToken)));

        var entries = site.ReadIncubator(db => db.Entries.AsNoTracking().ToList());
        Assert.Equal(92, entries.Count(e => e.Kind == EntryKind.Commitment));
        Assert.Equal(368_000m, entries.Where(e => e.Kind == EntryKind.Commitment).Sum(e => e.Ae.Amount));
        Assert.Equal(Commitments - 92, refusals.Count(r => r is not null));
        Assert.All(refusals.OfType<string>(), r => Assert.Contains("Il reste " + Money.Of(2000), r, StringComparison.Ordinal));
        Assert.Equal(Enumerable.Range(1, 93), entries.Select(e => e.Number).Order());
        Assert.Null(Chain.FirstBroken(entries));
        Assert.Null(ActLine.FirstBroken(site.ReadIncubator(db => db.Journal.AsNoTracking().ToList())));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task What_is_changed_behind_its_back_is_seen(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        var eva = await site.Open(Sample.Eva());
        await site.Commit(eva, 1000);
        await site.Commit(eva, 2000);
        await site.Commit(eva, 3000);
        Assert.Null(Broken(site));

        await Raw(site, """UPDATE incubator_entries SET "Ae" = 1999 WHERE "Number" = 3""");
        Assert.Equal(3, Broken(site));

        await Raw(site, """UPDATE incubator_entries SET "Ae" = 2000 WHERE "Number" = 3""");
        Assert.Null(Broken(site));
        await Raw(site, """DELETE FROM incubator_entries WHERE "Number" = 2""");
        Assert.Equal(2, Broken(site));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_line_of_the_journal_changed_behind_its_back_is_seen(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        var eva = await site.Open(Sample.Eva());
        await site.Commit(eva, 1000);
        Assert.Null(ActLine.FirstBroken(site.ReadIncubator(db => db.Journal.AsNoTracking().ToList())));

        await Raw(site, $"""UPDATE incubator_journal SET "After" = 'autre chose' WHERE "Number" = 1""");

        Assert.Equal(1, ActLine.FirstBroken(site.ReadIncubator(db => db.Journal.AsNoTracking().ToList())));
    }

    [Fact]
    public async Task An_entry_is_never_changed_nor_deleted_by_the_program()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.Open(Sample.Eva());

        await Assert.ThrowsAsync<InvalidOperationException>(() => site.Write<IncubatorDb>(db => db.Remove(db.Entries.First())));
        await Assert.ThrowsAsync<InvalidOperationException>(() => site.Write<IncubatorDb>(db => db.Entry(db.Entries.First()).Property(e => e.Label).CurrentValue = "Autre"));
        Assert.Equal("Convention", site.ReadIncubator(db => db.Entries.Single().Label));
    }

    static int? Broken(SiteUnderTest site) => Chain.FirstBroken(site.ReadIncubator(db => db.Entries.AsNoTracking().ToList()));

    static async Task Raw(SiteUnderTest site, string statement)
    {
        await using var scope = site.Scope();
        await scope.ServiceProvider.GetRequiredService<IncubatorDb>().Database.ExecuteSqlRawAsync(statement, TestContext.Current.CancellationToken);
    }
}

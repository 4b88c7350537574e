using Beffroi.Incubator.Accounting;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Incubator.Tests;

/// <summary>Conventions in a database.</summary>
static class Books
{
    /// <summary>Keeps a convention with its startup, and opens its ledger.</summary>
    public static async Task<Convention> Open(this SiteUnderTest site, Convention convention)
    {
        var ct = TestContext.Current.CancellationToken;
        await site.Write<IncubatorDb>(db => db.AddRange(new Startup { Id = convention.StartupId, Slug = convention.Slug, Title = convention.Title, Mission = "Un service pour essayer.", Contact = "contact@beffroi.example", Incubator = "Exemple" }, convention));
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "test.preparer";
        await using var turn = (await LedgerTurn.Take(scope.ServiceProvider.GetRequiredService<IncubatorDb>(), convention.Id, ct))!;
        var author = Sample.By(Sample.Orderer);
        turn.Write(author, "incubateur.signer", turn.Ledger.Allocate(convention.AmountAe, convention.AmountCp, 2020, convention.SignedOn!.Value, "Convention", convention.Slug, author).Entry!);
        await turn.Keep(ct);
        return convention;
    }

    /// <summary>Tries to engage an order; why it is refused, null when it is not.</summary>
    public static async Task<string?> Commit(this SiteUnderTest site, Convention convention, decimal amount)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "test.commander";
        var db = scope.ServiceProvider.GetRequiredService<IncubatorDb>();
        await using var turn = (await LedgerTurn.Take(db, convention.Id, ct))!;
        var (order, author) = (Sample.OrderOf(convention, amount), Sample.By(Sample.Orderer));
        var written = turn.Ledger.Commit(order, author);
        if (written.Entry is { } entry)
        {
            db.Add(order);
            turn.Write(author, "incubateur.commander", entry);
            await turn.Keep(ct);
        }

        return written.Refusal;
    }
}

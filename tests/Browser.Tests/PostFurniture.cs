using Beffroi.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Browser.Tests;

/// <summary>What a letter would bring to the pages that its links open, written in the product's own file: this product sends no mail.</summary>
static class PostFurniture
{
    // An hour of life is short for a run of these tests: the links are written as of later.
    static readonly TimeSpan Ahead = TimeSpan.FromHours(12);

    public static (PostPieces Pieces, Guid Letter) FurnishPost(this Product product) => product.ReadAccounts(db =>
    {
        var pieces = db.Furnish(TimeProvider.System.GetUtcNow() + Ahead);
        db.SaveChanges();
        return (pieces, db.Outbox.AsNoTracking().OrderBy(l => l.WrittenAt).First().Id);
    });

    /// <summary>As the site makes it, with the keys of its own folder.</summary>
    public static string StopToken(this Product product, Guid account) =>
        DataProtectionProvider.Create(new DirectoryInfo(product.KeysFolder), keys => keys.SetApplicationName("beffroi")).CreateProtector("Beffroi.Accounts.Reminders").Protect(account.ToString("N"));
}

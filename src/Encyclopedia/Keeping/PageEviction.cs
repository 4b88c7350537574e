using System.Data.Common;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Beffroi.Encyclopedia;

/// <summary>Throws the kept pages away once a change of what they show is saved, and again once its transaction is committed.</summary>
public sealed class PageEviction(IOutputCacheStore kept, PageStamp stamps) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    bool _changed;

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        _changed |= eventData.Context!.ChangeTracker.Entries().Any(e => e.State is not (EntityState.Unchanged or EntityState.Detached) && IsShown(e.Entity));
        return new(result);
    }

    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        await Evict(eventData.Context);
        return result;
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) => Evict(eventData.Context);

    static bool IsShown(object entity) => entity is Entry or EntryWords or EntryVersion or VersionWithheld or EntryLink or EntryUrl or UrlHealth or PracticeUse;

    // What is saved is saved: whoever asked for it may have gone, the pages are thrown away all the same.
    async Task Evict(DbContext? db)
    {
        if (_changed)
        {
            stamps.Change(db?.Database.GetConnectionString() ?? "");
            await kept.EvictByTagAsync(KeptPages.Tag, CancellationToken.None);
        }
    }
}

using Beffroi.Bots.Keeping;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Bots.EngineBench;

/// <summary>A watch and its source in an empty base, and what comes of them.</summary>
static class Planted
{
    public static async Task<Source> In(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "mesure";
        var db = scope.ServiceProvider.GetRequiredService<BotsDb>();
        await db.Database.MigrateAsync();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        var (by, organisation) = (Guid.NewGuid(), Guid.NewGuid());
        var mandate = new Mandate
        {
            Id = Guid.NewGuid(), OrganisationId = organisation, Title = "Mesure", Controller = "Personne", Purpose = "Mesure", Basis = LegalBasis.Research, BasisDetail = "Données inventées",
            Hypothesis = "Aucune : données inventées", Countries = "", ExpiresOn = DateOnly.FromDateTime(now.UtcDateTime).AddDays(30), UnmatchedDays = 1, KeepDays = 1, RecordedAt = now, RecordedBy = by,
        };
        var watch = new Watch { Id = Guid.NewGuid(), MandateId = mandate.Id, OrganisationId = organisation, Name = "Mesure", CreatedAt = now, CreatedBy = by };
        var source = new Source { Id = Guid.NewGuid(), WatchId = watch.Id, Kind = SourceKind.Jetstream, Name = "Mesure", Settings = "{}", Wanted = true, Cursor = $"{((Flow.Start - DateTimeOffset.UnixEpoch).Ticks / 10) - 1}", CreatedAt = now, CreatedBy = by };
        var term = new WatchTerm { Id = Guid.NewGuid(), WatchId = watch.Id, Kind = TermKind.Hashtag, Value = "#mesure", Key = TermKey.Of(TermKind.Hashtag, "#mesure")!, AddedAt = now, AddedBy = by };
        db.AddRange(mandate, watch, term, source);
        await db.SaveChangesAsync();
        return source;
    }

    /// <summary>By kind of fold, how many posts it has not counted yet.</summary>
    public static async Task<SortedDictionary<string, long>> Behind(IServiceProvider services, Guid watch)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotsDb>();
        var grains = await db.Grains.Where(g => g.Kind != LogHead.Kind).Select(g => new { g.Kind, g.Key, g.Seq }).ToListAsync();
        long Done(string kind, string key) => grains.FirstOrDefault(g => g.Kind == kind && g.Key == key)?.Seq ?? 0;
        var behind = new SortedDictionary<string, long>(StringComparer.Ordinal) { ["Accounts"] = 0 };
        for (var partition = 0; partition < PostLog.Partitions; partition++)
        {
            var after = Done("Accounts", $"{partition}");
            behind["Accounts"] += await db.Posts.CountAsync(p => p.Partition == partition && p.Seq > after);
        }

        foreach (var kind in new[] { "Ties", "Volumes" })
        {
            var after = Done(kind, watch.ToString());
            behind[kind] = await db.Matches.CountAsync(m => m.WatchId == watch && m.Place > after);
        }

        return behind;
    }

    public static async Task<(long Volume, int Ties, int Scored)> Results(IServiceProvider services, Guid watch)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotsDb>();
        return (await db.Volumes.Where(v => v.WatchId == watch && v.TermId == Guid.Empty).SumAsync(v => v.Posts + v.Reposts + v.Quotes + v.Replies), await db.Ties.CountAsync(), await db.Accounts.CountAsync(a => a.ScoredAt != null));
    }

    /// <summary>The base goes with the measure.</summary>
    public static async Task Drop(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<BotsDb>().Database.EnsureDeletedAsync();
    }
}

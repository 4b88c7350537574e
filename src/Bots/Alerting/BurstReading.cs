using Beffroi.Bots.Clustering;
using Beffroi.Detection;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Alerting;

/// <summary>Hours whose volume the pace before does not explain, for the whole watch and for each of its terms.</summary>
sealed class BurstReading(BotsDb db, RoundSettings settings)
{
    /// <summary>Older hours are no news: a file of last year is looked at on its pages.</summary>
    static readonly TimeSpan News = TimeSpan.FromHours(48);

    /// <summary>A burst that goes on is told once.</summary>
    static readonly TimeSpan Quiet = TimeSpan.FromHours(24);

    public async Task Look(Guid watch, IReadOnlyDictionary<Guid, string> terms, DateTimeOffset now, CancellationToken ct)
    {
        // Only hours that are over: one that runs is not yet what it will be.
        var end = new DateTimeOffset(now.UtcDateTime.Date.AddHours(now.UtcDateTime.Hour), TimeSpan.Zero);
        var oldest = end - settings.Bursts.Memory - News;
        var rows = await db.Volumes.AsNoTracking().Where(v => v.WatchId == watch && v.Hour >= oldest && v.Hour < end).ToListAsync(ct);
        if (rows.Count == 0)
        {
            return;
        }

        var first = rows.Min(r => r.Hour);
        var news = end - News;
        foreach (var subject in rows.GroupBy(r => r.TermId).Where(g => g.Key == Guid.Empty || terms.ContainsKey(g.Key)).OrderBy(g => g.Key))
        {
            var name = subject.Key == Guid.Empty ? "watch" : $"term:{subject.Key}";
            var last = await db.Findings.Where(f => f.WatchId == watch && f.Kind == FoundKind.Burst && f.Subject == name).MaxAsync(f => (DateTimeOffset?)f.At, ct);
            foreach (var rise in VolumeRises.Of(Hours(subject, first, end), settings.Bursts).Where(r => r.Bin.From >= news))
            {
                if (last is null || rise.Bin.From - last > Quiet)
                {
                    db.Add(Reason(rise, terms.GetValueOrDefault(subject.Key)).Finding(watch, FoundKind.Burst, name, rise.Bin.From, now));
                    last = rise.Bin.From;
                }
            }
        }
    }

    /// <summary>An hour without a row had no post: from the first hour that the watch has, all were watched.</summary>
    internal static IEnumerable<VolumeBin> Hours(IEnumerable<WatchVolume> rows, DateTimeOffset first, DateTimeOffset end)
    {
        var counts = rows.ToDictionary(r => r.Hour, r => r.All);
        for (var hour = first; hour < end; hour = hour.AddHours(1))
        {
            yield return new(hour, hour.AddHours(1), counts.GetValueOrDefault(hour));
        }
    }

    static FindingReason Reason(VolumeRise rise, string? term) =>
        new() { Label = FindingReason.Short(term), From = rise.Bin.From, To = rise.Bin.To, Posts = rise.Bin.Posts, Expected = rise.Expected, LogChance = rise.LogChance };
}

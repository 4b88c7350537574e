using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.Support;

/// <summary>Hours gone by, nights and week-ends included: how long people wait.</summary>
/// <param name="Count">Requests that the two figures rest on.</param>
/// <param name="Median">Null when there is none.</param>
/// <param name="High">Nine in ten were not longer (nearest rank).</param>
public sealed record Delays(int Count, double? Median, double? High)
{
    const double NineInTen = 0.9;

    public static Delays Of(IEnumerable<TimeSpan> waits)
    {
        var hours = waits.Select(w => w.TotalHours).Order().ToList();
        return hours.Count == 0
            ? new(0, null, null)
            : new(hours.Count, (hours[(hours.Count - 1) / 2] + hours[hours.Count / 2]) / 2, hours[(int)Math.Ceiling(hours.Count * NineInTen) - 1]);
    }
}

/// <summary>What is measured of one request.</summary>
public sealed record Wait(SitePart Part, DateTimeOffset ReceivedAt, DateTimeOffset? FirstAnsweredAt, DateTimeOffset? ClosedAt);

/// <summary>Requests received in a time, those of nobody left out, and how long they waited.</summary>
/// <param name="Received">All of them, those that nobody answered yet too.</param>
public sealed record Waited(int Received, Delays Answer, Delays Close)
{
    public static Waited Of(IReadOnlyList<Wait> waits) => new(
        waits.Count,
        Delays.Of(waits.Where(w => w.FirstAnsweredAt is not null).Select(w => w.FirstAnsweredAt!.Value - w.ReceivedAt)),
        Delays.Of(waits.Where(w => w.ClosedAt is not null).Select(w => w.ClosedAt!.Value - w.ReceivedAt)));
}

static class Waits
{
    public const int Months = 12;

    public static async Task<IReadOnlyList<Wait>> WaitsSince(this AccountsDb db, DateTimeOffset from, CancellationToken ct) =>
        await db.Requests.AsNoTracking().Where(r => r.State != RequestState.Unwanted && r.ReceivedAt >= from).Select(r => new Wait(r.Part, r.ReceivedAt, r.FirstAnsweredAt, r.ClosedAt)).ToListAsync(ct);
}

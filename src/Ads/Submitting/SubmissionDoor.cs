using System.Globalization;
using System.Security.Cryptography;
using System.Threading.RateLimiting;
using Beffroi.Ads.Law;
using Beffroi.Kit;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.Submitting;

/// <summary>
/// What keeps programs from filling the queue, without a riddle nor anybody outside: so many submissions by address and hour, a field that only a program fills in,
/// a form that nobody fills in faster than a person reads it. Addresses stay in memory, for an hour.
/// </summary>
public sealed class SubmissionDoor(SubmissionSettings settings, IDataProtectionProvider protection, TimeProvider clock) : IDisposable
{
    public const string Trap = "contact_url";
    public const string Policy = "ads-submissions";

    const int SubmissionsPerMinute = 30;

    static readonly TimeSpan Fastest = TimeSpan.FromSeconds(3);
    static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    readonly IDataProtector _stamps = protection.CreateProtector("Beffroi.Ads.Submissions");

    readonly PartitionedRateLimiter<string> _byAddress = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new() { PermitLimit = settings.PerHour, Window = TimeSpan.FromHours(1), QueueLimit = 0 }));

    public static void Configure(RateLimiterOptions options) => options.AddPolicy(Policy, http =>
        RateLimitPartition.GetFixedWindowLimiter(ClientAddress.Of(http), _ => new() { PermitLimit = SubmissionsPerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    /// <summary>When the page was opened, and the identifier of the one submission made from it.</summary>
    public string Stamp() => _stamps.Protect(string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow().UtcTicks} {Guid.CreateVersion7(clock.GetUtcNow())}"));

    /// <summary>The identifier of the submission, or why it is not taken.</summary>
    public async Task<(Guid Id, Words? Refusal)> Read(string? trap, string? stamp, HttpContext http, AdsDb db, CancellationToken ct)
    {
        if (!string.IsNullOrEmpty(trap))
        {
            return (default, new("Laissez vide le champ qui ne se voit pas : il sert à reconnaître les programmes", "Leave the hidden field empty: it tells programs from people"));
        }

        if (Opened(stamp) is not var (at, id) || clock.GetUtcNow() - at > Longest)
        {
            return (default, new("Cette page était ouverte depuis trop longtemps. Ce que vous avez écrit est là : envoyez de nouveau", "This page was open for too long. What you wrote is here: send it again"));
        }

        if (clock.GetUtcNow() - at < Fastest)
        {
            return (default, new("Envoyé trop vite pour une personne. Relisez-vous, puis envoyez de nouveau", "Sent too fast for a person. Read it again, then send it once more"));
        }

        if (await db.Submissions.AnyAsync(s => s.Id == id, ct))
        {
            return (default, new("Cet envoi est déjà arrivé. Pour en faire un autre, envoyez de nouveau", "This submission arrived already. To make another one, send it again"));
        }

        if (await db.Submissions.CountAsync(s => s.DecidedAt == null, ct) >= settings.MostWaiting)
        {
            return (default, new("Trop d’envois attendent déjà une relecture. Gardez cette page ouverte et envoyez plus tard", "Too many submissions wait for a review already. Keep this page open and send it later"));
        }

        using var lease = _byAddress.AttemptAcquire(ClientAddress.Of(http));
        return lease.IsAcquired ? (id, null) : (default, new("Beaucoup d’envois sont venus de votre adresse depuis une heure. Gardez cette page ouverte et envoyez plus tard", "Many submissions came from your address within the hour. Keep this page open and send it later"));
    }

    public void Dispose() => _byAddress.Dispose();

    (DateTimeOffset At, Guid Id)? Opened(string? stamp)
    {
        try
        {
            return _stamps.Unprotect(stamp ?? "").Split(' ') is [var ticks, var id] ? (new DateTimeOffset(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero), Guid.Parse(id)) : null;
        }
        catch (Exception wrong) when (wrong is CryptographicException or FormatException)
        {
            return null;
        }
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Threading.RateLimiting;
using Beffroi.Kit;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Contesting;

/// <summary>What keeps programs from filling the list of contests: so many by address and hour, a field that only a program fills in, a form that nobody fills in faster than a person reads it.</summary>
public sealed class ContestDoor(IDataProtectionProvider protection, TimeProvider clock) : IDisposable
{
    public const string Trap = "contact_url";
    public const string Policy = "bots-contests";

    const int PerMinute = 30;
    const int PerHour = 10;
    const int MostWaiting = 1000;

    static readonly TimeSpan Fastest = TimeSpan.FromSeconds(3);
    static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    readonly IDataProtector _stamps = protection.CreateProtector("Beffroi.Bots.Contests");

    readonly PartitionedRateLimiter<string> _byAddress = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new() { PermitLimit = PerHour, Window = TimeSpan.FromHours(1), QueueLimit = 0 }));

    public static void Configure(RateLimiterOptions options) => options.AddPolicy(Policy, http =>
        RateLimitPartition.GetFixedWindowLimiter(ClientAddress.Of(http), _ => new() { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    /// <summary>When the page was opened, and the identifier of the one contest made from it.</summary>
    public string Stamp() => _stamps.Protect(string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow().UtcTicks} {Guid.CreateVersion7(clock.GetUtcNow())}"));

    /// <summary>The identifier of the contest, or why it is not taken.</summary>
    public async Task<(Guid Id, string? Refusal)> Read(string? trap, string? stamp, Lang l, HttpContext http, BotsDb db, CancellationToken ct)
    {
        if (!string.IsNullOrEmpty(trap))
        {
            return (default, l.Say("Laissez vide le champ qui ne se voit pas : il sert à reconnaître les programmes", "Leave the hidden field empty: it tells programs from people"));
        }

        if (Opened(stamp) is not var (at, id) || clock.GetUtcNow() - at > Longest)
        {
            return (default, l.Say("Cette page était ouverte depuis trop longtemps. Ce que vous avez écrit est là : envoyez de nouveau", "This page was open for too long. What you wrote is here: send it again"));
        }

        if (clock.GetUtcNow() - at < Fastest)
        {
            return (default, l.Say("Envoyé trop vite pour une personne. Relisez-vous, puis envoyez de nouveau", "Sent too fast for a person. Read it again, then send it once more"));
        }

        if (await db.Contests.CountAsync(c => c.State == ContestState.Received, ct) >= MostWaiting)
        {
            return (default, l.Say("Beaucoup de demandes attendent déjà. Écrivez au délégué à la protection des données, dont l’adresse est plus bas", "Many requests wait already. Write to the data protection officer, whose address is below"));
        }

        using var lease = _byAddress.AttemptAcquire(ClientAddress.Of(http));
        return lease.IsAcquired ? (id, null) : (default, l.Say("Beaucoup de demandes sont venues de votre adresse depuis une heure. Gardez cette page ouverte et envoyez plus tard", "Many requests came from your address within the hour. Keep this page open and send it later"));
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

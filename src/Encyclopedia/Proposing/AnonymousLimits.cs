using System.Globalization;
using System.Security.Cryptography;
using System.Threading.RateLimiting;
using Beffroi.Encyclopedia.Editing;
using Beffroi.Kit;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia.Proposing;

/// <summary>
/// What keeps programs from filling the review queue, without a riddle nor anybody outside: so many proposals by address and hour, a field that only a program
/// fills in, and a form that nobody fills in faster than a person reads it.
/// </summary>
public sealed class AnonymousLimits(IDataProtectionProvider protection, TimeProvider clock) : IDisposable
{
    public const string Trap = "contact_url";
    public const string Stamp = "opened";

    /// <summary>Previews and added rows count too: this only stops a flood.</summary>
    public const string Policy = "encyclopedia-editor";

    const int SendingsPerMinute = 60;

    /// <summary>A room that learns to contribute stands behind one address.</summary>
    public const int ProposalsPerHour = 10;

    /// <summary>What reviewers can hope to read.</summary>
    public const int MostWaiting = 500;

    /// <summary>Reading one label takes longer.</summary>
    public static readonly TimeSpan Fastest = TimeSpan.FromSeconds(4);

    static readonly TimeSpan Longest = TimeSpan.FromDays(2);

    readonly IDataProtector _stamps = protection.CreateProtector("Beffroi.Encyclopedia.Editor");

    readonly PartitionedRateLimiter<string> _byAddress = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new() { PermitLimit = ProposalsPerHour, Window = TimeSpan.FromHours(1), QueueLimit = 0 }));

    public static void Configure(RateLimiterOptions options) => options.AddPolicy(Policy, http =>
        RateLimitPartition.GetFixedWindowLimiter(ClientAddress.Of(http), _ => new() { PermitLimit = SendingsPerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    /// <summary>When the page was opened, and the secret that the one proposal sent from it is followed by.</summary>
    public string Now() => _stamps.Protect($"{clock.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture)} {SecretLink.Draw()}");

    /// <summary>Why it is not taken, in words; else what it is followed by.</summary>
    public async Task<(string? Refusal, string Token)> Read(EntryForm form, HttpContext http, EncyclopediaDb db, Lang l, CancellationToken ct)
    {
        var (opened, token) = Opened(form[Stamp]);
        if (Refusal(form, opened, l) is { } refusal)
        {
            return (refusal, "");
        }

        var hash = SecretLink.HashOf(token);
        if (await db.Proposals.AnyAsync(p => p.FollowHash == hash, ct))
        {
            return (Used(l), "");
        }

        if (await db.Proposals.CountAsync(p => p.AuthorId == null && p.Decision == null, ct) >= MostWaiting)
        {
            return (l.Say(
                $"{MostWaiting} propositions faites sans compte attendent déjà une relecture : c’est le plus que nous prenions. Gardez cette page ouverte et envoyez plus tard, ou connectez-vous.",
                $"{MostWaiting} proposals made without an account wait for a review already: we take no more. Keep this page open and send it later, or sign in."), "");
        }

        using var lease = _byAddress.AttemptAcquire(ClientAddress.Of(http));
        return lease.IsAcquired ? (null, token) : (l.Say(
            "Beaucoup de propositions sont venues de votre adresse depuis une heure. Gardez cette page ouverte et envoyez plus tard, ou connectez-vous.",
            "Many proposals came from your address within the hour. Keep this page open and send it later, or sign in."), "");
    }

    public static string Used(Lang l) => l.Say(
        "Une proposition a déjà été envoyée depuis cette page. Si vous voulez en faire une autre, envoyez de nouveau.",
        "A proposal was already sent from this page. If you want to make another one, send it again.");

    string? Refusal(EntryForm form, DateTimeOffset? at, Lang l)
    {
        if (form[Trap].Length > 0)
        {
            return l.Say("Laissez vide le champ qui ne se voit pas : il sert à reconnaître les programmes.", "Leave the hidden field empty: it tells programs from people.");
        }

        if (at is not { } opened || clock.GetUtcNow() - opened > Longest)
        {
            return l.Say("Cette page était ouverte depuis trop longtemps. Tout ce que vous avez écrit est là : envoyez de nouveau.", "This page was open for too long. All you wrote is here: send it again.");
        }

        return clock.GetUtcNow() - opened < Fastest
            ? l.Say("Envoyé trop vite pour une personne. Relisez-vous, puis envoyez de nouveau.", "Sent too fast for a person. Read it again, then send it once more.")
            : null;
    }

    public void Dispose() => _byAddress.Dispose();

    (DateTimeOffset? At, string Token) Opened(string stamp)
    {
        try
        {
            var parts = _stamps.Unprotect(stamp).Split(' ');
            return parts.Length == 2 ? (new DateTimeOffset(long.Parse(parts[0], CultureInfo.InvariantCulture), TimeSpan.Zero), parts[1]) : (null, "");
        }
        catch (CryptographicException)
        {
            return (null, "");
        }
    }
}

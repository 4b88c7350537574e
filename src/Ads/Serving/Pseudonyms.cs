using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Beffroi.Kit;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Beffroi.Ads;

/// <summary>
/// Who answers, without knowing who: a browser keeps a random token and the day of its first visit; what is stored is made from the token and a key of that day, which is
/// destroyed after some weeks (docs/adr/0028). The address of the network is never stored: what is made from it and a key of its own is emptied within a day, and that key destroyed the next.
/// </summary>
public sealed class Pseudonyms(AdsDb db, IDataProtectionProvider protection, AnsweringSettings settings, IHostEnvironment environment, TimeProvider clock)
{
    const int TokenBytes = 16;
    const int KeyBytes = 32;
    const string DayFormat = "yyyyMMdd";

    readonly IDataProtector _seal = protection.CreateProtector("Beffroi.Ads.DayKeys");

    public string CookieName => environment.IsDevelopment() ? "annonces" : "__Host-annonces";

    DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>Pseudonym of this browser; null when it has none, or when its key is destroyed.</summary>
    public async Task<string?> Known(HttpContext http, CancellationToken ct) =>
        Read(http.Request.Cookies[CookieName]) is var (day, token) && await Key(day, ct) is { } key ? Of(key, "browser:", token) : null;

    /// <summary>The same; a browser that comes for the first time is given a token.</summary>
    public async Task<string> Voter(HttpContext http, CancellationToken ct)
    {
        if (await Known(http, ct) is { } known)
        {
            return known;
        }

        var (today, token) = (Today, RandomNumberGenerator.GetBytes(TokenBytes));
        var key = await TodaysKey(ct);
        http.Response.Cookies.Append(CookieName, $"{today.ToString(DayFormat, CultureInfo.InvariantCulture)}.{Base64Url.EncodeToString(token)}", new()
        {
            HttpOnly = true, Secure = !environment.IsDevelopment() || http.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true, MaxAge = TimeSpan.FromDays(settings.KeyDays),
        });
        return Of(key, "browser:", token);
    }

    /// <summary>Pseudonym of the network for today.</summary>
    public async Task<string> Network(HttpContext http, CancellationToken ct) => Of(await TodaysNetworkKey(ct), "network:", Encoding.UTF8.GetBytes(ClientAddress.Of(http)));

    static string Of(byte[] key, string domain, byte[] what) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, (byte[])[.. Encoding.UTF8.GetBytes(domain), .. what]))[..Answer.VoterLength];

    (DateOnly Day, byte[] Token)? Read(string? cookie)
    {
        var parts = cookie?.Split('.');
        return parts is [var day, { Length: < 100 } text]
            && DateOnly.TryParseExact(day, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first <= Today && first > Today.AddDays(-settings.KeyDays)
            && Decoded(text) is { Length: TokenBytes } token
                ? (first, token) : null;
    }

    static byte[]? Decoded(string text) => Base64Url.IsValid(text, out _) ? Base64Url.DecodeFromChars(text) : null;

    async Task<byte[]> TodaysKey(CancellationToken ct)
    {
        var today = Today;
        if (await Key(today, ct) is { } key)
        {
            return key;
        }

        // Of several nodes, one lays it. No audit row: nobody does it.
        await db.Database.ExecuteSqlAsync($"""INSERT INTO ads_day_keys ("Day", "Sealed") VALUES ({today}, {Drawn()}) ON CONFLICT DO NOTHING""", ct);
        return await Key(today, ct) ?? throw new InvalidOperationException("The key of the day was laid and cannot be read: is the key ring shared by all nodes?");
    }

    async Task<byte[]> TodaysNetworkKey(CancellationToken ct)
    {
        var today = Today;
        if (await NetworkKey(today, ct) is { } key)
        {
            return key;
        }

        await db.Database.ExecuteSqlAsync($"""INSERT INTO ads_network_keys ("Day", "Sealed") VALUES ({today}, {Drawn()}) ON CONFLICT DO NOTHING""", ct);
        return await NetworkKey(today, ct) ?? throw new InvalidOperationException("The key of the networks was laid and cannot be read: is the key ring shared by all nodes?");
    }

    async Task<byte[]?> Key(DateOnly day, CancellationToken ct) => Unsealed(await db.DayKeys.AsNoTracking().Where(k => k.Day == day).Select(k => k.Sealed).SingleOrDefaultAsync(ct));

    async Task<byte[]?> NetworkKey(DateOnly day, CancellationToken ct) => Unsealed(await db.NetworkKeys.AsNoTracking().Where(k => k.Day == day).Select(k => k.Sealed).SingleOrDefaultAsync(ct));

    string Drawn() => _seal.Protect(Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)));

    byte[]? Unsealed(string? closed)
    {
        if (closed is null)
        {
            return null;
        }

        try
        {
            return Convert.FromBase64String(_seal.Unprotect(closed));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

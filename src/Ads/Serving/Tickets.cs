using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Beffroi.Ads;

/// <summary>Says that this site showed an ad to a browser, and when: sealed in the form, so that nobody answers about an ad of their own choosing. Nothing of it is kept.</summary>
public sealed class Tickets(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>As long as what was shown is not shown again.</summary>
    static readonly TimeSpan Lasting = TimeSpan.FromDays(1);

    readonly IDataProtector _seal = protection.CreateProtector("Beffroi.Ads.Tickets");

    public string Of(string voter, Guid ad) => _seal.Protect(string.Create(CultureInfo.InvariantCulture, $"{voter}|{ad:N}|{clock.GetUtcNow().ToUnixTimeSeconds()}"));

    /// <summary>The ad that it names; null when it was given to another browser, too long ago, or not by us.</summary>
    public Guid? Read(string? ticket, string voter)
    {
        try
        {
            return ticket is { Length: > 0 and < 1000 } && _seal.Unprotect(ticket).Split('|') is [var who, var ad, var at] && string.Equals(who, voter, StringComparison.Ordinal)
                && clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(long.Parse(at, CultureInfo.InvariantCulture)) < Lasting
                    ? Guid.ParseExact(ad, "N") : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

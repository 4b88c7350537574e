using System.Security.Cryptography;
using Beffroi.Chat.Rules.Webhooks;
using Microsoft.AspNetCore.DataProtection;

namespace Beffroi.Chat.Delivering;

/// <summary>Keys that sign deliveries, sealed by the site's own: the database alone does not give them.</summary>
public sealed class HookKeys(IDataProtectionProvider protection)
{
    readonly IDataProtector _protector = protection.CreateProtector("chat.hooks");

    public static byte[] Make() => RandomNumberGenerator.GetBytes(HookSignature.KeyLength);

    public string Seal(byte[] key) => Convert.ToBase64String(_protector.Protect(key));

    /// <exception cref="CryptographicException">The site's keys are no longer those that sealed it.</exception>
    public byte[] Open(string sealedKey) => _protector.Unprotect(Convert.FromBase64String(sealedKey));
}

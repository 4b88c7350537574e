using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Beffroi.Accounts;

/// <summary>The application of a telephone whose codes an account asks for after its password.</summary>
public sealed class Authenticator
{
    const string Purpose = "Beffroi.Accounts.Authenticator";

    Authenticator()
    {
    }

    public Guid AccountId { get; private init; }

    /// <summary>Encrypted with the keys of the site: a copy of the database alone makes no code.</summary>
    public string SealedKey { get; private init; } = "";

    public DateTimeOffset AddedAt { get; private init; }

    /// <summary>Half-minutes since 1970: a code seen once is worth nothing again.</summary>
    public long LastStep { get; private set; }

    /// <summary>Null when the code is not the key's: nothing is kept that its owner has not shown to have.</summary>
    public static Authenticator? Add(Guid accountId, byte[] key, string code, IDataProtectionProvider protection, DateTimeOffset now) =>
        TimedCode.Find(key, code, after: 0, now) is { } step
            ? new() { AccountId = accountId, SealedKey = Protector(protection).Protect(Convert.ToBase64String(key)), AddedAt = now, LastStep = step }
            : null;

    public bool Takes(string code, IDataProtectionProvider protection, DateTimeOffset now)
    {
        try
        {
            if (TimedCode.Find(Convert.FromBase64String(Protector(protection).Unprotect(SealedKey)), code, LastStep, now) is not { } step)
            {
                return false;
            }

            LastStep = step;
            return true;
        }
        catch (CryptographicException)
        {
            // The keys of the site were lost: papers still open.
            return false;
        }
    }

    static IDataProtector Protector(IDataProtectionProvider protection) => protection.CreateProtector(Purpose);
}

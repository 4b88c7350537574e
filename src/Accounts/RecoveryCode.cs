using System.Security.Cryptography;

namespace Beffroi.Accounts;

/// <summary>A code on paper for the day the telephone is lost: it opens once.</summary>
public sealed class RecoveryCode
{
    public const int Each = 10;

    /// <summary>80 bits: cannot be guessed, so a plain hash is enough in the database.</summary>
    const int Bytes = 10;

    RecoveryCode()
    {
    }

    public Guid Id { get; private init; }
    public Guid AccountId { get; private init; }
    public string Hash { get; private init; } = "";
    public DateTimeOffset WrittenAt { get; private init; }
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>The rows to keep, and the codes to show once.</summary>
    public static (IReadOnlyList<RecoveryCode> Rows, IReadOnlyList<string> Codes) Write(Guid accountId, DateTimeOffset now)
    {
        var codes = Enumerable.Range(0, Each).Select(_ => Base32.Of(RandomNumberGenerator.GetBytes(Bytes))).ToList();
        return ([.. codes.Select(c => new RecoveryCode { Id = Guid.CreateVersion7(now), AccountId = accountId, Hash = SecretToken.HashOf(c), WrittenAt = now })], [.. codes.Select(Base32.Spaced)]);
    }

    public void Use(DateTimeOffset now) => UsedAt = UsedAt is null ? now : throw new InvalidOperationException("This code was used already: ask for those that were not.");
}

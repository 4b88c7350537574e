namespace Beffroi.Accounts.Post;

public enum MailLinkPurpose
{
    ConfirmEmail,
    ResetPassword,
}

/// <summary>A link sent to an account's own address: it works once, for a time.</summary>
public sealed class MailLink
{
    /// <summary>Who waits for such a letter opens it now; the longer it works, the more a mailbox left open is worth.</summary>
    public static readonly TimeSpan ResetLifetime = TimeSpan.FromHours(1);

    /// <summary>A week off does not close it.</summary>
    public static readonly TimeSpan ConfirmLifetime = TimeSpan.FromDays(14);

    MailLink()
    {
    }

    public Guid Id { get; private init; }
    public Guid AccountId { get; private init; }
    public MailLinkPurpose Purpose { get; private init; }

    /// <summary>SHA-256 of the token.</summary>
    public string TokenHash { get; private init; } = "";

    /// <summary>The account's security stamp at that time: a password changed since makes a link to change it worth nothing.</summary>
    public string? Stamp { get; private init; }

    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset ExpiresAt { get; private init; }
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>The link to keep and the token to send: the token is written nowhere.</summary>
    public static (MailLink Link, string Token) Write(Account account, MailLinkPurpose purpose, DateTimeOffset now)
    {
        var token = SecretToken.Draw();
        return (new()
        {
            Id = Guid.CreateVersion7(now),
            AccountId = account.Id,
            Purpose = purpose,
            TokenHash = SecretToken.HashOf(token),
            Stamp = purpose == MailLinkPurpose.ResetPassword ? account.SecurityStamp : null,
            CreatedAt = now,
            ExpiresAt = now + Lifetime(purpose),
        }, token);
    }

    public bool IsOpen(Account account, DateTimeOffset now) =>
        UsedAt is null && now < ExpiresAt && account.Id == AccountId && (Stamp is null || string.Equals(Stamp, account.SecurityStamp, StringComparison.Ordinal));

    public void Use(DateTimeOffset now) => UsedAt = UsedAt is null ? now : throw new InvalidOperationException("This link was used already: ask IsOpen first.");

    static TimeSpan Lifetime(MailLinkPurpose purpose) => purpose switch
    {
        MailLinkPurpose.ConfirmEmail => ConfirmLifetime,
        MailLinkPurpose.ResetPassword => ResetLifetime,
    };
}

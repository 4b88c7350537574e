namespace Beffroi.Accounts.Post;

/// <summary>How letters leave, from configuration (section <c>Mail</c>). Without a server they wait, and the superadmin reads them.</summary>
public sealed record MailSettings
{
    /// <summary>Address of the site as people type it, such as <c>https://eva.beffroi.example</c>: never taken from a request, whose sender could choose it.</summary>
    public string? SiteUrl { get; init; }

    /// <summary>The address that letters come from; the contact of the site otherwise.</summary>
    public string? From { get; init; }

    public SmtpSettings Smtp { get; init; } = new();

    // What such addresses are called.
    static readonly string[] Unread = ["no-reply", "noreply", "no_reply", "ne-pas-repondre", "nepasrepondre", "donotreply", "do-not-reply"];

    public bool Sends => !string.IsNullOrEmpty(Smtp.Host);

    /// <summary>In links, without its last slash.</summary>
    public string Site => SiteUrl?.TrimEnd('/') ?? "";

    /// <summary>Refuses at start what would only be found out letter after letter.</summary>
    public MailSettings Checked()
    {
        if (SiteUrl is { } url && !(Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "https" or "http"))
        {
            throw new InvalidOperationException("Mail:SiteUrl is the address of the site with its scheme (https://eva.beffroi.example).");
        }

        if (From is { } from && Unread.Any(word => from.StartsWith(word, StringComparison.OrdinalIgnoreCase)))
        {
            throw new InvalidOperationException("Mail:From must be an address that people read: whoever receives an answer may answer it.");
        }

        return Sends && Site.Length == 0
            ? throw new InvalidOperationException("Mail:Smtp:Host is set without Mail:SiteUrl: the links in the letters would lead nowhere.")
            : this;
    }
}

public sealed record SmtpSettings
{
    public string? Host { get; init; }

    /// <summary>587 is for submission (RFC 6409), 465 for submission over TLS from the first byte (RFC 8314).</summary>
    public int Port { get; init; } = 587;

    public string? User { get; init; }
    public string? Password { get; init; }

    /// <summary>A relay on this machine or in the same closed network may do without; anything else must not.</summary>
    public bool Unencrypted { get; init; }

    /// <summary>Never written anywhere by mistake.</summary>
    public override string ToString() => $"{Host}:{Port}";
}

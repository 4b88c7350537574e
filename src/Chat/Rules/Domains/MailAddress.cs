namespace Beffroi.Chat.Rules.Domains;

/// <summary>An e-mail address as people have: the plain form of RFC 5321 4.1.2, without quotes, comments or routes.</summary>
public sealed record MailAddress(string Local, MailDomain Domain)
{
    /// <summary>Null when it is not one. Routes of old mailers (<c>%</c>, <c>!</c>) are refused: they would take a letter elsewhere.</summary>
    public static MailAddress? Read(string? text)
    {
        var trimmed = text?.Trim();
        var at = trimmed?.IndexOf('@', StringComparison.Ordinal) ?? -1;
        if (trimmed is not { Length: <= 254 } || at is < 1 or > 64 || trimmed.LastIndexOf('@') != at)
        {
            return null;
        }

        var local = trimmed[..at];
        return local.All(IsPlain) && local[0] != '.' && local[^1] != '.' && !local.Contains("..", StringComparison.Ordinal) && MailDomain.Read(trimmed[(at + 1)..]) is { } domain
            ? new(local, domain)
            : null;
    }

    static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~.".Contains(c, StringComparison.Ordinal) && c is not ('%' or '!');

    public override string ToString() => $"{Local}@{Domain.Ascii}";
}

namespace Beffroi.Kit;

/// <summary>Where a module leaves a letter to be sent; the accounts module keeps and delivers it.</summary>
public interface IOutbox
{
    /// <summary>Keeps the letter, at once. A letter whose <see cref="Letter.Key"/> was already given is left out.</summary>
    Task Add(Letter letter, CancellationToken ct);
}

/// <summary>An electronic letter to one person.</summary>
/// <remarks>
/// <see cref="Body"/> is plain text: paragraphs parted by an empty line. <c>{site}</c> stands for the address of the site, so that a link of ours is written
/// <c>{site}/eva/campagnes</c>; <c>{lien}</c> for <see cref="Secret"/>. What people typed goes through <see cref="Quoted"/>.
/// </remarks>
public sealed record Letter
{
    /// <summary>Technical name of what it is about, such as <c>bienvenue</c>.</summary>
    public required string Kind { get; init; }

    public required string To { get; init; }
    public required string Subject { get; init; }
    public required string Body { get; init; }

    /// <summary>Path of a link that opens something by itself: kept encrypted until the letter leaves, shown to nobody.</summary>
    public string? Secret { get; init; }

    /// <summary>The account it goes to, if it has one.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>False for what a person may ask not to receive.</summary>
    public bool Essential { get; init; } = true;

    /// <summary>Said of one letter only, such as <c>hebdo:{account}:2026-W48</c>: the second one with it is not kept.</summary>
    public string? Key { get; init; }

    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>From then on it would say nothing true any more: it is not sent.</summary>
    public DateTimeOffset? NotAfter { get; init; }

    /// <summary>Words that somebody typed, safe in the letter to somebody else: on one line, no link, no mark of ours.</summary>
    public static string Quoted(string? typed)
    {
        var line = new string([.. (typed ?? "").Select(c => char.IsControl(c) || c is '{' or '}' or '<' or '>' ? ' ' : c)]);
        return string.Join(' ', line.Replace("://", " ", StringComparison.Ordinal).Replace("www.", "www ", StringComparison.OrdinalIgnoreCase).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}

/// <summary>What a module has to tell people once a week, gathered in one letter on Monday morning.</summary>
public interface IWeeklyDigest
{
    /// <summary>Lines of plain text, by account: those who have nothing to be told are absent.</summary>
    Task<IReadOnlyDictionary<Guid, IReadOnlyList<string>>> Lines(DateTimeOffset now, CancellationToken ct);
}

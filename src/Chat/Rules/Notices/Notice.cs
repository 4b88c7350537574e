namespace Beffroi.Chat.Rules.Notices;

/// <summary>Something that happened, towards one person who may read it: that was settled before.</summary>
/// <param name="By">Who did it; null: the machine.</param>
/// <param name="Subject">The message, the step, the alert.</param>
/// <param name="Case">Null outside a case.</param>
public sealed record Notice(Guid To, Guid? By, NoticeReason Reason, Guid Subject, Guid? Case)
{
    /// <summary>Two with the same key are one.</summary>
    public (Guid To, NoticeReason Reason, Guid Subject) Key => (To, Reason, Reason.OncePerCase() && Case is { } known ? known : Subject);
}

/// <summary>How a person wants to be told.</summary>
public sealed record NoticeChoices
{
    public static readonly NoticeChoices Default = new();

    public QuietHours? Quiet { get; init; }

    /// <summary>Whether a rapid alert comes in quiet hours as well.</summary>
    public bool AlertsPassQuiet { get; init; } = true;

    public IReadOnlyDictionary<NoticeReason, Delivery> Chosen { get; init; } = new Dictionary<NoticeReason, Delivery>();

    public IReadOnlySet<Guid> MutedCases { get; init; } = new HashSet<Guid>();

    /// <summary>
    /// When to tell: an instant, null for the next digest or for never.
    /// Alerts cannot be refused whole: at the least they are in the digest.
    /// </summary>
    public (Delivery Delivery, DateTimeOffset? At) Judge(Notice notice, DateTimeOffset now)
    {
        if (notice.By == notice.To)
        {
            return (Delivery.Never, null);
        }

        var delivery = Chosen.TryGetValue(notice.Reason, out var chosen) ? chosen : notice.Reason.Default();
        var isAlert = notice.Reason == NoticeReason.Alert;
        if (isAlert && delivery == Delivery.Never)
        {
            delivery = Delivery.Digest;
        }

        // A muted case still speaks to someone by name.
        if (notice.Case is { } about && MutedCases.Contains(about) && notice.Reason is not (NoticeReason.Alert or NoticeReason.Direct or NoticeReason.Mention or NoticeReason.Assigned))
        {
            return (Delivery.Never, null);
        }

        if (delivery != Delivery.AtOnce)
        {
            return (delivery, null);
        }

        return Quiet is null || (isAlert && AlertsPassQuiet) ? (delivery, now)
            : Quiet.Until(now) is { } later ? (delivery, later)
            : (Delivery.Digest, null);
    }

    /// <summary>The notices to keep: those that this person has not had yet, one of each, in their order.</summary>
    public static IEnumerable<Notice> New(IEnumerable<Notice> notices, IReadOnlySet<(Guid, NoticeReason, Guid)> told) =>
        notices.Where(n => !told.Contains(n.Key)).DistinctBy(n => n.Key);
}

namespace Beffroi.Ads;

/// <summary>While which polls nothing of what people answered is published.</summary>
public enum FreezeChoice
{
    /// <summary>Those in which the whole country votes: president, deputies, European Parliament, referendum.</summary>
    National,

    /// <summary>Those of every election of the calendar.</summary>
    All,

    None,
}

/// <summary>What the operator decides of publication (section <c>Ads:Publication</c>).</summary>
public sealed record PublicationSettings
{
    public const int MostReplyDays = 90;

    /// <summary>Days that a sponsor has to answer before a decision is shown, from the day when the invitation is said to be sent.</summary>
    public int ReplyDays { get; init; } = 7;

    public FreezeChoice Freeze { get; init; } = FreezeChoice.National;

    /// <summary>Days after which an answer to a letter is awaited, unless who sends it says otherwise.</summary>
    public int NoticeDays { get; init; } = 10;

    public TimeSpan ReplyDelay => TimeSpan.FromDays(ReplyDays);

    /// <exception cref="InvalidOperationException">A number makes no sense.</exception>
    public PublicationSettings Checked() => ReplyDays is >= 1 and <= MostReplyDays && NoticeDays is >= 1 and <= MostReplyDays
        ? this
        : throw new InvalidOperationException($"Ads:Publication: ReplyDays and NoticeDays are days, from 1 to {MostReplyDays}.");
}

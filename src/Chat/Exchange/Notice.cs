using Beffroi.Kit;

namespace Beffroi.Chat.Exchange;

/// <summary>Something that whoever imports or exports must know, in both languages. Nothing is lost in silence.</summary>
/// <param name="Kind">One of the constants.</param>
public sealed record Notice(string Kind, string French, string English)
{
    /// <summary>Is no object.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>Is referred to, and not there.</summary>
    public const string Absent = "absent";

    /// <summary>Is of no use to a case: it stays in the file.</summary>
    public const string Kept = "kept";

    /// <summary>Is not what was sealed, or not what was exported.</summary>
    public const string Changed = "changed";

    /// <summary>Is marked in a way that is unknown here.</summary>
    public const string Marking = "marking";

    /// <summary>Was too long.</summary>
    public const string Cut = "cut";

    /// <summary>Is above what may be shared.</summary>
    public const string LeftOut = "left-out";

    public string In(Lang language) => language.Say(French, English);
}

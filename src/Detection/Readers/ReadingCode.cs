namespace Beffroi.Detection;

/// <summary>What a reader found wrong in a file.</summary>
public enum ReadingCode
{
    /// <summary>The line, or the value, is not JSON.</summary>
    BrokenJson,

    /// <summary>The line is longer than <see cref="ReadingOptions.MaxLineBytes"/>: skipped without being kept in memory.</summary>
    TooLong,

    /// <summary>The file ends in the middle of a value, of a record or of its compressed stream.</summary>
    Truncated,

    /// <summary>The record has not as many fields as the header.</summary>
    WrongColumns,

    /// <summary>A quoted field is never closed.</summary>
    UnclosedQuote,

    /// <summary>Sound JSON, but of no form that this library knows.</summary>
    UnknownObject,

    /// <summary>A message of the source about its own work (deletion, limit, error), not an account or a post. A notice.</summary>
    ControlMessage,

    /// <summary>A post without its author, its identifier or its date.</summary>
    Incomplete,

    /// <summary>A field holds something else than it should: it is read as missing.</summary>
    WrongType,

    /// <summary>A count below zero: it is read as missing.</summary>
    NegativeCount,

    /// <summary>A date that cannot be read: it is read as missing.</summary>
    UnreadableDate,

    /// <summary>A date whose day and month cannot be told apart: it is read as missing.</summary>
    AmbiguousDate,

    /// <summary>A date after <see cref="ReadingOptions.Now"/>, or after the observation: it is read as missing.</summary>
    FutureDate,

    /// <summary>A date before networks existed, as a zero read as a date: it is read as missing.</summary>
    ImplausibleDate,

    /// <summary>An identifier that went through a floating-point number and lost digits: it is read as missing.</summary>
    RoundedId,

    /// <summary>A label that is neither bot nor human: it is read as missing. A notice.</summary>
    UnknownLabel,

    /// <summary>A network that this library does not know: <see cref="Network.Other"/>. A notice.</summary>
    UnknownNetwork,

    /// <summary>An account already read in the same file, inside another post: passed over. A notice.</summary>
    Repeated,

    /// <summary>The compressed file grows beyond <see cref="ReadingOptions.MaxExpansion"/> or <see cref="ReadingOptions.MaxExpandedBytes"/>: reading stops.</summary>
    Bomb,

    /// <summary>The compressed stream is damaged: reading stops.</summary>
    BadGzip,

    /// <summary>The file is none of the forms that this library reads: reading stops.</summary>
    UnknownFormat,
}

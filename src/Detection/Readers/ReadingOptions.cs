namespace Beffroi.Detection;

/// <summary>How a file is read.</summary>
public sealed record ReadingOptions
{
    /// <summary>Bytes of the longest line, record or JSON document: what is longer is skipped and counted. 8 MiB by default; from 1,024 to 1 GiB.</summary>
    public int MaxLineBytes
    {
        get;
        init => field = value is >= 1024 and <= 1 << 30 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "From 1,024 bytes to 1 GiB.");
    } = 8 << 20;

    /// <summary>Bytes out for each byte in above which a compressed file is a bomb, once 16 MiB are out. 200 by default: text gives 3 to 60.</summary>
    public double MaxExpansion { get; init; } = 200;

    /// <summary>Bytes out of a compressed file above which reading stops. 1 TiB by default.</summary>
    public long MaxExpandedBytes { get; init; } = 1L << 40;

    /// <summary>The present instant: a later date is an error. Null: only dates that contradict each other are.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>When the accounts were looked at, where the file does not say. Null: not known.</summary>
    public DateTimeOffset? ObservedAt { get; init; }

    /// <summary>The network, where neither the file nor the form of its rows says it.</summary>
    public Network? Network { get; init; }

    /// <summary>Whether dates such as 03/04/2019 put the month first. Null: such a date is ambiguous, unless the form of the file is known.</summary>
    public bool? MonthFirst { get; init; }

    /// <summary>Names of columns of the file that the readers do not know, to the names that they know (<c>"auteur"</c> to <c>"author_id"</c>); compared without case.</summary>
    public IReadOnlyDictionary<string, string>? Columns { get; init; }
}

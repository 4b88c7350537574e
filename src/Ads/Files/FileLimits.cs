namespace Beffroi.Ads.Files;

/// <summary>What a file may weigh: beyond, it is read no further.</summary>
public sealed record FileLimits
{
    /// <summary>Bytes of a file sent through a page.</summary>
    public const long Sent = 64L * 1024 * 1024;

    /// <summary>Bytes of the whole.</summary>
    public long MostBytes { get; init; } = Sent;

    /// <summary>Bytes of one record: the largest of a library weigh some tens of kilobytes.</summary>
    public int MostRecordBytes { get; init; } = 1024 * 1024;

    /// <summary>Objects inside objects.</summary>
    public int MostDepth { get; init; } = 32;

    /// <summary>A dump read in a terminal.</summary>
    public static FileLimits InATerminal { get; } = new() { MostBytes = 64L * 1024 * 1024 * 1024 };
}

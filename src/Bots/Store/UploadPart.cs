namespace Beffroi.Bots;

/// <summary>Bytes of a file that somebody sent for a source, until they are read: any node may read them.</summary>
public sealed class UploadPart : Kit.ILogLine
{
    public const int Size = 1 << 20;

    public required Guid SourceId { get; init; }
    public required int Number { get; init; }
    public required byte[] Bytes { get; init; }
}

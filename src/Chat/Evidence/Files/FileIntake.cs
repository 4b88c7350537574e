using System.Security.Cryptography;
using Beffroi.Chat.Evidence.Pictures;

namespace Beffroi.Chat.Evidence.Files;

/// <summary>A file as it came in: its bytes are never changed, so that what was received can be shown years later.</summary>
public sealed record ReceivedFile
{
    /// <summary>Safe to write, to send and to show.</summary>
    public required string Name { get; init; }
    public required FileKind Kind { get; init; }
    public required int Size { get; init; }

    /// <summary>SHA-256 (FIPS 180-4) of the bytes as they arrived, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Null where it is no picture, or one without a hash.</summary>
    public PictureHash? Picture { get; init; }
}

public abstract record FileReading
{
    public sealed record Received(ReceivedFile File) : FileReading;

    public sealed record Refused(Words Why) : FileReading;
}

/// <summary>The door for files.</summary>
public static class FileIntake
{
    /// <summary>Bytes: the most that any kind may weigh, to hold against a stream before it is read.</summary>
    public static int MaximumSize => Enum.GetValues<FileKind>().Max(k => k.MaximumSize());

    public static FileReading Read(string? name, byte[] bytes)
    {
        if (bytes.Length > MaximumSize)
        {
            return TooLarge(MaximumSize);
        }

        var (kind, why) = FileType.Of(bytes, SafeName.ExtensionOf(name));
        if (kind is not { } known)
        {
            return new FileReading.Refused(why ?? FileType.Unknown);
        }

        return bytes.Length > known.MaximumSize() ? TooLarge(known.MaximumSize()) : new FileReading.Received(new()
        {
            Name = SafeName.Of(name, known),
            Kind = known,
            Size = bytes.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Picture = PictureHash.Of(known, bytes),
        });
    }

    static FileReading.Refused TooLarge(int maximum) => new(new(
        $"Ce fichier dépasse {maximum / 1024 / 1024} Mio, la taille permise pour son genre.",
        $"This file is larger than {maximum / 1024 / 1024} MiB, the size allowed for its kind."));
}

using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;

namespace Beffroi.Detection;

/// <content>
/// The file: the eight characters BEFFROIA, the version (1 byte), then compressed by deflate: the names of the features, the description, the days of
/// training and expiry, the likelihood of handles, the two tiers and the quantiles of people where there are, and last a sum of control (FNV-1a, 64 bits) of all that precedes it uncompressed.
/// </content>
public sealed partial class AutomationModel
{
    const int MaxDescription = 4_000;
    const int MaxFileBytes = 64 << 20;
    const byte Version = 2;

    static ReadOnlySpan<byte> Magic => "BEFFROIA"u8;

    /// <summary>Writes the model; the same model gives the same bytes.</summary>
    /// <param name="stream">Where to; not closed.</param>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var plain = new MemoryStream();
        using (var writer = new BinaryWriter(plain, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(AccountFeatures.Count);
            foreach (var feature in Enum.GetNames<AccountFeature>())
            {
                writer.Write(feature);
            }

            writer.Write(Description);
            WriteDay(writer, TrainedOn);
            WriteDay(writer, ExpiresOn);
            writer.Write(Handles is not null);
            Handles?.Write(writer);
            WriteTier(writer, Profile);
            WriteTier(writer, Timeline);
            People?.Write(writer);
            writer.Flush();
            writer.Write(Control(plain.GetBuffer().AsSpan(0, (int)plain.Length)));
        }

        stream.Write(Magic);
        stream.WriteByte(Version);
        using var deflate = new DeflateStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        deflate.Write(plain.GetBuffer().AsSpan(0, (int)plain.Length));
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="stream">Where from; not closed.</param>
    /// <exception cref="InvalidDataException">It is not a model, or of another version, made for other features, altered, cut short, or larger than 64 MB.</exception>
    public static AutomationModel Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Span<byte> head = stackalloc byte[Magic.Length + 1];
        if (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !head[..^1].SequenceEqual(Magic))
        {
            throw new InvalidDataException("This is not an automation model.");
        }

        if (head[^1] != Version)
        {
            throw new InvalidDataException($"This automation model is of version {head[^1]}; version {Version} is read.");
        }

        using var packed = Packed(stream);
        try
        {
            return ReadPlain(Inflate(packed));
        }
        // What is compressed wrongly is told by an IOException that has no public name; the file itself was read before.
        catch (Exception wrong) when (wrong is IOException or FormatException or ArgumentException)
        {
            throw new InvalidDataException("The automation model is cut short or altered.", wrong);
        }
    }

    static MemoryStream Packed(Stream stream)
    {
        var packed = Copy(stream);
        packed.Position = 0;
        return packed;
    }

    static byte[] Inflate(Stream packed)
    {
        using var deflate = new DeflateStream(packed, CompressionMode.Decompress, leaveOpen: true);
        using var plain = Copy(deflate);
        return plain.ToArray();
    }

    static MemoryStream Copy(Stream from)
    {
        var copy = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = from.Read(buffer)) > 0;)
        {
            copy.Write(buffer.AsSpan(0, read));
            if (copy.Length > MaxFileBytes)
            {
                throw new InvalidDataException("The automation model is larger than 64 MB.");
            }
        }

        return copy;
    }

    static AutomationModel ReadPlain(byte[] plain)
    {
        if (plain.Length < sizeof(ulong) || Control(plain.AsSpan(0, plain.Length - sizeof(ulong))) != BitConverter.ToUInt64(plain.AsSpan(plain.Length - sizeof(ulong))))
        {
            throw new InvalidDataException("The automation model is cut short or altered.");
        }

        using var reader = new BinaryReader(new MemoryStream(plain, 0, plain.Length - sizeof(ulong)), Encoding.UTF8);
        if (reader.ReadInt32() != AccountFeatures.Count || Enum.GetNames<AccountFeature>().Any(feature => !string.Equals(reader.ReadString(), feature, StringComparison.Ordinal)))
        {
            throw new InvalidDataException("The automation model is made for other features: it must be trained again.");
        }

        var description = reader.ReadString();
        var (trained, expires) = (ReadDay(reader), ReadDay(reader));
        var handles = reader.ReadBoolean() ? HandleLikelihood.Read(reader) : null;
        var (profile, timeline) = (ReadTier(reader), ReadTier(reader));
        return new(description, handles, profile, timeline, reader.BaseStream.Position < reader.BaseStream.Length ? HumanReference.Read(reader) : null) { TrainedOn = trained, ExpiresOn = expires };
    }

    /// <summary>Days since 1 January of the year 1; −1 when not said.</summary>
    static void WriteDay(BinaryWriter writer, DateOnly? day) => writer.Write(day?.DayNumber ?? -1);

    static DateOnly? ReadDay(BinaryReader reader) => reader.ReadInt32() is >= 0 and var number ? DateOnly.FromDayNumber(number) : null;

    static void WriteTier(BinaryWriter writer, AutomationTier? tier)
    {
        writer.Write(tier?.Bags ?? 0);
        if (tier is not null)
        {
            writer.Write(tier.Intercept);
            for (var f = 0; f < AccountFeatures.Count; f++)
            {
                writer.Write(tier.Low[f]);
                writer.Write(tier.High[f]);
            }

            tier.Trees.Write(writer);
        }
    }

    static AutomationTier? ReadTier(BinaryReader reader)
    {
        var bags = reader.ReadInt32();
        if (bags == 0)
        {
            return null;
        }

        var intercept = reader.ReadDouble();
        var (low, high) = (new float[AccountFeatures.Count], new float[AccountFeatures.Count]);
        for (var f = 0; f < AccountFeatures.Count; f++)
        {
            (low[f], high[f]) = (reader.ReadSingle(), reader.ReadSingle());
        }

        return new(TreeEnsemble.Read(reader), bags, intercept, ImmutableArray.Create(low), ImmutableArray.Create(high));
    }

    static ulong Control(ReadOnlySpan<byte> bytes)
    {
        var hash = Fnv.Start;
        foreach (var b in bytes)
        {
            hash = Fnv.Add(hash, b);
        }

        return hash;
    }
}

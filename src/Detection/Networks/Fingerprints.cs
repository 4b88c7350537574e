using System.Runtime.InteropServices;

namespace Beffroi.Detection;

/// <summary>Distinct fingerprints, in the order in which they came. Nearly all ties rest on one: it takes no set.</summary>
[StructLayout(LayoutKind.Auto)]
struct Fingerprints
{
    ulong first;
    HashSet<ulong>? others;

    public int Count { get; private set; }

    public void Add(ulong fingerprint)
    {
        if (Count == 0)
        {
            (first, Count) = (fingerprint, 1);
        }
        else if (fingerprint != first && (others ??= []).Add(fingerprint))
        {
            Count++;
        }
    }

    public readonly IEnumerable<ulong> All() => Count == 0 ? [] : (others ?? []).Prepend(first);

    public readonly void Write(BinaryWriter writer)
    {
        writer.Write(Count);
        if (Count > 0)
        {
            writer.Write(first);
        }

        if (others is not null)
        {
            foreach (var other in others)
            {
                writer.Write(other);
            }
        }
    }

    /// <exception cref="InvalidDataException">The count is under zero.</exception>
    public void Read(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        if (count < 0)
        {
            throw new InvalidDataException("A count is under zero.");
        }

        for (var at = 0; at < count; at++)
        {
            Add(reader.ReadUInt64());
        }
    }
}

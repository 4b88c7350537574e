using System.Runtime.InteropServices;

namespace Beffroi.Detection;

/// <summary>Distinct fingerprints, in the order in which they came. Nearly all ties rest on one, and most of the others on a few: these take no set.</summary>
[StructLayout(LayoutKind.Auto)]
struct Fingerprints
{
    const int Few = 8;

    ulong first;
    ulong[]? few;
    HashSet<ulong>? many;

    public int Count { get; private set; }

    public void Add(ulong fingerprint)
    {
        if (Count == 0)
        {
            (first, Count) = (fingerprint, 1);
        }
        else if (fingerprint != first && (many is null ? AddToFew(fingerprint) : many.Add(fingerprint)))
        {
            Count++;
        }
    }

    public readonly IEnumerable<ulong> All() => Count == 0 ? [] : (many ?? few?.Take(Count - 1) ?? []).Prepend(first);

    public readonly void Write(BinaryWriter writer)
    {
        writer.Write(Count);
        if (Count > 0)
        {
            writer.Write(first);
        }

        if (many is not null)
        {
            foreach (var other in many)
            {
                writer.Write(other);
            }
        }
        else if (Count > 1)
        {
            foreach (var other in few.AsSpan(0, Count - 1))
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

    // Those but the first.
    bool AddToFew(ulong fingerprint)
    {
        var held = Count - 1;
        few ??= new ulong[1];
        if (few.AsSpan(0, held).Contains(fingerprint))
        {
            return false;
        }

        if (held == Few)
        {
            (many, few) = ([.. few, fingerprint], null);
            return true;
        }

        if (held == few.Length)
        {
            Array.Resize(ref few, 2 * held);
        }

        few[held] = fingerprint;
        return true;
    }
}

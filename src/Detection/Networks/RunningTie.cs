using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Beffroi.Detection;

/// <summary>A share that waits for others of the same object; names are fingerprints.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct Waiting(int Account, ulong Content, long Timestamp)
{
    public void Write(BinaryWriter writer)
    {
        writer.Write(Account);
        writer.Write(Content);
        writer.Write(Timestamp);
    }

    public static Waiting Read(BinaryReader reader) => new(reader.ReadInt32(), reader.ReadUInt64(), reader.ReadInt64());
}

/// <summary>A tie of one pair of shares, the one of the account of the smaller number first; names are fingerprints.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct SinglePair(ulong Thing, ulong FirstContent, ulong SecondContent, long FirstTimestamp, long SecondTimestamp)
{
    public long Last => Math.Max(FirstTimestamp, SecondTimestamp);

    public RunningTie Tie((int First, int Second) ends)
    {
        var tie = new RunningTie();
        tie.Add(new(ends.First, FirstContent, FirstTimestamp), new(ends.Second, SecondContent, SecondTimestamp), Thing);
        return tie;
    }

    // In one piece: there are millions.
    public void Write(BinaryWriter writer)
    {
        Span<byte> piece = stackalloc byte[5 * sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(piece, Thing);
        BinaryPrimitives.WriteUInt64LittleEndian(piece[8..], FirstContent);
        BinaryPrimitives.WriteUInt64LittleEndian(piece[16..], SecondContent);
        BinaryPrimitives.WriteInt64LittleEndian(piece[24..], FirstTimestamp);
        BinaryPrimitives.WriteInt64LittleEndian(piece[32..], SecondTimestamp);
        writer.Write(piece);
    }

    public static SinglePair Read(BinaryReader reader) => new(reader.ReadUInt64(), reader.ReadUInt64(), reader.ReadUInt64(), reader.ReadInt64(), reader.ReadInt64());
}

/// <summary>A tie while it is counted.</summary>
sealed class RunningTie
{
    Fingerprints objects;
    Fingerprints firstContents;
    Fingerprints secondContents;
    int pairs;
    int firstLeads;
    int secondLeads;
    long delaySum;

    public long FirstAt { get; private set; } = long.MaxValue;

    public long Last { get; private set; } = long.MinValue;

    public int Objects => objects.Count;

    public int Pairs => pairs;

    /// <summary>Whether it grew since it was last told.</summary>
    public bool IsTouched { get; set; }

    public void Add(Waiting first, Waiting second, ulong thing)
    {
        pairs++;
        objects.Add(thing);
        firstContents.Add(first.Content);
        secondContents.Add(second.Content);
        firstLeads += first.Timestamp < second.Timestamp ? 1 : 0;
        secondLeads += second.Timestamp < first.Timestamp ? 1 : 0;
        delaySum += Math.Abs(first.Timestamp - second.Timestamp);
        FirstAt = Math.Min(FirstAt, Math.Min(first.Timestamp, second.Timestamp));
        Last = Math.Max(Last, Math.Max(first.Timestamp, second.Timestamp));
    }

    /// <summary>The tie as it stands; <paramref name="first"/> may be the larger, and then all is turned round.</summary>
    public Tie Tie(int first, int second, ObjectPopularity? popularity)
    {
        var straight = first < second;
        return new()
        {
            First = Math.Min(first, second),
            Second = Math.Max(first, second),
            Pairs = pairs,
            Objects = objects.Count,
            FirstContents = straight ? firstContents.Count : secondContents.Count,
            SecondContents = straight ? secondContents.Count : firstContents.Count,
            FirstLeads = straight ? firstLeads : secondLeads,
            SecondLeads = straight ? secondLeads : firstLeads,
            DelaySum = delaySum,
            LogPopularity = popularity is null ? 0 : objects.All().Select(popularity.Of).Order().Sum(m => Math.Log(Math.Max(2, m))),
        };
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(pairs);
        writer.Write(firstLeads);
        writer.Write(secondLeads);
        writer.Write(delaySum);
        writer.Write(FirstAt);
        writer.Write(Last);
        objects.Write(writer);
        firstContents.Write(writer);
        secondContents.Write(writer);
    }

    public static RunningTie Read(BinaryReader reader)
    {
        var tie = new RunningTie
        {
            pairs = reader.ReadInt32(),
            firstLeads = reader.ReadInt32(),
            secondLeads = reader.ReadInt32(),
            delaySum = reader.ReadInt64(),
            FirstAt = reader.ReadInt64(),
            Last = reader.ReadInt64(),
        };
        tie.objects.Read(reader);
        tie.firstContents.Read(reader);
        tie.secondContents.Read(reader);
        return tie;
    }
}

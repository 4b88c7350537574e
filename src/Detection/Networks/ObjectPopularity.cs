namespace Beffroi.Detection;

/// <summary>Who shared what, each once, without names: exact but for collisions of fingerprints (one chance in 2⁶⁴ for two given ones).</summary>
sealed class ObjectPopularity
{
    readonly Dictionary<ulong, (HashSet<int> Accounts, long Last)> objects = [];

    public void Add(ulong thing, int account, long when)
    {
        var (accounts, last) = objects.TryGetValue(thing, out var known) ? known : ([], long.MinValue);
        accounts.Add(account);
        objects[thing] = (accounts, Math.Max(last, when));
    }

    public int Of(ulong thing) => objects.TryGetValue(thing, out var known) ? known.Accounts.Count : 0;

    public void Forget(long before)
    {
        foreach (var thing in objects.Where(o => o.Value.Last < before).Select(o => o.Key).ToArray())
        {
            objects.Remove(thing);
        }
    }

    public ShareCensus Census(IReadOnlyList<string> names)
    {
        var activity = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var account in objects.Values.SelectMany(o => o.Accounts))
        {
            activity[names[account]] = activity.GetValueOrDefault(names[account]) + 1;
        }

        return new() { Activity = activity, Popularity = objects.Values.GroupBy(o => o.Accounts.Count).ToDictionary(g => g.Key, g => (long)g.Count()) };
    }

    public void Write(BinaryWriter writer) => StreamCheckpoint.WriteMany(writer, objects, o =>
    {
        writer.Write(o.Key);
        writer.Write(o.Value.Last);
        StreamCheckpoint.WriteMany(writer, o.Value.Accounts, writer.Write);
    });

    public void Read(BinaryReader reader) => StreamCheckpoint.ReadMany(reader, () =>
    {
        var (thing, last, accounts) = (reader.ReadUInt64(), reader.ReadInt64(), new HashSet<int>());
        StreamCheckpoint.ReadMany(reader, () => accounts.Add(reader.ReadInt32()));
        objects.Add(thing, (accounts, last));
    });
}

/// <summary>The form of a written state: a mark, then counts and what they count.</summary>
static class StreamCheckpoint
{
    /// <summary>« BEFCOS » and the version 3.</summary>
    public const ulong Mark = 0x0003_53_4F_43_46_45_42;

    public static void WriteMany<T>(BinaryWriter writer, IReadOnlyCollection<T> values, Action<T> write)
    {
        writer.Write(values.Count);
        foreach (var value in values)
        {
            write(value);
        }
    }

    public static void ReadMany(BinaryReader reader, Action read)
    {
        var count = reader.ReadInt32();
        if (count < 0)
        {
            throw new InvalidDataException("A count is under zero.");
        }

        for (var at = 0; at < count; at++)
        {
            read();
        }
    }

    public static void ReadMany<T>(BinaryReader reader, Func<T> read) => ReadMany(reader, () => { read(); });
}

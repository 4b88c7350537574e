using Beffroi.Detection;

namespace Beffroi.Bots.Engine.Folds;

/// <summary>The ties of one watch while its posts come: one stream for each trace. What bounds them happens at places that only the posts decide: two runs over the same posts, stopped and
/// restored anywhere, hold the same.</summary>
public sealed class TieStreams
{
    /// <summary>Seconds between two shares at most, as the commands take by default.</summary>
    public const int Window = 60;

    /// <summary>Seconds by which a post may come after a later one before all is counted again.</summary>
    public const int Lateness = 60;

    /// <summary>A share is paired with at most so many of the same object before it.</summary>
    public const int MostWaiting = 50;

    /// <summary>A tie that nothing touched for so many seconds (seven days) is let go of: it stays in the table as it was.</summary>
    public const long Idle = 7 * 24 * 3600;

    /// <summary>Above so many ties in memory, the idle ones go earlier.</summary>
    public const int MostTies = 200_000;

    /// <summary>Distinct objects from which a tie is written: that two people shared one thing says nothing.</summary>
    public const int LeastObjects = 2;

    const int Between = 4096;
    const int Version = 3;

    /// <summary>Traces that can be told post after post; near texts and near pictures need all of them, and are for the computation of clusters.</summary>
    public static IReadOnlyList<Trace> Traces { get; } = [Trace.Repost, Trace.Url, Trace.HashtagSequence, Trace.Text, Trace.Media, Trace.Reply];

    readonly Dictionary<Trace, RunningCoordination> _streams = [];

    public TieStreams()
    {
        foreach (var trace in Traces)
        {
            _streams.Add(trace, new(Window, Lateness, countPopularity: false) { MostWaiting = MostWaiting });
        }
    }

    TieStreams(BinaryReader reader)
    {
        Place = reader.ReadInt64();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var trace = (Trace)reader.ReadInt32();
            using var part = new MemoryStream(reader.ReadBytes(reader.ReadInt32()));
            _streams.Add(trace, RunningCoordination.Restore(part));
        }
    }

    /// <summary>Place in the log of the last post taken in.</summary>
    public long Place { get; private set; }

    /// <summary>Bytes of the last checkpoint: the next one is about as long.</summary>
    public int Written { get; private set; }

    /// <summary>Shares that came too late to be paired: there must be a count in order of time.</summary>
    public long TooLate => _streams.Values.Sum(s => s.TooLate);

    /// <summary>Takes in what follows, up to this place of the log.</summary>
    public void Add(IReadOnlyCollection<Post> posts, long place)
    {
        Place = place;
        foreach (var (trace, stream) in _streams)
        {
            foreach (var share in Beffroi.Detection.Traces.Shares(posts, trace))
            {
                if (stream.Add(share) && stream.Taken % Between == 0)
                {
                    Bound(stream);
                }
            }
        }
    }

    /// <summary>The ties that grew since the last call, of at least <see cref="LeastObjects"/> objects.</summary>
    public IReadOnlyList<(Trace Trace, TieChange Tie)> Changes() =>
        [.. _streams.SelectMany(s => s.Value.Changes(LeastObjects).Select(t => (s.Key, t)))];

    /// <summary>What grew until now is in the table already: it is not among the next changes.</summary>
    public void Told()
    {
        foreach (var stream in _streams.Values)
        {
            stream.Changes(int.MaxValue);
        }
    }

    public byte[] Checkpoint()
    {
        using var all = new MemoryStream(Written + (Written / 4));
        using var writer = new BinaryWriter(all);
        writer.Write(Version);
        writer.Write(Place);
        writer.Write(_streams.Count);
        foreach (var (trace, stream) in _streams)
        {
            writer.Write((int)trace);
            var start = all.Position;
            writer.Write(0);
            stream.Checkpoint(all);
            var end = all.Position;
            all.Position = start;
            writer.Write((int)(end - start) - sizeof(int));
            all.Position = end;
        }

        writer.Flush();
        Written = (int)all.Length;
        return all.ToArray();
    }

    /// <summary>Null when it is of another version: all is then counted again.</summary>
    public static TieStreams? Restore(byte[] state)
    {
        using var reader = new BinaryReader(new MemoryStream(state));
        try
        {
            return reader.ReadInt32() == Version ? new(reader) { Written = state.Length } : null;
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or ArgumentException)
        {
            return null;
        }
    }

    static void Bound(RunningCoordination stream) => stream.Forget(stream.Watermark - stream.IdleThatLeaves(MostTies, Idle));
}

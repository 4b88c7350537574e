using System.Text;

namespace Beffroi.Detection;

/// <summary>Reads a run entry by entry.</summary>
sealed class TieRunReader(Stream stream) : IDisposable
{
    readonly BinaryReader _reader = new(stream, Encoding.UTF8);

    public byte[] First { get; private set; } = [];

    public byte[] Second { get; private set; } = [];

    /// <summary>Pairs, leads and delays; the rest is in the hashes.</summary>
    public Tie Counts { get; private set; }

    public (ulong Hash, int Sharers)[] Objects { get; private set; } = [];

    public ulong[] FirstContents { get; private set; } = [];

    public ulong[] SecondContents { get; private set; } = [];

    public bool Next()
    {
        var length = _reader.BaseStream.ReadByte();
        if (length < 0)
        {
            return false;
        }

        try
        {
            First = Bytes(length < 128 ? length : (length & 0x7F) | (_reader.Read7BitEncodedInt() << 7));
            Second = Bytes(_reader.Read7BitEncodedInt());
            var (pairs, firstLeads, secondLeads, delay) = (_reader.ReadInt32(), _reader.ReadInt32(), _reader.ReadInt32(), _reader.ReadInt64());
            Counts = new() { First = 0, Second = 0, Pairs = pairs, Objects = 0, FirstContents = 0, SecondContents = 0, FirstLeads = firstLeads, SecondLeads = secondLeads, DelaySum = delay };
            (Objects, FirstContents, SecondContents) = (Things(), Hashes(), Hashes());
            return true;
        }
        catch (Exception wrong) when (wrong is EndOfStreamException or FormatException)
        {
            throw new InvalidDataException("A run of ties is cut short.", wrong);
        }
    }

    public int Against(TieRunReader other) => First.AsSpan().SequenceCompareTo(other.First) is not 0 and var by ? by : Second.AsSpan().SequenceCompareTo(other.Second);

    public void Dispose() => _reader.Dispose();

    byte[] Bytes(int length)
    {
        var bytes = _reader.ReadBytes(length);
        return bytes.Length == length ? bytes : throw new EndOfStreamException();
    }

    (ulong, int)[] Things()
    {
        var things = new (ulong, int)[_reader.Read7BitEncodedInt()];
        for (var i = 0; i < things.Length; i++)
        {
            things[i] = (_reader.ReadUInt64(), _reader.ReadInt32());
        }

        return things;
    }

    ulong[] Hashes()
    {
        var hashes = new ulong[_reader.Read7BitEncodedInt()];
        for (var i = 0; i < hashes.Length; i++)
        {
            hashes[i] = _reader.ReadUInt64();
        }

        return hashes;
    }
}

/// <summary>Adds up the entries of two accounts over runs.</summary>
sealed class TieRunMerge
{
    readonly Dictionary<ulong, int> _objects = [];
    readonly HashSet<ulong> _firstContents = [];
    readonly HashSet<ulong> _secondContents = [];
    byte[] _first = [];
    byte[] _second = [];
    Tie _sum;

    public void Start(TieRunReader run)
    {
        (_first, _second) = (run.First, run.Second);
        _sum = run.Counts with { Pairs = 0, FirstLeads = 0, SecondLeads = 0, DelaySum = 0 };
        _objects.Clear();
        _firstContents.Clear();
        _secondContents.Clear();
    }

    public bool IsOf(TieRunReader run) => run.First.AsSpan().SequenceEqual(_first) && run.Second.AsSpan().SequenceEqual(_second);

    public void Add(TieRunReader run)
    {
        _sum = _sum with
        {
            Pairs = checked(_sum.Pairs + run.Counts.Pairs),
            FirstLeads = _sum.FirstLeads + run.Counts.FirstLeads,
            SecondLeads = _sum.SecondLeads + run.Counts.SecondLeads,
            DelaySum = _sum.DelaySum + run.Counts.DelaySum,
        };
        foreach (var (hash, sharers) in run.Objects)
        {
            _objects[hash] = sharers;
        }

        _firstContents.UnionWith(run.FirstContents);
        _secondContents.UnionWith(run.SecondContents);
    }

    public NamedTie Tie() => new(_first, _second, _sum with { Objects = _objects.Count, FirstContents = _firstContents.Count, SecondContents = _secondContents.Count, LogPopularity = SharerCounts.LogSum([.. _objects.Values]) });
}

using System.Text;

namespace Beffroi.Detection;

/// <summary>Writes the groups of pairs of one part as a run.</summary>
sealed class TieRunWriter(ShareTable part, int[] ranks, int[] sharers)
{
    readonly TieFold _fold = new(part, ranks, null);
    readonly SortedDictionary<ulong, int> _objects = [];
    readonly SortedSet<ulong> _first = [];
    readonly SortedSet<ulong> _second = [];

    public void Write(PairGroups groups, Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        for (var group = 0; group < groups.Count; group++)
        {
            Write(groups, group, writer);
        }
    }

    void Write(PairGroups groups, int group, BinaryWriter writer)
    {
        var tie = _fold.Of(groups, group);
        _objects.Clear();
        _first.Clear();
        _second.Clear();
        foreach (var member in groups.Members(group))
        {
            var pair = groups.Pair(member);
            var (one, other) = ranks[part.AccountColumn[pair.Earlier]] == tie.First ? (pair.Earlier, pair.Later) : (pair.Later, pair.Earlier);
            _objects[part.Objects.Hash(part.ObjectColumn[one])] = sharers[part.ObjectColumn[one]];
            _first.Add(part.Contents.Hash(part.ContentColumn[one]));
            (tie.First == tie.Second ? _first : _second).Add(part.Contents.Hash(part.ContentColumn[other]));
        }

        var some = groups.Pair(groups.Members(group)[0]);
        var (early, late) = (part.AccountColumn[some.Earlier], part.AccountColumn[some.Later]);
        Write(writer, part.Accounts.Bytes(ranks[early] == tie.First ? early : late));
        Write(writer, part.Accounts.Bytes(ranks[early] == tie.First ? late : early));
        writer.Write(tie.Pairs);
        writer.Write(tie.FirstLeads);
        writer.Write(tie.SecondLeads);
        writer.Write(tie.DelaySum);
        writer.Write7BitEncodedInt(_objects.Count);
        foreach (var (hash, count) in _objects)
        {
            writer.Write(hash);
            writer.Write(count);
        }

        Write(writer, _first);
        Write(writer, _second);
    }

    static void Write(BinaryWriter writer, ReadOnlySpan<byte> name)
    {
        writer.Write7BitEncodedInt(name.Length);
        writer.Write(name);
    }

    static void Write(BinaryWriter writer, SortedSet<ulong> hashes)
    {
        writer.Write7BitEncodedInt(hashes.Count);
        foreach (var hash in hashes)
        {
            writer.Write(hash);
        }
    }
}

namespace Beffroi.Encyclopedia.Home;

/// <summary>How many entries of each type belong to each phase; an entry of two phases is in both.</summary>
public sealed class PhaseGrid(IReadOnlyList<(EntryType Type, int Phases, int Count)> counts)
{
    public int Of(Phase phase, EntryType type) => counts.Where(c => c.Type == type && (c.Phases & Entry.Bit(phase)) != 0).Sum(c => c.Count);

    public int Of(EntryType type) => counts.Where(c => c.Type == type).Sum(c => c.Count);

    public int Total => counts.Sum(c => c.Count);
}

using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Playing;

namespace Beffroi.Eva.Scoring;

/// <summary>Reads the log of a run of <c>tri</c> with the server's key. Events only: the same log gives the same figures.</summary>
public static class TriReading
{
    public static TriMeasures Read(Run run)
    {
        // What crossed the end of the run is not part of it.
        var lines = run.Events.Where(e => !(e.Position > run.LastPosition)).OrderBy(e => e.Position).ToList();
        var drops = FirstDrops(lines);
        var wrong = drops.Where(d => d.Bin is { } bin && !string.Equals(bin.Id, d.Sweet.Bin, StringComparison.Ordinal)).ToList();
        return new()
        {
            Placed = drops.Count(d => d.Bin is not null),
            Misplaced = wrong.Count,
            MisplacedAmongAlike = wrong.Count(d => SweetBank.Current.Bin(d.Sweet.Bin)!.LooksLike(d.Bin!)),
            SetAside = drops.Count(d => d.Bin is null),
            Seconds = PlayedTime.Milliseconds(lines.SkipWhile(l => !Is(l, EventNames.Started))) / 1000,
            Finished = drops.Count == SweetBank.Current.Sweets.Count && lines.Exists(l => Is(l, EventNames.Finished)),
            Replays = lines.SkipWhile(l => !Is(l, EventNames.TrainingStarted) && !Is(l, EventNames.Started)).Count(l => Is(l, EventNames.InstructionReplayed)),
            Described = lines.Where(l => Is(l, EventNames.ReadAloud)).Select(l => SweetBank.Current.Sweet(EventData.Text(l.Data, "piece"))).OfType<BankSweet>().Distinct().Count(),
        };
    }

    /// <summary>The first drop of each sweet of the game; no bin where it was set aside.</summary>
    static List<(BankSweet Sweet, BankBin? Bin)> FirstDrops(List<EventLine> lines) =>
    [
        .. lines.Where(l => Is(l, EventNames.PieceDropped))
            // First received, then first in the play: a drop slipped in later changes nothing.
            .OrderBy(l => l.ReceivedAt).ThenBy(l => l.Position)
            .Select(l => (Sweet: SweetBank.Current.Sweet(EventData.Text(l.Data, "piece")), Bin: BinOf(l)))
            .Where(d => d.Sweet is not null)
            .Select(d => (d.Sweet!, d.Bin))
            .DistinctBy(d => d.Item1.Id, StringComparer.Ordinal),
    ];

    static BankBin? BinOf(EventLine line) => EventData.Flag(line.Data, "neSaisPas") == true ? null : SweetBank.Current.Bin(EventData.Text(line.Data, "bac"));

    static bool Is(EventLine line, string name) => string.Equals(line.Name, name, StringComparison.Ordinal);
}

using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Playing;

namespace Beffroi.Eva.Scoring;

/// <summary>Counts a run of <c>controle</c>: the browser told which biscuit went where, the server's table says where it belonged.</summary>
public static class ControleReading
{
    public static ControleMeasures Read(Run run)
    {
        var lines = run.Events.Where(e => !(e.Position > run.LastPosition)).OrderBy(e => e.Position).ToList();
        var told = lines.Select(line => (Line: line, Piece: PieceOf(line))).Where(t => t.Piece is not null && BiscuitBank.RankOf(t.Piece) is not null).ToList();
        // A biscuit has one fate: the first received, then the first in the play. What is slipped in later changes nothing.
        var fates = told.Where(t => t.Line.Name is EventNames.PieceDropped or EventNames.PieceMissed)
            .OrderBy(t => t.Line.ReceivedAt).ThenBy(t => t.Line.Position)
            .DistinctBy(t => t.Piece, StringComparer.Ordinal)
            .OrderBy(t => t.Line.Position)
            .ToList();
        var sent = fates.Where(t => t.Line.Name is EventNames.PieceDropped).ToList();
        var belongs = BiscuitBank.Draw(run.Seed).ToDictionary(p => p.Id, p => BiscuitBank.BinFor(p.Look), StringComparer.Ordinal);
        var misplaced = sent.Where(t => !string.Equals(EventData.Text(t.Line.Data, "bac"), belongs[t.Piece!], StringComparison.Ordinal)).Select(t => Misplaced(t.Piece!)).ToList();
        var paces = Paces(lines);
        return new()
        {
            Finished = run.FinishedAt is not null,
            WellPlaced = sent.Count - misplaced.Count,
            Misplaced = misplaced,
            Missed = (run.FinishedAt is null ? fates.Count : BiscuitBank.Count) - sent.Count,
            PieceEvents = told.Count(t => t.Line.Name is EventNames.PieceAppeared or EventNames.PieceTaken or EventNames.PieceDropped or EventNames.PieceMissed),
            Appeared = Distinct(told, EventNames.PieceAppeared),
            InstructionReplays = lines.Count(line => line.Name is EventNames.InstructionReplayed),
            OffPace = fates.Count(t => !string.Equals(paces(t.Line), PaceNames.Standard, StringComparison.Ordinal)),
            Described = Distinct(told, EventNames.ReadAloud),
        };
    }

    static MisplacedBiscuit Misplaced(string piece)
    {
        var rank = BiscuitBank.RankOf(piece)!.Value;
        return new(piece, rank, rank <= ControleMeasures.FirstIgnored);
    }

    static string? PieceOf(EventLine line) =>
        line.Name is EventNames.PieceAppeared or EventNames.PieceTaken or EventNames.PieceDropped or EventNames.PieceMissed or EventNames.ReadAloud ? EventData.Text(line.Data, "piece") : null;

    static int Distinct(List<(EventLine Line, string? Piece)> told, string name) =>
        told.Where(t => string.Equals(t.Line.Name, name, StringComparison.Ordinal)).DistinctBy(t => t.Piece, StringComparer.Ordinal).Count();

    /// <summary>The pace in force at a line.</summary>
    static Func<EventLine, string> Paces(List<EventLine> lines)
    {
        var changes = lines.Where(line => line.Name is EventNames.PaceChanged).ToList();
        return at => changes.LastOrDefault(change => change.Position < at.Position) is { } change ? EventData.Text(change.Data, "rythme") ?? PaceNames.Standard : PaceNames.Standard;
    }
}

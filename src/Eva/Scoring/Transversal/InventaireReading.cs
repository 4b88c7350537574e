using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Playing;

namespace Beffroi.Eva.Scoring;

/// <summary>Reads a run of <c>inventaire</c>: the order of positions, the server's own count of the bottles.</summary>
public static class InventaireReading
{
    public static InventaireMeasures Read(Run run)
    {
        // What came before the start is training; what crossed the end of the run is not part of it.
        var lines = run.Events.Where(e => !(e.Position > run.LastPosition)).OrderBy(e => e.Position).SkipWhile(e => !Is(e, EventNames.Started)).ToList();
        var success = lines.FindIndex(IsRight);
        var played = success < 0 ? lines : lines[..(success + 1)];
        return new()
        {
            Finished = run.FinishedAt is not null,
            Succeeded = success >= 0,
            Abandoned = success < 0 && (run.FinishedAt is not null || lines.Exists(e => Is(e, EventNames.Stopped))),
            Seconds = PlayedTime.Milliseconds(played) / 1000,
            Openings = played.Count(e => Is(e, EventNames.ContainerOpened) && InventaireBank.Current.Room.Has(EventData.Text(e.Data, "contenant"))),
            Tries = [.. InventorySheet.All(played).Select(sheet => new InventaireTry(sheet.Lines(LineState.Wrong), sheet.Lines(LineState.Blank)))],
            Replays = played.Count(e => Is(e, EventNames.InstructionReplayed) && EventData.Text(e.Data, "contenant") is null),
        };
    }

    static bool IsRight(EventLine line) =>
        Is(line, EventNames.SheetSubmitted) && InventorySheet.Read(line.Data, InventaireBank.Current.Room) is { } sheet && sheet.Lines(LineState.Right) == sheet.Typed.Count;

    static bool Is(EventLine line, string name) => string.Equals(line.Name, name, StringComparison.Ordinal);
}

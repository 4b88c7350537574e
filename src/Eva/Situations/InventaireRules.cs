using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Playing;

namespace Beffroi.Eva;

/// <summary>A stocktaking: containers to open, bottles to count, a sheet to hand in until it is right.</summary>
public sealed class InventaireRules : SituationRules
{
    public const string TechnicalName = "inventaire";

    static InventaireBank Bank => InventaireBank.Current;

    public override string Name => TechnicalName;

    public override string Label => "La réserve de boissons";

    public override int Minutes => 9;

    public override int Count => Bank.Room.Drinks.Count;

    /// <summary>Lines of the last sheet that are right.</summary>
    public override int Done(Run run) => InventorySheet.Last(run) is { } sheet ? sheet.Lines(LineState.Right) : 0;

    public override Play Fill(Play play, Run run, Programme programme) => play with
    {
        Stocktake = new() { Training = Bank.Training, Room = Bank.Room, Sheet = InventorySheet.Last(run)?.Typed ?? new Dictionary<string, string>(StringComparer.Ordinal) },
    };

    public override string? WrongFor(string name, string data) => name switch
    {
        EventNames.SheetOpened => null,
        EventNames.ContainerOpened or EventNames.ContainerClosed =>
            EventData.Text(data, "contenant") is { } container && (Bank.Room.Has(container) || Bank.Training.Has(container)) ? null : "le contenant est inconnu dans cette situation",
        EventNames.SheetSubmitted =>
            (InventorySheet.Read(data, Bank.Room) ?? InventorySheet.Read(data, Bank.Training)) is null ? "la feuille donne un nombre ou un texte vide pour chaque boisson" : null,
        _ => $"« {name} » n’arrive pas dans cette situation",
    };

    // A container can be opened again, a sheet corrected: nothing is settled before the end.
    public override string? Settled(EventLine line) => null;
}

using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Playing;

namespace Beffroi.Eva;

/// <summary>A belt of biscuits: those that differ from the model are set apart.</summary>
public sealed class ControleRules : SituationRules
{
    public const string SituationName = "controle";

    static readonly string[] Bins = [BinNames.Good, BinNames.Redo];

    public override string Name => SituationName;

    public override string Label => "La fabrique de biscuits";

    public override int Minutes => 5;

    public override int Count => BiscuitBank.Count;

    public override Play Fill(Play play, Run run, Programme programme) => play with
    {
        Belt = new()
        {
            Model = BiscuitBank.Model,
            Trials = BiscuitBank.Trials,
            Pieces = BiscuitBank.Draw(run.Seed),
            Pace = run.Events.Where(e => e.Name is EventNames.PaceChanged).OrderBy(e => e.Position).Select(e => EventData.Text(e.Data, "rythme")).LastOrDefault() ?? PaceNames.Standard,
        },
    };

    public override string? WrongFor(string name, string data) => name switch
    {
        EventNames.PaceChanged => Named(data, "rythme", PaceNames.All) ? null : "le rythme est inconnu dans cette situation",
        EventNames.PieceDropped => WrongPiece(data) ?? (Named(data, "bac", Bins) ? null : "le bac est bon ou a_refaire"),
        EventNames.PieceAppeared or EventNames.PieceTaken or EventNames.PieceMissed or EventNames.ReadAloud => WrongPiece(data),
        _ => $"« {name} » n’arrive pas dans cette situation",
    };

    public override string? Settled(EventLine line) => line.Name is EventNames.PieceDropped or EventNames.PieceMissed ? EventData.Text(line.Data, "piece") : null;

    static string? WrongPiece(string data) =>
        EventData.Text(data, "piece") is { } id && (BiscuitBank.RankOf(id) is not null || BiscuitBank.Trials.Any(t => string.Equals(t.Piece.Id, id, StringComparison.Ordinal)))
            ? null
            : "la pièce est inconnue dans cette situation";

    static bool Named(string data, string field, IReadOnlyList<string> names) => EventData.Text(data, field) is { } value && names.Contains(value, StringComparer.Ordinal);
}

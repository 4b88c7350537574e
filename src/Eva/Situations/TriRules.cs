using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Playing;
using Beffroi.Eva.Scoring;

namespace Beffroi.Eva;

/// <summary>The sweet shop: 48 sweets to put in the bin of their kind. The page tells which sweet went in which bin; whether it is the right one is told here.</summary>
public sealed class TriRules : SituationRules
{
    static SweetBank Bank => SweetBank.Current;

    public override string Name => "tri";

    public override string Label => "Le magasin de bonbons";

    public override int Minutes => 6;

    public override int Count => Bank.Sweets.Count;

    public override Play Fill(Play play, Run run, Programme programme) => play with
    {
        Sweets = Bank.WithoutKey(run.Seed) with { SecondsPlayed = TriReading.Read(run).Seconds },
    };

    public override string? WrongFor(string name, string data)
    {
        if (name is not (EventNames.PieceTaken or EventNames.PieceDropped or EventNames.PieceDroppedOutside or EventNames.ReadAloud))
        {
            return $"« {name} » n’arrive pas dans cette situation";
        }

        var piece = EventData.Text(data, "piece");
        var trained = Bank.TrainingSweet(piece) is not null;
        if (!trained && Bank.Sweet(piece) is null)
        {
            return "le bonbon est inconnu dans cette situation";
        }

        if (name is not EventNames.PieceDropped || EventData.Flag(data, "neSaisPas") == true)
        {
            return null;
        }

        var bin = EventData.Text(data, "bac");
        return (trained ? Bank.TrainingBins : Bank.Bins).Any(b => string.Equals(b.Id, bin, StringComparison.Ordinal)) ? null : "le bac est inconnu dans cette situation";
    }

    public override string? Settled(EventLine line) => line.Name is EventNames.PieceDropped ? EventData.Text(line.Data, "piece") : null;
}
